"""Notes and reasons that may tell a suspended dose in an author's own words: they wait until it is lifted.

A change note such as "The maximum is 3 mg" stands on lists and in the feed, far from any warning.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.compiler.context import EditionKey, SiteContext
from generator.compiler.drug_names import drug_names
from generator.compiler.edition_body import EditionBody
from generator.compiler.suspended_doses import tells_a_number
from generator.model.library import Library
from generator.model.quotes import quotes_of

Bodies = Mapping[EditionKey, EditionBody]

_ISO_DAY = r"(?<!\d)\d{4}-\d\d-\d\d(?!\d)"


@dataclass(frozen=True, slots=True)
class WithheldWords:
    """``entries`` speak of something suspended; ``names`` find the drugs that are suspended everywhere."""

    entries: frozenset[str] = frozenset()
    names: tuple[re.Pattern[str], ...] = ()

    @classmethod
    def of(cls, library: Library, bodies: Bodies, context: SiteContext) -> WithheldWords:
        """Look once at all editions, as they are published."""
        if not context.suspended.doses and not context.suspended.drugs:
            return cls()
        names = tuple(drug_names(library, drug) for drug in context.suspended.drugs)
        return cls(frozenset(_touched(bodies, context)), names)

    def withholds(self, entry: str, text: str, context: SiteContext) -> bool:
        """Whether a note or a reason of an entry may tell an amount that is suspended."""
        is_about = entry in self.entries or any(name.search(text) for name in self.names)
        return is_about and tells_an_amount(text, context)


def tells_an_amount(text: str, context: SiteContext) -> bool:
    """Whether there is a number in a text beside its days (``3 June 2026``, ``2026-06-03``)."""
    months = "|".join(re.escape(context.word(f"month-{number}")) for number in range(1, 13))
    days = rf"{_ISO_DAY}|(?<!\d)\d{{1,2}} (?:{months}) \d{{4}}(?!\d)"
    return tells_a_number(re.sub(days, "", text))


def _touched(bodies: Bodies, context: SiteContext) -> Iterator[str]:
    """Entries with a suspended dose, or a notice of one; the drugs of these doses; and what names a suspended drug."""
    suspended = context.suspended
    yield from suspended.drugs
    yield from (name.partition("#")[0] for name in suspended.doses)
    for (entry, _), body in bodies.items():
        if body.suspended:
            yield entry
            yield from _drugs_of(body)
        if any(quote.target in suspended.drugs for quote in quotes_of(body.edition) if quote.kind == "drug"):
            yield entry


def _drugs_of(body: EditionBody) -> Iterator[str]:
    for name in body.suspended:
        owner, _, dose_id = name.partition("#")
        dose = getattr(body.library.entry(owner), "doses", {}).get(dose_id)
        yield from dose.drugs if dose is not None else ()
