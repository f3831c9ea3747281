"""A text makes a drug sound harmless whose harms the same page warns of.

Bad:
    conclusion:
      - {wording: The favourable side effect profile of examplin makes it attractive., cites: [p-1]}
    harms:
      - {id: clots, drug: examplin, boxed: yes, wording: Blood clots can form., cites: [p-1]}

Good:
    conclusion:
      - {wording: Examplin is an option; blood clots stand against it., cites: [p-1]}
    harms:
      - {id: clots, drug: examplin, boxed: yes, wording: Blood clots can form., cites: [p-1]}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.claims.benign_wording import benign_phrases, graver_terms, may_be_benign
from generator.checks.views.claims.told_of import ToldText, told_of
from generator.checks.views.text.names_in_text import drugs_in_text
from generator.checks.views.text.plain_words import plain_words
from generator.checks.views.text.sentences import sentences
from generator.diagnostics import Finding, Rule, Severity
from generator.model.entries.drug import Drug
from generator.model.entries.entry import Entry
from generator.model.safety import Harm

RULE = Rule(
    code="ALG009",
    name="benign-wording-beside-boxed-harms",
    severity=Severity.WARNING,
    summary="A text makes a drug sound harmless whose harms the same page warns of.",
    why="Readers remember that the drug is well tolerated, and miss the warning that could save a patient.",
    cure="Say which harms are rare or mild, and name the grave ones in the same text.",
    basis=("consort-harms-2004",),
    judges=True,
)
SCOPE = Scope.ENTRY

_NOT_OURS = frozenset({"studies", "evidence", "others_say", "evidence_search"})
_SEVERE = re.compile(r"\b(?:serious|severe|life-threatening|fatal|grave)\b", re.I)
_WORD = re.compile(r"[^\W\d_]{5,}")


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find phrases of the list that are said of a drug with grave harms, in a text that names none of these."""
    for told in told_of(context, entry):
        if told.pointer[0] in _NOT_OURS or not may_be_benign(context, told.text):
            continue
        for sentence in sentences(told.text):
            for phrase in benign_phrases(context, sentence):
                drug = context.library.drugs.get(_subject(context, sentence, phrase, told) or "")
                harm = _unnamed_harm(context, entry, drug, told.text) if drug is not None else None
                if drug is not None and harm is not None:
                    message = f"“{phrase[0]}” is said of {drug.name}, beside its harm “{harm}”"
                    yield context.finding(RULE, entry.id, told.pointer, message)


def _unnamed_harm(context: CheckContext, entry: Entry, drug: Drug, text: str) -> str | None:
    """A grave harm of the drug, here or in its own entry, if the text speaks of none."""
    harms = [*_grave_harms(context, entry, drug.id)]
    if entry.id != drug.id:
        harms += _grave_harms(context, drug, drug.id)
    words = {word.casefold() for word in _WORD.findall(text)}
    named = any(words & {word.casefold() for word in _WORD.findall(harm)} for harm in harms)
    return harms[0] if harms and not named and not graver_terms(context).search(text) else None


def _grave_harms(context: CheckContext, entry: Entry, drug: str) -> Iterator[str]:
    """The harms of a drug in an entry that are boxed, called serious, or such as stand in boxed warnings."""
    for harm in getattr(entry, "harms", ()):
        texts = [plain_words(text) for text in harm.wording.by_audience.values()]
        of_drug = harm.drug_ids or ((entry.id,) if isinstance(entry, Drug) else ())
        if drug in of_drug and _is_grave(context, harm, texts):
            yield texts[0].removesuffix(".")


def _is_grave(context: CheckContext, harm: Harm, texts: list[str]) -> bool:
    is_severe = _SEVERE.search(harm.severity or "") is not None
    return harm.boxed or is_severe or any(graver_terms(context).search(text) for text in texts)


def _subject(context: CheckContext, sentence: str, phrase: re.Match[str], told: ToldText) -> str | None:
    """The drug that is named nearest to the phrase, or else the one that the text is about."""
    names = [name for name in drugs_in_text(context).found(sentence) if len(name.ids) == 1]
    if names:
        nearest = min(
            names, key=lambda name: min(abs(name.start - phrase.end()), abs(phrase.start() - name.end))
        )
        return min(nearest.ids)
    return told.drugs[0] if len(told.drugs) == 1 else None
