"""The JAMA benchmarks of a page: authorship, attribution, disclosure, currency (Silberg and others, 1997)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.entries.decision import Decision
from generator.model.entries.entry import Entry
from generator.model.library import Library
from generator.model.quotes import Quote


@dataclass(frozen=True, slots=True)
class JamaBenchmarks:
    """For each benchmark whether a page meets it; of what is not met, ``gaps`` says in words what is missing."""

    authorship: bool
    attribution: bool
    disclosure: bool
    currency: bool
    gaps: tuple[str, ...]

    @property
    def score(self) -> int:
        """How many of the four are met."""
        return self.authorship + self.attribution + self.disclosure + self.currency


def jama_benchmarks(
    library: Library, entry: Entry, quotes: Iterable[Quote], approvals: Iterable[Decision]
) -> JamaBenchmarks:
    """Score one entry.

    ``quotes`` is what the entry names (`quotes_of`), ``approvals`` are the decisions of people that approved or
    reaffirmed it. Authorship: every author is a person with credentials. Attribution: works are cited, and all of
    them can be identified. Disclosure: everybody who approved it declared their interests. Currency: it has a day, of
    a change note or of an approval.
    """
    approved = tuple(approvals)
    works = {quote.target for quote in quotes if quote.kind == "work"}
    authorship, attribution = _has_authors(library, entry), _has_references(library, works)
    disclosure, currency = _discloses(approved), bool(entry.changes or approved)
    met = (authorship, attribution, disclosure, currency)
    gaps = tuple(words for words, is_met in zip(_WORDS, met, strict=True) if not is_met)
    return JamaBenchmarks(authorship, attribution, disclosure, currency, gaps)


_WORDS = (
    "authorship (authors who are named people, with credentials)",
    "attribution (references, all of which can be identified)",
    "disclosure (the interests of those who approved it)",
    "currency (the day of a change or of an approval)",
)


def _has_authors(library: Library, entry: Entry) -> bool:
    people = [library.people.get(author) for author in entry.authors]
    return bool(people) and all(one and one.kind == "person" and one.credentials for one in people)


def _has_references(library: Library, keys: set[str]) -> bool:
    works = [library.works.get(key) for key in keys]
    return bool(works) and all(work is not None and not work.unresolved for work in works)


def _discloses(approved: tuple[Decision, ...]) -> bool:
    return bool(approved) and all(decision.interests for decision in approved)
