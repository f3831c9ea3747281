"""A drug is named in another edition's words that the entry does not name to clinicians, in words or as data.

Bad:
    wording:
      clinician: An immunosuppressant can be considered.
      patient: Azathioprine may be tried.

Good:
    wording:
      clinician: Azathioprine can be considered.
      patient: Azathioprine may be tried.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.text.names_in_text import drugs_in_text
from generator.checks.views.text.plain_words import plain_words
from generator.checks.views.works.lay_editions import compared_texts
from generator.checks.walk import walk_fields
from generator.diagnostics import Finding, Rule, Severity
from generator.model.dose import Dose
from generator.model.entries.entry import Entry
from generator.model.text import CLINICIAN

RULE = Rule(
    code="AUD010",
    name="drug-not-for-clinicians",
    severity=Severity.WARNING,
    summary="A drug that another edition names is not on the clinicians’ page.",
    why="A patient would ask for a treatment that the page for those who treat them does not know.",
    cure="Name the drug to clinicians too, with what it stands on, or take it out here.",
    basis=("cochrane-plain-language-2021", "cfr-medication-guide"),
    judges=True,
)
SCOPE = Scope.ENTRY


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find names of drugs, also brands and synonyms, none of whose drugs the clinicians are told of."""
    finder = drugs_in_text(context)
    texts = compared_texts(context, entry)
    doubtful = [(audience, told, name) for audience, told in texts for name in finder.found(told.words)]
    for known_from in (_quoted, _worded, _labelled):
        if doubtful:
            known = set(known_from(context, entry))
            doubtful = [one for one in doubtful if not one[2].ids & known]
    for audience, told, name in doubtful:
        message = f"“{name.written}” is named to “{audience.id}” and not to clinicians"
        yield context.finding(RULE, entry.id, told.pointer, message)


def _quoted(context: CheckContext, entry: Entry) -> Iterator[str]:
    for quote in context.quotes(entry):
        if quote.kind in ("drug", "entry"):
            yield quote.target
        elif quote.kind == "dose" and "#" in quote.target:
            yield from _drugs_of_dose(context, quote.target)


def _worded(context: CheckContext, entry: Entry) -> Iterator[str]:
    for _, audience, text in context.wordings(entry):
        if audience == CLINICIAN:
            yield from _named(context, plain_words(text))


def _labelled(context: CheckContext, entry: Entry) -> Iterator[str]:
    for pointer, part in context.parts(entry):
        for _, value in walk_fields(part, pointer):
            if isinstance(value, str):
                yield from _named(context, value)


def _named(context: CheckContext, text: str) -> Iterator[str]:
    for name in drugs_in_text(context).found(text):
        yield from name.ids


def _drugs_of_dose(context: CheckContext, target: str) -> tuple[str, ...]:
    owner, _, dose_id = target.partition("#")
    dose = getattr(context.library.entry(owner), "doses", {}).get(dose_id)
    return dose.drugs if isinstance(dose, Dose) else ()
