"""A word has the ending of a drug's name, and no drug of the library has it.

Bad:
    # There is no entry for tocilizumab.
    wording: Tocilizumab is an alternative.

Good:
    # content/drugs/tocilizumab.yml
    kind: drug
    name: tocilizumab
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.once import once
from generator.checks.registry import Scope
from generator.checks.views.drugs.listed_drugs import cells
from generator.checks.views.text.drug_spelling import drug_spelling, words_of
from generator.checks.views.text.plain_words import plain_words
from generator.diagnostics import Finding, Rule, Severity
from generator.model.entries.entry import Entry

RULE = Rule(
    code="DRG008",
    name="unknown-drug-name",
    severity=Severity.NOTE,
    summary="A word has the ending of a drug's name, and no drug here has that name.",
    why="Readers find no entry for the drug, and nothing watches over what is said of it.",
    cure="Check the spelling; then write an entry for the drug, or add the name to the synonyms of the one meant.",
    basis=("who-inn-stems-2024",),
    judges=True,
)
SCOPE = Scope.ENTRY

_SHORTEST = 7
_BEFORE_STEM = 2
"""So many letters at least stand before the ending: “statin” alone is a class."""


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find each such word, once in an entry."""
    told = set()
    for pointer, _, text in context.wordings(entry):
        for word in words_of(plain_words(text)):
            plain = word.casefold()
            if plain not in told and _is_unknown(context, plain):
                told.add(plain)
                message = f"“{word}” looks like the name of a drug, and no drug here has it"
                yield context.finding(RULE, entry.id, pointer, message)


def _is_unknown(context: CheckContext, word: str) -> bool:
    """Whether a word has the ending of a name and is none; each word is looked at once in a library."""
    judged = once(context, _judged)
    if word not in judged:
        spelling = drug_spelling(context)
        has_name = spelling.is_known(word) or spelling.meant(word) is not None
        judged[word] = _has_stem(context, word) and not has_name
    return judged[word]


def _judged(_: CheckContext) -> dict[str, bool]:
    return {}


def _has_stem(context: CheckContext, word: str) -> bool:
    stems, exceptions = once(context, _stems)
    if len(word) < _SHORTEST or word in exceptions:
        return False
    return any(word[start:] in stems for start in range(_BEFORE_STEM, len(word)))


def _stems(context: CheckContext) -> tuple[frozenset[str], frozenset[str]]:
    rows = context.facts("inn-stems").rows
    stems = frozenset(row["stem"].casefold() for row in rows if isinstance(row["stem"], str))
    return stems, frozenset(word.casefold() for row in rows for word in cells(row, "exceptions"))
