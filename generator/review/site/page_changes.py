"""Pages that are new, gone, or stand under another id."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.compiler.context import EditionKey
from generator.model.change import ChangeClass, ClinicalChange, Operation, Topic
from generator.review.site.changed_fact import ChangedFact, ComparedPage, FactKind
from generator.review.site.compared import Compared
from generator.review.reports.report_words import page_title, pages_words

_NOTICES = ("withdraw", "supersede")


@dataclass(frozen=True, slots=True)
class PagePairs:
    """Which edition of the later side is which of the earlier. ``pairs`` are on both sides, perhaps renamed."""

    pairs: tuple[tuple[EditionKey, EditionKey], ...]
    new: tuple[EditionKey, ...]
    gone: tuple[EditionKey, ...]


def pair_pages(base: Compared, head: Compared) -> PagePairs:
    """Match editions by id; one whose id was retired is matched with the entry that took its place, if that is new."""
    moved = {one.retired: one.to for one in head.library.redirects}
    pairs: list[tuple[EditionKey, EditionKey]] = []
    gone: list[EditionKey] = []
    for key in base.bodies:
        renamed = (moved.get(key[0], ""), key[1])
        if key in head.bodies:
            pairs.append((key, key))
        elif renamed in head.bodies and base.library.entry(renamed[0]) is None:
            pairs.append((key, renamed))
        else:
            gone.append(key)
    known = {later for _, later in pairs}
    return PagePairs(tuple(pairs), tuple(key for key in head.bodies if key not in known), tuple(gone))


def page_facts(base: Compared, head: Compared, pages: PagePairs) -> Iterator[ChangedFact]:
    """A fact for each entry with editions that are gone or stand elsewhere. What cannot be read is not gone."""
    gone: dict[str, list[ComparedPage]] = {}
    for key in pages.gone:
        if key[0] not in head.library.unreadable and key[1] not in head.library.unreadable:
            gone.setdefault(key[0], []).append(base.page(key))
    for entry, of in gone.items():
        yield _gone(base, head, entry, of)
    moved: dict[tuple[str, str], list[ComparedPage]] = {}
    for before, after in pages.pairs:
        if before != after:
            moved.setdefault((before[0], after[0]), []).append(head.page(after))
    for (old, new), of in moved.items():
        sentence = f"“{page_title(of[0])}” has another address: {old} → {new}; the old one leads there"
        yield _fact(old, of, ChangeClass.MAJOR, Operation.MOVE, sentence)


def renamed(closure: Mapping[str, Any], to: str) -> Mapping[str, Any]:
    """A closure as that of the same entry under another id."""
    old = str(closure.get("entry"))
    quotes = closure.get("quotes", {})
    parts = {_renamed(name, old, to): part for name, part in quotes.items()}
    return {**closure, "entry": to, "quotes": parts}


def _renamed(name: str, old: str, to: str) -> str:
    kind, _, target = name.partition(":")
    owner, mark, part = target.partition("#")
    return f"{kind}:{to}{mark}{part}" if kind in {"dose", "stat"} and owner == old else name


def _gone(base: Compared, head: Compared, entry: str, of: Sequence[ComparedPage]) -> ChangedFact:
    edition = f"Gone: {pages_words(of)}"
    moved = next((one.to for one in head.library.redirects if one.retired == entry), "")
    if head.library.entry(moved) is not None:
        sentence = f"{edition}; its address leads to “{_title_of(head, moved)}” ({moved})"
    elif _has_notice(base, head, entry):
        sentence = f"{edition}; its withdrawal is on record"
    else:
        said = f"{edition}, without redirect or notice"
        return _fact(entry, of, ChangeClass.CRITICAL, Operation.UNSET, said)
    return _fact(entry, of, ChangeClass.MAJOR, Operation.UNSET, sentence)


def _title_of(side: Compared, entry_id: str) -> str:
    key = next((key for key in side.bodies if key[0] == entry_id), None)
    return entry_id if key is None else page_title(side.page(key))


def _has_notice(base: Compared, head: Compared, entry: str) -> bool:
    """Whether a decision on record says that the entry is withdrawn or superseded."""
    decisions = (*base.library.decisions.values(), *head.library.decisions.values())
    return any(
        decision.decision in _NOTICES and any(covered.entry == entry for covered in decision.covers)
        for decision in decisions
    )


def _fact(
    entry: str, pages: Sequence[ComparedPage], level: ChangeClass, operation: Operation, sentence: str
) -> ChangedFact:
    """``entry`` is its id before, which is the last step of the path."""
    change = ClinicalChange(
        level, operation, Topic.TEXT, ("pages", entry), before=pages[0].title, sentence=sentence
    )
    return ChangedFact(FactKind.PAGE, entry, change, pages=tuple(pages))
