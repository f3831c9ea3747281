"""What cannot be read on one of the sides: it is not compared, which counts as critical."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.compiler.context import EditionKey
from generator.model.change import ChangeClass, ClinicalChange, Operation, Topic
from generator.review.site.changed_fact import ChangedFact, ComparedPage, FactKind
from generator.review.site.compared import Compared


def not_compared(base: Compared, head: Compared) -> Iterator[ChangedFact]:
    """A fact for each file, entry and work that one side cannot read, with the editions that quote it."""
    for side in (base, head):
        for failure in side.failures:
            yield _fact("", f"{failure} ({side.name})")
    for name in sorted(base.library.unreadable | head.library.unreadable):
        yield _unread(base, head, name, "entry", base.library.unreadable, head.library.unreadable)
    for key in sorted(base.library.unreadable_works | head.library.unreadable_works):
        sides = base.library.unreadable_works, head.library.unreadable_works
        yield _unread(base, head, key, "work", *sides)
    for side in (base, head):
        if not side.library.has_bibliography:
            yield _fact("", f"the bibliography cannot be read ({side.name})")


def is_unread(base: Compared, head: Compared, within: str) -> bool:
    """Whether something that is quoted, such as ``drug:x``, cannot be read on one of the sides."""
    kind, _, name = within.partition(":")
    if kind == "work":
        libraries = (base.library, head.library)
        return any(name in one.unreadable_works or not one.has_bibliography for one in libraries)
    return name.partition("#")[0] in base.library.unreadable | head.library.unreadable


def _unread(
    base: Compared, head: Compared, name: str, what: str, before: frozenset[str], after: frozenset[str]
) -> ChangedFact:
    sides = [side.name for side, unread in ((base, before), (head, after)) if name in unread]
    keys = dict.fromkeys(key for side in (base, head) for key in _telling(side, name, what))
    owner = name if what == "entry" else f"work:{name}"
    why = f"the {what} “{name}” cannot be read ({' and '.join(sides)})"
    pages = [(head if key in head.bodies else base).page(key) for key in sorted(keys)]
    return _fact(owner, why, pages)


def _telling(side: Compared, name: str, what: str) -> Iterator[EditionKey]:
    """The editions of an entry, and those that quote it or the work."""
    wanted = (f"work:{name}",) if what == "work" else (f"drug:{name}", f"condition:{name}")
    for key, closure in side.closures.items():
        quotes = closure.get("quotes", {})
        owned = what == "entry" and any(quote.partition("#")[0].endswith(f":{name}") for quote in quotes)
        if name in key or owned or any(one in quotes for one in wanted):
            yield key


def _fact(owner: str, why: str, pages: Sequence[ComparedPage] = ()) -> ChangedFact:
    change = ClinicalChange(
        level=ChangeClass.CRITICAL,
        operation=Operation.REPLACE,
        topic=Topic.TEXT,
        path=(),
        after=why,
        sentence=f"NOT COMPARED: {why}",
        is_compared=False,
    )
    own = tuple(page for page in pages if page.entry == owner)
    return ChangedFact(
        FactKind.NOT_COMPARED, owner, change, own, tuple(page for page in pages if page not in own)
    )
