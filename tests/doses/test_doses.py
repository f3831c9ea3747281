"""The doses of this folder, each in words of every profile. Read them line by line: a wrong word is a wrong dose.

`pytest tests/doses --rewrite-golden` writes what the writer says now; then read the difference.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from generator.compiler.dosing.profiles import PROFILES
from generator.model.dose import Dose
from generator.model.entries.drug import Drug
from generator.model.high_alert import alerts_of
from generator.pages.inline import Run, Text, plain_text
from generator.sources.strict_yaml import read_yaml
from tests.compiler.written import written

FOLDER = Path(__file__).parent
_CASE = re.compile(
    r"^## (?P<title>.+?)\n(?P<why>.*?)^```yaml\n(?P<yaml>.*?)^```\n(?P<wording>.*?)(?=^## |\Z)", re.M | re.S
)
_WORDING = re.compile(r"^- \*\*(?P<profile>[a-z-]+), (?P<form>short|in full)\*\*: (?P<text>.*)$", re.M)


@dataclass(frozen=True)
class Case:
    """One dose of the folder with its expected wording by profile and form."""

    file: Path
    title: str
    data: Any
    wording: dict[tuple[str, str], str]

    @property
    def id(self) -> str:
        """The title in small letters, with hyphens."""
        return re.sub(r"[^a-z0-9]+", "-", self.title.lower()).strip("-")


def _cases() -> list[Case]:
    return [
        Case(
            file,
            match["title"].strip(),
            read_yaml(match["yaml"].encode(), file.name).root,
            {(one["profile"], one["form"]): one["text"] for one in _WORDING.finditer(match["wording"])},
        )
        for file in sorted(FOLDER.glob("*.md"))
        for match in _CASE.finditer(file.read_text(encoding="utf-8"))
    ]


def _drugs() -> dict[str, Drug]:
    root: Any = read_yaml((FOLDER / "drugs.yml").read_bytes(), "drugs.yml").root
    unknown = {"kind": "drug", "brands": "not-stated", "drug_class": "not-stated", "mechanism": "not-stated"}
    return {drug: Drug.model_validate(unknown | fields) for drug, fields in root.items()}


CASES = _cases()
DRUGS = _drugs()
NAMES = {drug: entry.name for drug, entry in DRUGS.items()}


@cache
def _doses() -> dict[str, Dose]:
    """All doses by id: one may quote another."""
    return {case.id: Dose.model_validate(case.data) for case in CASES}


def _said(dose: Dose, profile: str) -> dict[str, str]:
    audience = "patient" if profile == "nhs-patient" else "clinician"
    drugs = [DRUGS[drug] for drug in dose.drugs]
    alerts: list[Run] = [
        (Text(text),) for alert in alerts_of(dose, drugs) if (text := alert.wording.for_audience(audience))
    ]
    words = written(dose, profile, NAMES, _doses())
    return {"short": plain_text(words.short), "in full": plain_text(words.full(tuple(alerts)))}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_a_dose_in_words(case: Case, rewrite_golden: bool) -> None:
    said = {
        (profile, form): text
        for profile in PROFILES
        for form, text in _said(_doses()[case.id], profile).items()
    }
    if rewrite_golden:
        _rewrite(case, said)
    else:
        assert case.wording == said


def test_there_are_eighty_doses_of_at_least_eight_fields() -> None:
    assert len(CASES) >= 80
    assert len({case.file for case in CASES}) >= 8
    titles = [case.title for case in CASES]
    assert len(set(titles)) == len(titles)


def test_every_case_of_a_file_is_read() -> None:
    headings = sum(file.read_text(encoding="utf-8").count("\n## ") for file in FOLDER.glob("*.md"))
    assert len(CASES) == headings - (FOLDER / "README.md").read_text(encoding="utf-8").count("\n## ")


def _rewrite(case: Case, said: dict[tuple[str, str], str]) -> None:
    text = case.file.read_text(encoding="utf-8")
    match = next(match for match in _CASE.finditer(text) if match["title"].strip() == case.title)
    lines = "".join(f"- **{profile}, {form}**: {words}\n" for (profile, form), words in said.items())
    is_last = match.end("wording") == len(text)
    fresh = f"\n{lines}" + ("" if is_last else "\n")
    case.file.write_text(
        text[: match.start("wording")] + fresh + text[match.end("wording") :], encoding="utf-8"
    )
