"""Pairs of states of a small site, written by hand: what changed between them, in which class, and in which words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from generator.compiler.context import SiteContext
from generator.compiler.site import compile_bodies
from generator.diagnostics import Place
from generator.model.library import Library, Prose, Redirect
from generator.model.policy import EditorialPolicy
from generator.model.reviewers import Reviewers
from generator.model.waiver import Waivers
from generator.model.work import Work
from generator.package_files import packaged_templates
from generator.review.site.compared import Compared
from generator.sources.strict_yaml import read_yaml
from generator.sources.words import read_words
from tests.model.entries import FOLDER, entry

PAIRS = Path(__file__).parent / "pairs"
DAY = date(2026, 11, 21)
_BLOCK = re.compile(r"^## (?P<title>.+?)\n(?P<body>.*?)(?=^## |\Z)", re.M | re.S)
_FENCE = re.compile(r"^```(?P<name>yaml before|yaml after|text)\n(?P<text>.*?)^```$", re.M | re.S)

_SECTIONS = [
    *("bottom-line", "overview", "options", "for-whom", "classes", "algorithm", "checks", "monitoring"),
    *("contraindications", "interactions", "pregnancy", "harms", "red-flags", "pitfalls", "evidence"),
    *("others-say", "cost-and-access", "limitations", "more", "questions", "conclusion"),
]
_AUDIENCE = {"kind": "audience", "sections": _SECTIONS}
_SHARED: dict[str, dict[str, Any]] = {
    "clinician": _AUDIENCE
    | {"label": "Clinicians", "switch": "For clinicians", "profile": "us-ismp", "regimens": "yes"},
    "patient": _AUDIENCE | {"label": "Patients", "switch": "For patients", "profile": "nhs-patient"},
    "examplitis": {
        "kind": "condition",
        "name": "Examplitis",
        "specialty": "not-stated",
        "codes": "not-stated",
    },
    "ada-example": {"kind": "person", "name": "Ada Example"},
}
_DRUG = {"kind": "drug", "brands": "not-stated", "drug_class": "not-stated", "mechanism": "not-stated"}
_SUMMARY = {
    "kind": "summary",
    "question": {"clinician": "Does examplin help?", "patient": "Can examplin help me?"},
    "condition": "examplitis",
    "audiences": ["clinician"],
}
_WORKS = {
    "roe-2020": {"title": "Examplin", "year": "2020", "authors": [{"family": "Roe"}], "type": "trial"},
    "doe-2021": {"title": "Otherin", "year": "2021", "authors": [{"family": "Doe"}], "type": "trial"},
}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two states as YAML, and the lines that a report gives of them."""

    name: str
    before: str
    after: str
    told: tuple[str, ...]


@cache
def pairs() -> tuple[Pair, ...]:
    """All pairs of all files."""
    return tuple(pair for file in sorted(PAIRS.glob("*.md")) for pair in _pairs_of(file))


def _pairs_of(file: Path) -> Iterator[Pair]:
    for block in _BLOCK.finditer(file.read_text(encoding="utf-8")):
        found = {fence["name"]: fence["text"] for fence in _FENCE.finditer(block["body"])}
        told = tuple(found["text"].splitlines())
        yield Pair(f"{file.stem}: {block['title']}", found["yaml before"], found["yaml after"], told)


def side(name: str, text: str) -> Compared:
    """One state of the site: entries by id over those that every pair has. ``question`` is the summary."""
    written = read_yaml(text.encode(), f"{name}.yml")
    assert written.findings == (), written.findings
    return made_side(name, written.root or {})


def made_side(name: str, state: Mapping[str, Any]) -> Compared:
    """The same of data. Keys that are no entry: ``works``, ``policy``, ``reviewers``, ``waivers``, ``redirects``,
    ``prose`` (Markdown below its title, by title).
    """
    library = _library(state)
    words, _ = read_words([packaged_templates()], "en")
    context = SiteContext(DAY, words)
    return Compared(name, library, compile_bodies(library, context), context)


_NO_ENTRIES = frozenset({"works", "policy", "reviewers", "waivers", "redirects", "prose"})


def _library(state: Mapping[str, Any]) -> Library:
    data: dict[str, Any] = dict(_SHARED)
    for drug in ("examplin", "otherin"):
        data[drug] = {**_DRUG, "name": drug}
    data["question"] = _SUMMARY
    for name, fields in state.items():
        if name in _NO_ENTRIES:
            continue
        if fields == "gone":
            del data[name]
        else:
            data[name] = {**data.get(name, {} if "kind" in fields else _SUMMARY), **fields}
    kinds: dict[str, Any] = {folder: {} for folder in set(FOLDER.values())}
    for name in sorted(data):
        kinds[FOLDER[data[name]["kind"]]][name] = entry(name, data[name])
    works = {**_WORKS, **state.get("works", {})}
    library = Library(
        works={key: Work.model_validate({"key": key, **work}) for key, work in sorted(works.items())},
        redirects=tuple(
            Redirect(old, to, Place("redirects.yml")) for old, to in state.get("redirects", {}).items()
        ),
        **kinds,
    )
    return _with_rules(replace(library, prose=tuple(_prose(state.get("prose", {})))), state)


def _prose(pages: Mapping[str, str]) -> Iterator[Prose]:
    for title, markdown in sorted(pages.items()):
        path = title.lower().replace(" ", "-")
        yield Prose(path, title, markdown, Place(f"content/pages/{path}.md", 1, 1))


def _with_rules(library: Library, state: Mapping[str, Any]) -> Library:
    if "policy" in state:
        library = replace(library, policy=EditorialPolicy.model_validate(state["policy"]))
    if "reviewers" in state:
        library = replace(library, reviewers=Reviewers.model_validate(state["reviewers"]))
    if "waivers" in state:
        library = replace(library, waivers=Waivers.model_validate({"waivers": state["waivers"]}).waivers)
    return library
