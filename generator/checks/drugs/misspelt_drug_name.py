"""A word is nearly the name of a drug, and not quite.

Bad:
    # The drug's name is azathioprine.
    wording: Azathioprin can be considered.

Good:
    wording: Azathioprine can be considered.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.text.drug_spelling import drug_spelling, words_of
from generator.checks.views.text.plain_words import plain_words
from generator.diagnostics import Finding, Rule, Severity
from generator.model.entries.entry import Entry

RULE = Rule(
    code="DRG007",
    name="misspelt-drug-name",
    severity=Severity.WARNING,
    summary="A word is nearly the name of a drug, and not quite.",
    why="A name that is misspelt is not found by those who search for it, and may be read as that of another drug.",
    cure="Write the name as the drug's entry has it, or add this spelling to its synonyms.",
    basis=("who-inn-stems-2024", "fda-ismp-look-alike-names-2023"),
    judges=True,
)
SCOPE = Scope.ENTRY


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find each such word, once in an entry."""
    told = set()
    spelling = drug_spelling(context)
    for pointer, _, text in context.wordings(entry):
        for word in words_of(plain_words(text)):
            meant = spelling.meant(word)
            if meant is not None and word.casefold() not in told:
                told.add(word.casefold())
                message = f"no drug here has the name “{word}”"
                yield context.finding(RULE, entry.id, pointer, message, f"Did you mean “{meant}”?")
