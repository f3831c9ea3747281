"""A small project in a folder of its own: the starter site, edited and decided on as a test needs. All is fictional."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from generator.configuration import Options, read_configuration
from generator.diagnostics import Severity
from generator.model.decision_digest import decision_digest
from generator.model.digest import EditionDigests, closure_digest, closure_text
from generator.model.edition_record import records_by_entry
from generator.pipeline import BuildResult, Inspection, RunContext, build, inspect
from generator.pipeline.prepare import Prepared, prepare
from generator.review.record.chain import Chain
from generator.sources.closures import closure_file

ROOT = Path(__file__).resolve().parents[1]
STARTER = ROOT / "generator" / "data" / "starter"
DAY = date(2026, 12, 1)
ENTRIES = {
    "summaries": "example-question",
    "drugs": "example-drug",
    "conditions": "example-condition",
}
"""The entries of the starter site, by folder."""


@dataclass(frozen=True)
class SiteProject:
    """A project on disk. ``changes`` to options are those of `Options`, such as ``search=False``."""

    folder: Path

    @property
    def site(self) -> Path:
        """The published folder."""
        return self.folder / "site"

    def path(self, name: str) -> Path:
        """A file of the project."""
        return self.folder / name

    def write(self, name: str, text: str) -> Path:
        """Write a file, making its folder."""
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file

    def edit(self, name: str, old: str, new: str) -> int:
        """Replace words that must stand in the file once. Gives the line of the replacement."""
        file = self.folder / name
        text = file.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"“{old}” stands {text.count(old)} times in {name}"
        file.write_text(text.replace(old, new), encoding="utf-8")
        return text[: text.index(old)].count("\n") + 1

    def options(self, **changes: Any) -> Options:
        """The options of the project's own configuration."""
        options, findings = read_configuration(self.folder / "mkdocs.yml")
        assert [finding for finding in findings if finding.severity is Severity.ERROR] == []
        return replace(options, **changes)

    def inspect(self, today: date = DAY, **changes: Any) -> Inspection:
        """Everything that a check finds."""
        return inspect(self.options(**changes), RunContext(today))

    def prepare(self, today: date = DAY, *, is_preview: bool = False, **changes: Any) -> Prepared:
        """The articles alone, without any engine."""
        prepared = prepare(self.options(**changes), RunContext(today, is_preview))
        prepared.close()
        return prepared

    def build(self, today: date = DAY, *, is_preview: bool = False, **changes: Any) -> BuildResult:
        """Build and publish; search is left out unless asked for, because it takes as long as all the rest."""
        return build(self.options(**{"search": False, **changes}), RunContext(today, is_preview))

    def published(self, folder: Path | None = None) -> dict[str, bytes]:
        """Every published file."""
        top = folder or self.site
        files = (path for path in sorted(top.rglob("*")) if path.is_file())
        return {path.relative_to(top).as_posix(): path.read_bytes() for path in files}

    def page(self, path: str) -> str:
        """The HTML of a published page by its address."""
        return (self.site / path / "index.html").read_text(encoding="utf-8")

    def add_people(self, *names: str) -> None:
        """Fictional people who may review and approve."""
        for name in names or REVIEWERS:
            text = f"kind: person\nname: {name.title()} Invented\ncredentials: MD (fictional)\n"
            self.write(f"content/people/{name}.yml", text)

    def set_policy(self, approval: str = "recorded", people: int = 2) -> None:
        """What counts as an approval."""
        text = f"approval: {approval}\npeople: {people}\nrequirements: []\nreview_every: 12 mo\n"
        text += "follow_up: my-organisation\n"
        self.write("content/editorial-policy.yml", text)

    def decide(self, kind: str, entry: str, by: str, at: str, *, audiences: tuple[str, ...] = ()) -> Path:
        """Record a decision, bound to what the editions say now and to what was decided before."""
        inspection = self.inspect()
        covers = f"  - entry: {entry}\n"
        if audiences:
            covers += "    editions:\n"
            for audience in audiences:
                digests = inspection.context.states[entry, audience].digests
                covers += f"      - audience: {audience}\n        digest: {digests.content}\n"
                covers += f"        words: {digests.words}\n"
                self.store_content(inspection, entry, audience)
        covers += self.previous(inspection, entry)
        name = f"{at[:10]}-{by}-{kind}-{entry}"
        text = f"kind: decision\ndecision: {kind}\nby: {by}\nat: {at}\ncovers:\n{covers}"
        return self.write(f"content/decisions/{name.lower()}.yml", text)

    def previous(self, inspection: Inspection, entry: str) -> str:
        """The lines by which a new decision about an entry names the last ones."""
        records = records_by_entry(inspection.library.decisions.values())
        heads = Chain(records.get(entry, ()), lambda decision: True).heads()
        lines = [f"      {head.id}: {decision_digest(head)}\n" for head in heads]
        return "".join(["    previous:\n", *lines]) if lines else ""

    def store_content(self, inspection: Inspection, entry: str, audience: str) -> None:
        """Store what an edition says now as the content that is decided on."""
        library = inspection.library
        edition = inspection.bodies[entry, audience].edition
        content = EditionDigests(library).closure(edition, audience)
        self.write(closure_file("content", closure_digest(content)), closure_text(content) + "\n")

    def approve(self, entry: str, *audiences: str, day: str = "2026-11-22") -> None:
        """Two fictional people approve these editions as they are now."""
        for number, person in enumerate(REVIEWERS):
            self.decide("approve", entry, person, f"{day}T1{number}:00:00Z", audiences=audiences)


REVIEWERS = ("rae", "sam")


def starter(folder: Path, *, demonstration: bool = True, publish: str = "all") -> SiteProject:
    """The starter site in a new folder."""
    shutil.copytree(STARTER, folder)
    project = SiteProject(folder)
    if not demonstration:
        project.edit("mkdocs.yml", "demonstration: true", "demonstration: false")
    if publish != "all":
        project.edit("mkdocs.yml", "publish: all", f"publish: {publish}")
    return project


def reviewed(folder: Path, *, publish: str = "approved", demonstration: bool = False) -> SiteProject:
    """The starter site as one that publishes what two fictional people approved; nothing is approved yet."""
    project = starter(folder, demonstration=demonstration, publish=publish)
    project.set_policy()
    project.add_people()
    return project


def sample(folder: Path) -> SiteProject:
    """A copy of the repository's own site."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("content", "site_templates"):
        shutil.copytree(ROOT / name, folder / name)
    for name in ("mkdocs.yml", "references.bib"):
        shutil.copy(ROOT / name, folder / name)
    return SiteProject(folder)
