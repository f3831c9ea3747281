"""How much changed, in numbers and in words: the first thing that a report says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.change import ChangeClass
from generator.review.site.changed_fact import ChangedFact, FactKind, LibraryComparison

NOTHING = "no clinical change"
_CLASSES = tuple(level for level in ChangeClass if level is not ChangeClass.NONE)


@dataclass(frozen=True, slots=True)
class ChangeCounts:
    """Facts by class, what was not compared apart; the pages that they reach; rules of the site by class."""

    not_compared: int
    facts: tuple[tuple[ChangeClass, int], ...]
    pages: int
    new_pages: int
    gone_pages: int
    rules: tuple[tuple[ChangeClass, int], ...]


def change_counts(comparison: LibraryComparison) -> ChangeCounts:
    """Count the facts of a comparison."""
    content = [fact for fact in comparison.facts if fact.kind not in (FactKind.RULES, FactKind.NOT_COMPARED)]
    gone = [fact for fact in content if fact.kind is FactKind.PAGE and not fact.change.after]
    return ChangeCounts(
        not_compared=len(comparison.not_compared),
        facts=_by_class(content),
        pages=len(comparison.changed_pages),
        new_pages=len(comparison.new_pages),
        gone_pages=sum(len(fact.pages) for fact in gone),
        rules=_by_class(fact for fact in comparison.facts if fact.kind is FactKind.RULES),
    )


def counts_in_words(comparison: LibraryComparison) -> str:
    """``2 critical, 1 major, 3 minor on 4 pages; 1 page new; rules of the site: 1 critical``."""
    counts = change_counts(comparison)
    classes = [f"{counts.not_compared} NOT COMPARED"] if counts.not_compared else []
    classes += [_class(*one) for one in counts.facts]
    where = f" on {_pages(counts.pages)}" if counts.pages else ""
    said = [f"{', '.join(classes)}{where}"] if classes else []
    said += [f"{_pages(counts.new_pages)} new"] if counts.new_pages else []
    said += [f"{_pages(counts.gone_pages)} gone or moved"] if counts.gone_pages else []
    if counts.rules:
        said.append(f"rules of the site: {', '.join(_class(*one) for one in counts.rules)}")
    return "; ".join(said) or NOTHING


def left_out_words(facts: Iterable[ChangedFact]) -> str:
    """``5 major and 32 minor``: what did not fit."""
    said = [_class(*one) for one in _by_class(facts)]
    return " and ".join([", ".join(said[:-1]), said[-1]]) if len(said) > 1 else "".join(said)


def _by_class(facts: Iterable[ChangedFact]) -> tuple[tuple[ChangeClass, int], ...]:
    found = Counter(fact.level for fact in facts)
    return tuple((level, found[level]) for level in _CLASSES if found[level])


def _class(level: ChangeClass, number: int) -> str:
    return f"{number:,} {level.value}"


def _pages(number: int) -> str:
    return f"{number:,} {'page' if number == 1 else 'pages'}"
