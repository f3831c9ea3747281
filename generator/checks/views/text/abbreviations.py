"""Abbreviations in an edition: what is used, what is spelt out, what every reader knows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.checks.context import CheckContext
from generator.checks.views.text.designations import Row, cells
from generator.checks.views.text.run_text import OwnText, own_texts
from generator.model.library import Library
from generator.pages.site_text import EditionText

_WORD = re.compile(r"(?<![\w\u2060])[A-Z][A-Za-z0-9]*[A-Z][A-Za-z0-9]*(?![\w\u2060])")
_ROMAN = re.compile(r"[IVXL]+[A-C]?\Z")
_IN_WORDS = re.compile(r"[a-z]{2}|\d")
_STRESSED = frozenset(
    {
        "NOT",
        "DO",
        "AND",
        "OR",
        "NO",
        "ALL",
        "ONLY",
        "NEVER",
        "MUST",
        "IF",
        "STOP",
        "BUT",
        "ANY",
        "YES",
        "IN",
        "THE",
        "IS",
    }
)
_NAMED = re.compile(
    r"(?:-?\d*)\s(?:trials?|stud(?:y|ies)|registry|group|consortium|collaboration|investigators|virus)\b",
    re.I,
)
_BESIDE_DIGIT_BEFORE = re.compile(r"\d[\w]*-\Z")
_BESIDE_DIGIT_AFTER = re.compile(r"-\w*\d|-[a-z]+[A-Z]|\+|/[A-Z]\b")
_KEPT = "_names_with_capitals"


class Undefined(NamedTuple):
    """An abbreviation that an edition never spells out, at its first use."""

    own: OwnText
    written: str


def undefined_abbreviations(context: CheckContext, text: EditionText) -> Iterator[Undefined]:
    """Each abbreviation once that the edition does not spell out and its readers cannot be taken to know."""
    known = _known(context, text) | _STRESSED
    whole, seen = "", set()
    for own in own_texts(context, text):
        for found in _WORD.finditer(own.plain):
            written = _singular(found[0])
            if written in known or written in seen or not _is_abbreviation(own.plain, found):
                continue
            seen.add(written)
            whole = whole or _whole(context, text)
            if not _is_spelt_out(written, whole):
                yield Undefined(own, written)


def is_defined(context: CheckContext, text: EditionText, written: str) -> bool:
    """Whether the edition spells the abbreviation out anywhere."""
    return _is_spelt_out(written, _whole(context, text))


def names_with_capitals_of(context: CheckContext) -> frozenset[str]:
    """Every word with two capitals in the names of drugs and conditions."""
    kept: dict[str, frozenset[str]] = context.kept.setdefault(_KEPT, {})
    if "names" not in kept:
        kept["names"] = _names(context.library)
    return kept["names"]


def _names(library: Library) -> frozenset[str]:
    drugs = [(drug.name, *drug.synonyms, *_brands(drug.brands)) for drug in library.drugs.values()]
    conditions = [(one.name, *one.synonyms) for one in library.conditions.values()]
    return frozenset(
        _singular(found[0])
        for names in (*drugs, *conditions)
        for name in names
        for found in _WORD.finditer(name)
    )


def _brands(brands: object) -> tuple[str, ...]:
    return tuple(brand.name for brand in brands) if isinstance(brands, tuple) else ()


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 2 and word.endswith("s") else word


def _is_abbreviation(plain: str, found: re.Match[str]) -> bool:
    word = found[0]
    if _ROMAN.match(word) or _IN_WORDS.search(_singular(word)) or len(word) > 7:
        return False
    before = plain[max(0, found.start() - 8) : found.start()]
    is_code = _BESIDE_DIGIT_AFTER.match(plain, found.end()) or _BESIDE_DIGIT_BEFORE.search(before)
    return not is_code and not _NAMED.match(plain, found.end())


def _is_spelt_out(written: str, whole: str) -> bool:
    short = re.escape(written)
    inside = rf"[a-z] \((?:[^()]{{0,40}}[\s,;“‘])?{short}s?[)\s,;”’]"
    outside = rf"(?<!\w){short}s? \((?!or )[A-Za-z]?[a-z]+[ )]"
    told = rf"(?<!\w){short}s?,? (?:means|stands for|is short for) "
    return bool(re.search(rf"{inside}|{outside}|{told}", whole))


def _known(context: CheckContext, text: EditionText) -> frozenset[str]:
    audience = context.library.audiences.get(text.audience)
    is_lay = audience is not None and audience.profile == "nhs-patient"
    kept: dict[str, frozenset[str]] = context.kept.setdefault(_KEPT, {})
    if "lay" not in kept:
        rows = context.facts("abbreviations").rows
        others = names_with_capitals_of(context) | _STRESSED | _told_elsewhere(context)
        kept["lay"] = _written(row for row in rows if "all" in cells(row, "audiences")) | others
        kept["clinicians"] = _written(rows) | others
    return kept["lay" if is_lay else "clinicians"]


def _told_elsewhere(context: CheckContext) -> frozenset[str]:
    """Short forms of drugs, of which a rule of their own speaks."""
    return _written(context.facts("drug-abbreviations").rows)


def _written(rows: Iterable[Row]) -> frozenset[str]:
    return frozenset(cell for row in rows for cell in cells(row, "written"))


def _whole(context: CheckContext, text: EditionText) -> str:
    titles = (own.plain for own in own_texts(context, text) if own.pointer[:1] == ("question",))
    return " ".join([*titles, *(run.words.text for run in text.runs)])
