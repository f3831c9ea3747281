"""Fixtures of rules: a Markdown file that explains a rule by small projects, and says where its findings stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_BLOCK = re.compile(
    r"^```(?P<language>\w+) file=(?P<file>\S+)(?P<flag> unreadable)?\n(?P<text>.*?)^```$", re.M | re.S
)
_MARK = re.compile(r"(?P<severity>error|warning|note): (?P<codes>(?:\[[A-Z]+\d+\] ?)+)")
_ALONE = re.compile(r"\s*[#%]\s")
_PNG = bytes.fromhex("89504e470d0a1a0a")

SHARED = {
    "content/schema-version": "2\n",
    "content/audiences/clinician.yml": """\
kind: audience
label: Health professionals
switch: Read this for health professionals
profile: us-ismp
sections: [bottom-line, overview, options, for-whom, classes, algorithm, checks, monitoring, contraindications,
  interactions, pregnancy, harms, red-flags, pitfalls, evidence, others-say, cost-and-access, limitations, questions,
  conclusion, more]
regimens: yes
""",
    "content/audiences/patient.yml": """\
kind: audience
label: Patients
switch: Read this for patients
profile: nhs-patient
sections: [bottom-line, overview, options, for-whom, classes, algorithm, checks, monitoring, contraindications,
  interactions, pregnancy, harms, red-flags, pitfalls, evidence, others-say, cost-and-access, limitations, questions,
  conclusion, more]
""",
    "content/people/jane-doe.yml": "kind: person\nname: Jane Doe\n",
    "content/people/john-roe.yml": "kind: person\nname: John Roe\n",
    "content/people/project.yml": "kind: organisation\nname: The project\n",
    "content/conditions/plexopathy.yml": """\
kind: condition
name: Plexopathy
specialty: Neurology
codes: not-stated
owner: jane-doe
deputy: john-roe
""",
    "content/drugs/azathioprine.yml": """\
kind: drug
name: azathioprine
brands: not-stated
drug_class: Purine antagonists
mechanism: not-stated
owner: jane-doe
deputy: john-roe
""",
    "references.bib": """\
@article{dyck-2009,
  title = {A trial},
  journal = {Journal of Trials},
  year = {2009},
}
""",
}
"""What every project of a fixture has, unless it brings a file of the same name."""

Expected = tuple[str, int, str, str]
"""File, line, code and severity of a finding."""


@dataclass(frozen=True)
class Project:
    """The files of one small project, with the findings that are marked in them."""

    files: tuple[tuple[str, bytes], ...]
    unreadable: frozenset[str]
    expected: tuple[Expected, ...]

    def write(self, folder: Path) -> None:
        """Write the project and what all projects share."""
        shared = {name: text.encode() for name, text in SHARED.items()}
        for name, data in {**shared, **dict(self.files)}.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)


@dataclass(frozen=True)
class RuleFixture:
    """A rule's name, the projects in which it speaks and those in which it is silent."""

    name: str
    loud: tuple[Project, ...]
    quiet: tuple[Project, ...]


def read_fixture(path: Path) -> RuleFixture:
    """Read a fixture: ``# rule-name``, why, blocks of files, then ``## Quiet`` with blocks, as often as wanted."""
    text = path.read_text(encoding="utf-8")
    title, _, rest = text.partition("\n")
    loud, *quiet = re.split(r"^## Quiet$", rest, flags=re.M)
    return RuleFixture(title.removeprefix("# "), (_project(loud),), tuple(map(_project, quiet)))


def _project(text: str) -> Project:
    blocks = list(_BLOCK.finditer(text))
    files = tuple((block["file"], _bytes(block)) for block in blocks)
    unreadable = frozenset(block["file"] for block in blocks if block["flag"])
    expected = [mark for block in blocks for mark in _marks(block["file"], block["text"])]
    return Project(files, unreadable, tuple(sorted(expected)))


def _bytes(block: re.Match[str]) -> bytes:
    return _PNG if block["language"] == "image" else block["text"].encode()


def _marks(file: str, text: str) -> Iterator[Expected]:
    """A mark stands behind the value that is meant, or alone on the line above it."""
    for number, line in enumerate(text.splitlines(), start=1):
        mark = _MARK.search(line)
        if mark is not None:
            below = 1 if _ALONE.match(line) and not file.endswith(".md") else 0
            for code in re.findall(r"[A-Z]+\d+", mark["codes"]):
                yield file, number + below, code, mark["severity"]
