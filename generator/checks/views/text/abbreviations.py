"""Abbreviations in an edition: what is used, what is spelt out, what every reader knows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.checks.context import CheckContext
from generator.checks.once import once
from generator.checks.views.text.designations import Row, cells
from generator.checks.views.text.run_text import OwnText, own_texts
from generator.checks.views.text.spelt_out import is_said_so, is_spelt_out, words_of
from generator.pages.site_text import EditionText

_WORD = re.compile(r"(?<![\w\u2060])[A-Z][A-Za-z0-9]*[A-Z][A-Za-z0-9]*(?![\w\u2060])")
_ROMAN = re.compile(r"[IVXL]+[A-Ca-c]?\Z")
_IN_WORDS = re.compile(r"[a-z]{2}|\d")
_STRESSED = frozenset({
    "NOT", "DO", "AND", "OR", "NO", "ALL", "ONLY", "NEVER", "MUST", "IF", "STOP", "BUT", "ANY", "YES",
    "IN", "THE", "IS", "ARE", "BE", "BEEN", "HAVE", "OF", "ON", "TO", "FOR", "BY", "WITH", "SHOULD",
    "MAY", "USE", "KEEP", "OUT", "ONE", "ONCE", "TWICE", "DAY", "DAILY", "WEEK", "WEEKLY", "EVERY",
    "EACH", "SAME", "ALWAYS", "BEFORE", "AFTER", "FIRST", "MORE", "LESS", "NOW", "WHEN", "NOTE",
    "WARNING", "CAUTION", "DANGER", "AIM", "STUDY", "DESIGN", "METHODS", "RESULTS", "OK",
})  # fmt: skip
"""Words that are written in capitals for their weight."""
_NAMED = re.compile(
    r"(?:-?\d*)\s(?:trials?|stud(?:y|ies)|registry|group|consortium|collaboration|investigators|virus|genes?)\b",
    re.I,
)
_STEM = 5
"""So many letters tell the name of a drug from other words."""
_BESIDE_DIGIT_BEFORE = re.compile(r"\d[\w]*-\Z")
_BESIDE_DIGIT_AFTER = re.compile(r"-\w*\d|-[a-z]+[A-Z]|\+|/[A-Z]\b")


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
            if not is_spelt_out(written, whole):
                yield Undefined(own, written)


def is_defined(context: CheckContext, text: EditionText, written: str) -> bool:
    """Whether the edition spells the abbreviation out anywhere."""
    return is_spelt_out(written, _whole(context, text))


def has_another_meaning(context: CheckContext, text: EditionText, written: str, meant: str) -> bool:
    """Whether the edition gives words with its very initials for the abbreviation, none of which is ``meant``."""
    words = words_of(written, _whole(context, text)).lower().split()
    stems = {word[:_STEM] for word in meant.lower().split() if len(word) >= _STEM}
    is_exact = "".join(word[0] for word in words) == written.lower()
    return is_exact and not any(word.startswith(tuple(stems)) for word in words)


def names_with_capitals_of(context: CheckContext) -> frozenset[str]:
    """Every word with two capitals in the names of drugs and conditions."""
    return once(context, _names)


def _names(context: CheckContext) -> frozenset[str]:
    library = context.library
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
    is_named = _NAMED.match(plain, found.end()) or is_said_so(plain, *found.span())
    return not is_code and not is_named


def _known(context: CheckContext, text: EditionText) -> frozenset[str]:
    audience = context.library.audiences.get(text.audience)
    is_lay = audience is not None and audience.profile == "nhs-patient"
    return once(context, _known_to, is_lay)


def _known_to(context: CheckContext, is_lay: bool) -> frozenset[str]:
    rows = context.facts("abbreviations").rows
    others = names_with_capitals_of(context) | _STRESSED | _told_elsewhere(context)
    return _written(row for row in rows if not is_lay or "all" in cells(row, "audiences")) | others


def _told_elsewhere(context: CheckContext) -> frozenset[str]:
    """Short forms of drugs, of which a rule of their own speaks."""
    return _written(context.facts("drug-abbreviations").rows)


def _written(rows: Iterable[Row]) -> frozenset[str]:
    return frozenset(cell for row in rows for cell in cells(row, "written"))


def _whole(context: CheckContext, text: EditionText) -> str:
    titles = (own.plain for own in own_texts(context, text) if own.pointer[:1] == ("question",))
    return " ".join([*titles, *(run.words.text for run in text.runs)])
