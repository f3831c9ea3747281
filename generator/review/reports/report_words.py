"""The words that every report of a comparison has in common. They still hold the content's own signs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from generator.model.change import ChangeClass
from generator.review.site.changed_fact import AddedDecision, ChangedFact, ComparedPage, FactKind, Need
from generator.review.words.closure_names import shortened

SHOWN = 3
"""How many pages are named; the others are counted."""
_TITLE = 80
"""How much of a title is told."""


def fact_words(fact: ChangedFact) -> str:
    """The sentence of a fact; of a rule of the site, that it is one."""
    return f"Rules of the site: {fact.sentence}" if fact.kind is FactKind.RULES else fact.sentence


def is_lesser_rule(fact: ChangedFact) -> bool:
    """Whether it is a change of a rule of the site that stands apart: a critical one stands with the criticals."""
    return fact.kind is FactKind.RULES and fact.level is not ChangeClass.CRITICAL


def where_words(fact: ChangedFact, shown: int = SHOWN) -> str:
    """``in “Azathioprine” (Health professionals); reaches 12 more pages: “Question” (…), … and 10 more``."""
    is_said = fact.kind in (FactKind.PAGE, FactKind.PROSE)  # the sentence names the page
    said = [f"in {pages_words(fact.pages, shown)}"] if fact.pages and not is_said else []
    if fact.reaches:
        number, more = len(fact.reaches), "more " if fact.pages else ""
        pages = "page" if number == 1 else "pages"
        said.append(f"reaches {number:,} {more}{pages}: {pages_words(fact.reaches, shown)}")
    return "; ".join(said)


def pages_words(pages: Sequence[ComparedPage], shown: int = SHOWN) -> str:
    """Pages by their titles with the names of their editions: the first, and how many more."""
    by_entry: dict[str, list[ComparedPage]] = {}
    for page in pages:
        by_entry.setdefault(page.entry, []).append(page)
    titles = {entry: page_title(of[0]) for entry, of in by_entry.items()}
    often = Counter(titles.values())
    named = [
        f"“{titles[entry]}”{f' [{entry}]' if often[titles[entry]] > 1 else ''} ({_editions(of)})"
        for entry, of in list(by_entry.items())[:shown]
    ]
    more = sum(len(of) for of in list(by_entry.values())[shown:])
    return ", ".join(named) + (f" and {more:,} more" if more else "")


def page_title(page: ComparedPage) -> str:
    """What a page is called where it is named among others: its title, or the beginning of it."""
    return shortened(" ".join(page.title.split()), _TITLE) or page.entry


def _editions(pages: Sequence[ComparedPage]) -> str:
    return ", ".join(page.label or page.audience for page in pages)


def need_words(need: Need) -> str:
    """``2 people, among them somebody in the role pharmacy``."""
    people = "1 person" if need.people == 1 else f"{need.people} people"
    roles = [f"somebody in the role {' or '.join(group)}" for group in need.roles]
    return f"{people}, among them {' and '.join(roles)}" if roles else people


def decision_words(decision: AddedDecision) -> str:
    """``2026-11-21 09:30 UTC: Jane Roe (pharmacy): approve question``."""
    role = f" ({decision.role})" if decision.role else ""
    shown = ", ".join(decision.entries[:SHOWN])
    more = len(decision.entries) - SHOWN
    said = f"{decision.at}: {decision.by}{role}: {decision.decision} {shown}"
    return f"{said} and {more} more" if more > 0 else said
