"""The text of a record as the bibliography keeps it: no entities, no tags, no invisible characters, single spaces."""

from __future__ import annotations

import html
import re

from generator.sources.source_text import UNWANTED

_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_STYLE_TAG = re.compile(r"</?(?:i|b|u|em|strong|italic|bold|scp|sc)>", re.IGNORECASE)
_RAISED_TAG = re.compile(r"<(sup|sub)>([^<>]{1,12})</\1>", re.IGNORECASE)
_RAISED = {
    "sup": str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ"),
    "sub": str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎"),
}
_ABBREVIATION = re.compile(r"(?:^|[\s(])(?:[A-Za-z]\.){2,}$")


def plain_text(text: str) -> str:
    """The text with entities and tags resolved, on one line. Hyphens that stand for a dash become the dash.

    A raised or lowered number keeps its meaning (10⁹, not 109); what has no such character keeps its tags.
    """
    plain = _ENTITY.sub(lambda match: html.unescape(match[0]), text)
    plain = _RAISED_TAG.sub(_raised, _STYLE_TAG.sub("", plain))
    plain = UNWANTED.sub(lambda match: "" if match[0] not in "\u0085\u2028\u2029" else " ", plain)
    return dashed(" ".join(plain.split()))


def dashed(text: str) -> str:
    """Two and three hyphens as the dashes that BibTeX reads them for."""
    return text.replace("---", "—").replace("--", "–")


def title_text(text: str) -> str:
    """A title without the full stop that PubMed sets after each; that of an abbreviation stays."""
    plain = plain_text(text)
    if plain.endswith(".") and not plain.endswith("..") and _ABBREVIATION.search(plain) is None:
        return plain[:-1].rstrip()
    return plain


def _raised(match: re.Match[str]) -> str:
    table = _RAISED[match[1].lower()]
    is_known = all(ord(character) in table for character in match[2])
    return match[2].translate(table) if is_known else match[0]
