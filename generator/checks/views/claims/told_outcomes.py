"""In which order a text tells a benefit and a primary outcome."""

from __future__ import annotations

import re

from generator.checks.context import CheckContext
from generator.checks.views.text.phrases import find_phrases, is_negated
from generator.checks.views.text.plain_words import plain_words
from generator.checks.views.text.sentences import sentences

_P_ABOVE = re.compile(r"\bP\s?[=>]\s?(?:0?[.·](?:0[5-9]|[1-9])\d*|1\b)", re.IGNORECASE)
"""A P value above 0.05: that of the primary outcome, for which nothing else was found."""


_RATIO = re.compile(
    r"\b(?:ratio|HR|OR|RR)\D{0,12}\d[\d.]*\D{0,4}(?:95\s?% (?:CI|confidence interval)\D{0,3})?"
    r"(?P<low>\d+\.\d+)(?: to | ?[-–] ?)(?P<high>\d+\.\d+)"
)


def benefit_told_first(context: CheckContext, text: str) -> str:
    """The words of a benefit that is told before any primary outcome, or told as the main thing beside it; or nothing.

    "Pain improved, but the primary outcome did not differ" tells both. "Pain improved, although the primary outcome
    did not differ" makes little of the primary outcome.
    """
    tells = {str(row["phrase"]): str(row["tells"]) for row in context.facts("outcome-wording").rows}
    for sentence in sentences(plain_words(text)):
        found = [(one, tells.get(one.listed, "")) for one in find_phrases(sentence, tuple(tells))]
        if any(kind == "question" for _, kind in found):
            continue
        told = [
            (one.written, kind)
            for one, kind in found
            if kind != "other" and not (kind == "benefit" and is_negated(sentence, one.start))
        ]
        told += [("", "primary")] if _is_not_significant(sentence) else []
        if told:
            benefit = _before(told)
            if benefit or any(kind == "primary" for _, kind in told):
                return benefit
    return ""


def _is_not_significant(sentence: str) -> bool:
    """Whether a sentence gives a P value above 0.05, or a ratio whose interval holds 1."""
    ratio = _RATIO.search(sentence)
    holds_one = ratio is not None and float(ratio["low"]) < 1 < float(ratio["high"])
    return holds_one or _P_ABOVE.search(sentence) is not None


def _before(told: list[tuple[str, str]]) -> str:
    """The first benefit of a sentence, unless the primary outcome comes first or is joined to it as its equal."""
    kinds = [kind for _, kind in told]
    if "benefit" not in kinds:
        return ""
    first = kinds.index("benefit")
    if "primary" not in kinds:
        return told[first][0]
    primary = kinds.index("primary")
    return told[first][0] if "concession" in kinds[first:primary] else ""
