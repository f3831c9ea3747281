"""The summary of a class lists other drugs than the class has.

Bad:
    classes:
      - id: sample-class
        title: Sample class
        summary: [{wording: "Drugs such as examplin and samplin may help.", cites: [p-1]}]
        drugs:
          - {drug: examplin, doses: not-stated}
          - {drug: samplin, doses: not-stated}
          - {drug: otherin, doses: not-stated}

Good:
    classes:
      - id: sample-class
        title: Sample class
        summary: [{wording: "Drugs such as examplin, samplin and otherin may help.", cites: [p-1]}]
        drugs:
          - {drug: examplin, doses: not-stated}
          - {drug: samplin, doses: not-stated}
          - {drug: otherin, doses: not-stated}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.text.names_in_text import FoundName, drugs_in_text
from generator.checks.views.text.plain_words import plain_words
from generator.checks.views.text.sentences import sentences
from generator.checks.walk import WordedText, own_wordings
from generator.diagnostics import Finding, Rule, Severity
from generator.model.entries.entry import Entry
from generator.model.entries.medication import MedicationClass

RULE = Rule(
    code="ALG010",
    name="class-summary-names-other-drugs",
    severity=Severity.WARNING,
    summary="The summary of a class lists other drugs than the class has.",
    why="The reader cannot tell whether what the summary says holds for every drug that stands below it.",
    cure="List every drug of the class, or say for which of them it holds and why not for the others.",
    basis=("agree-ii-2010",),
    judges=True,
)
SCOPE = Scope.ENTRY

_LISTS = re.compile(
    r"(?:such as|for example|for instance|e\.g\.|including|includes?|namely|like|comprises?|consists? of|\bare|:|\()"
    r",?\s(?:the\s)?\Z|[:(]\s?\Z",
    re.I,
)
_JOINED = re.compile(r"(?:\s\([^()]*\))?(?:,? (?:and|or|and/or) |, ?|/)", re.I)
_BEFORE = 20


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find lists of drugs in class summaries that leave out a drug of the class or have one that is not in it."""
    for number, group in enumerate(getattr(entry, "classes", ())):
        texts = list(_summary(group, number))
        own = {place.drug for place in group.drugs}
        for pointer, audience, text in texts:
            named = {drug for _, reader, one in texts if reader == audience for drug in _drugs(context, one)}
            for listed in _lists(context, text):
                message = _message(context, group, listed, own - named)
                if message and len(own & set(listed)) > 0:
                    yield context.finding(RULE, entry.id, pointer, message)


def _message(context: CheckContext, group: MedicationClass, listed: list[str], missing: set[str]) -> str:
    own = [place.drug for place in group.drugs]
    foreign = [drug for drug in listed if drug not in own]
    if foreign:
        return f"the summary lists {_names(context, foreign)}, which the class “{group.title}” does not have"
    left_out = [drug for drug in own if drug in missing]
    if left_out:
        return (
            f"the summary lists {_names(context, listed)}, and the class also has {_names(context, left_out)}"
        )
    return ""


def _summary(group: MedicationClass, number: int) -> Iterator[WordedText]:
    for index, statement in enumerate(group.summary):
        for pointer, audience, text in own_wordings(statement, ("classes", number, "summary", index)):
            yield pointer, audience, plain_words(text)


def _drugs(context: CheckContext, text: str) -> Iterator[str]:
    for name in drugs_in_text(context).found(text):
        yield from sorted(name.ids)


def _lists(context: CheckContext, text: str) -> Iterator[list[str]]:
    """Each list of at least two drugs that is announced as one: "such as A, B and C"."""
    for sentence in sentences(text):
        runs: list[list[FoundName]] = []
        for name in drugs_in_text(context).found(sentence):
            if runs and _JOINED.fullmatch(sentence, runs[-1][-1].end, name.start):
                runs[-1].append(name)
            else:
                runs.append([name])
        for run in runs:
            before = sentence[max(0, run[0].start - _BEFORE) : run[0].start]
            if len(run) > 1 and _LISTS.search(before) and all(len(name.ids) == 1 for name in run):
                yield list(dict.fromkeys(min(name.ids) for name in run))


def _names(context: CheckContext, drugs: list[str]) -> str:
    names = [context.library.drugs[drug].name if drug in context.library.drugs else drug for drug in drugs]
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
