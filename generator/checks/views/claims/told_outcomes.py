"""In which order a text tells a benefit and a primary outcome."""

from __future__ import annotations

from generator.checks.context import CheckContext
from generator.checks.views.text.phrases import find_phrases, is_negated
from generator.checks.views.text.plain_words import plain_words
from generator.checks.views.text.sentences import sentences


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
            if kind != "benefit" or not is_negated(sentence, one.start)
        ]
        if told:
            benefit = _before(told)
            if benefit or any(kind == "primary" for _, kind in told):
                return benefit
    return ""


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
