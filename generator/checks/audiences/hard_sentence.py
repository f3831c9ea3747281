"""One of the hardest sentences of an edition that reads at too high a grade.

The three hardest are told, so that an editor knows where to begin.

Bad:
    # content/audiences/patient.yml
    reading_grade: 8
    # content/summaries/azathioprine.yml
    wording: {patient: Immunosuppressive therapy necessitates regular haematological surveillance.}

Good:
    wording: {patient: This medicine calms the immune system. You will need blood tests.}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.text.graded_sentences import GradedSentence, graded_edition
from generator.diagnostics import Finding, Rule, Severity
from generator.model.entries.entry import Entry

RULE = Rule(
    code="AUD002",
    name="hard-sentence",
    severity=Severity.NOTE,
    summary="One of the three hardest sentences of an edition that is too hard to read.",
    why="A reader who is lost in one sentence often gives up the page.",
    cure="Split the sentence, and put everyday words in place of long ones.",
    basis=("kincaid-1975", "cdc-clear-communication-2014"),
    judges=True,
)
SCOPE = Scope.ENTRY

_HOW_MANY = 3
_SHOWN = 60
_WORDS_SHOWN = 4
_MANY_WORDS = 20


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find the sentences to begin with, in editions that are over their grade."""
    if not hasattr(entry, "audiences"):
        return
    for audience in context.library.editions_of(entry):
        edition = graded_edition(context, entry, audience)
        if edition.is_over_target:
            for sentence in edition.hardest(_HOW_MANY):
                message = (
                    f"“{_shortened(sentence.text)}” reads at grade {sentence.grade:.0f}: {_reasons(sentence)}"
                )
                yield context.finding(RULE, entry.id, sentence.pointer, message)


def _reasons(sentence: GradedSentence) -> str:
    count = len(sentence.words)
    length = f"{count} words, which is much for one sentence" if count > _MANY_WORDS else f"{count} words"
    long_words = sentence.long_words[:_WORDS_SHOWN]
    return f"{length}; long words: {', '.join(long_words)}" if long_words else length


def _shortened(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rsplit(' ', 1)[0]} …"
