"""A recommendation is worded more strongly for another audience than for clinicians, although it is not rated strong.

It is found where the clinicians' words hedge (can be considered, may, suggest) and the others say must, should, is
recommended or proven, without a hedge of their own.

Bad:
    strength: conditional
    wording: {clinician: Azathioprine can be considered., patient: You should take azathioprine.}

Good:
    strength: conditional
    wording: {clinician: Azathioprine can be considered., patient: You may want to think about azathioprine.}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.text.names_in_text import NamesInText, drugs_in_text
from generator.checks.views.text.plain_words import plain_words
from generator.checks.views.text.sentences import sentences
from generator.diagnostics import Finding, Rule, Severity
from generator.model.entries.entry import Entry
from generator.model.text import CLINICIAN

RULE = Rule(
    code="AUD014",
    name="strength-raised-for-patients",
    severity=Severity.WARNING,
    summary="A recommendation is worded more strongly for another audience than for clinicians.",
    why="Patients would expect, or refuse to do without, what is no more than one possibility.",
    cure="Hedge it as for clinicians: “may help”, “can be thought about”, “is one choice”.",
    basis=("cochrane-plain-language-2021", "cfr-medication-guide"),
    judges=True,
)
SCOPE = Scope.ENTRY

_NOT_STRONG = ("conditional", "not-rated")
_HEDGE = re.compile(
    r"\b(?:may|might|could|can be|can also be|consider(?:ed|ation)?|suggest(?:ed|s)?|option(?:s|al)?|possibl[ey]|"
    r"perhaps|probably|likely|uncertain|unclear|case by case|individual(?:ised|ized)?|discuss(?:ed)?|"
    r"think about|thought about|talk(?:ed)? (?:about|over|with|to)|choice|choose|look at|evaluate[ds]?|can try)\b",
    re.IGNORECASE,
)
_STRONG = re.compile(
    r"\b(?:must|should|ought to|ha(?:s|ve) to|needs? to|always|(?:is|are|we) (?:strongly )?(?:recommend(?:ed)?|"
    r"advised)|(?:is|has been|was) (?:shown|proven|proved)|proven|definitely|certainly|"
    r"the best (?:treatment|medicine|choice)|"
    r"(?:is|are) required|cures|"
    r"(?:it|this|the (?:treatment|medicine|drug|tablets?|injections?|infusions?)) will "
    r"(?:help|work|cure|stop|prevent))\b",
    re.IGNORECASE,
)
_WILL = re.compile(r" will (?:help|work|cure|stop|prevent)\b")
_OTHER_ADVICE = re.compile(
    r"\b(?:tell|ask|call|contact|see|let|report|keep|know|check|avoid|read|get help|wait|watch|drink|expect)\b",
    re.IGNORECASE,
)
_NEGATED = re.compile(r"\b(?:not|never|no|nobody|without)\b|n[’']t\b", re.IGNORECASE)


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find recommendations that gain strength on the way to another audience."""
    declared = [audience.id for audience in context.library.editions_of(entry)]
    for index, recommendation in enumerate(getattr(entry, "recommendations", ())):
        wording = recommendation.wording
        hedge = _hedge(plain_words(wording.for_audience(CLINICIAN) or ""))
        if not hedge or recommendation.strength not in _NOT_STRONG:
            continue
        for audience in declared:
            text = wording.for_audience(audience) if audience != CLINICIAN else None
            raised = _raised(plain_words(text), drugs_in_text(context)) if text else ""
            if raised:
                message = f"“{audience}” is told “{raised}”, and clinicians “{hedge}”"
                pointer = ("recommendations", index, "wording", audience)
                yield context.finding(RULE, entry.id, pointer, message)


def _hedge(text: str) -> str:
    """What a text hedges with, where it says nothing strong besides; or nothing."""
    found = _HEDGE.search(text)
    return found[0] if found and not _STRONG.search(text) else ""


def _raised(text: str, drugs: NamesInText) -> str:
    """The strong words in a text of which no sentence that is about the treatment hedges; or nothing."""
    if _HEDGE.search(text):
        return ""
    for sentence in sentences(text):
        found = _STRONG.search(sentence) or _promise(sentence, drugs)
        if found and not _OTHER_ADVICE.search(sentence) and not _NEGATED.search(sentence):
            return found[0].strip()
    return ""


def _promise(sentence: str, drugs: NamesInText) -> re.Match[str] | None:
    """What a drug is said to do without doubt: azathioprine will help."""
    told = (_WILL.match(sentence, name.end) for name in drugs.found(sentence))
    return next((found for found in told if found), None)
