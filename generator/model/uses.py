"""Where something is quoted, directly and through what quotes it: what an editor wants to see before an edit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from generator.diagnostics import Place, Pointer
from generator.model.carriers import carriers_of, quoted_name
from generator.model.edition import reduce_to_edition
from generator.model.entries.audience import Audience
from generator.model.entries.entry import Entry
from generator.model.library import Library
from generator.model.quotes import quotes_of
from generator.model.record_uses import record_uses
from generator.model.target import Target
from generator.model.text import CLINICIAN

Hold = Literal["own", "quotes", "links", "names", "lists"]
"""How an edition holds the target: it is its own text; it quotes it; it only links to it; its entry only names it
where no reader's text is (an owner); it lists it with what stands elsewhere on the site."""

_LINK = re.compile(r"\]\(entry:([a-z0-9-]+)")


@dataclass(frozen=True, slots=True)
class Use:
    """One place that quotes the target. ``entry`` is empty where no entry does: in prose or a redirect.

    ``through`` is what is quoted there, if that in turn brings the target: first what stands there, then what that
    quotes, and so on. It is empty where the target itself is quoted.
    """

    entry: str
    pointer: Pointer
    place: Place
    through: tuple[str, ...] = ()
    is_link: bool = False


@dataclass(frozen=True, slots=True)
class EditionUse:
    """An edition that holds the target. ``through`` names what it quotes that brings the target with it."""

    entry: str
    audience: str
    hold: Hold
    through: tuple[str, ...] = ()

    @property
    def is_bound(self) -> bool:
        """Whether an approval of the edition binds the target's clinical words, so that an edit of them ends it."""
        return self.hold in {"own", "quotes"}


@dataclass(frozen=True, slots=True)
class Uses:
    """Every place that quotes a target, in the order of files and lines, and every edition that holds it."""

    target: Target
    place: Place
    uses: tuple[Use, ...]
    editions: tuple[EditionUse, ...]


def uses_of(library: Library, target: Target) -> Uses:
    """Find every use of a target, which must be in the library (see `find_targets`)."""
    uses = [*_in_entries(library, target), *_in_prose(library, target)]
    uses += [Use(*found) for found in record_uses(library, target)]
    uses.sort(key=lambda use: (use.place.file, use.place.line, use.place.column, str(use.pointer)))
    pointer: Pointer = ({"dose": "doses", "stat": "evidence"}.get(target.kind, ""), target.part)
    name = f"work:{target.id}" if target.kind == "work" else target.owner
    place = library.place_of(name, pointer if target.part else ())
    return Uses(target, place, tuple(dict.fromkeys(uses)), tuple(_editions(library, target)))


_NEVER_BOUND = frozenset({"person", "audience", "decision"})
"""What no text for readers brings with it: these are named by the record of an entry, not by its content."""


def _carriers(library: Library, target: Target, audience: str | None = None) -> Mapping[str, tuple[str, ...]]:
    return (
        {} if target.kind in _NEVER_BOUND else carriers_of(library, _bound_names(library, target), audience)
    )


def _bound_names(library: Library, target: Target) -> frozenset[str]:
    """What brings the target's words into an edition that quotes it: an entry comes with each of its doses."""
    names = {str(target)}
    entry = library.entry(target.id)
    names |= {f"dose:{target.id}#{dose}" for dose in getattr(entry, "doses", {})}
    names |= {f"stat:{target.id}#{figure}" for figure in getattr(entry, "evidence", {})}
    return frozenset(names)


def _in_entries(library: Library, target: Target) -> Iterator[Use]:
    wanted, link = _bound_names(library, target), f"entry:{target.id}"
    carriers = _carriers(library, target)
    for entry in library.entries():
        for quote in quotes_of(entry):
            name = quoted_name(quote, entry.id)
            is_used = name in wanted or name in carriers or name == link
            if is_used and not _is_within(target, entry.id, quote.pointer):
                place = library.place_of(entry.id, quote.pointer)
                yield Use(entry.id, quote.pointer, place, carriers.get(name, ()), name == link)


def _is_within(target: Target, entry: str, pointer: Pointer) -> bool:
    """What stands in the target itself is no use of it."""
    if target.part:
        return (
            entry == target.owner and pointer[1:2] == (target.part,) and pointer[0] in {"doses", "evidence"}
        )
    return target.kind != "work" and entry == target.id


def _in_prose(library: Library, target: Target) -> Iterator[Use]:
    for page in library.prose:
        for found in _LINK.finditer(page.markdown):
            if found[1] == target.id:
                before = page.markdown[: found.start(1)]
                line = page.place.line + 1 + before.count("\n")
                place = Place(page.place.file, line, len(before) - before.rfind("\n"))
                yield Use("", (), place, is_link=True)


def _editions(library: Library, target: Target) -> Iterator[EditionUse]:
    wanted = _bound_names(library, target)
    carriers = {audience: _carriers(library, target, audience) for audience in library.audiences}
    naming = _naming(library, target)
    listing = _listing(library, target)
    for entry in library.with_pages():
        for audience in library.editions_of(entry):
            found = _held(target, reduce_to_edition(entry, audience), audience, wanted, carriers[audience.id])
            if found is None and entry.id in naming:
                found = EditionUse(entry.id, audience.id, "names")
            if found is None and (entry.id, audience.id) in listing:
                found = EditionUse(entry.id, audience.id, "lists")
            if found is not None:
                yield found


def _held(
    target: Target,
    edition: Entry,
    audience: Audience,
    wanted: frozenset[str],
    carriers: Mapping[str, tuple[str, ...]],
) -> EditionUse | None:
    """How a reduced edition holds the target, if it does."""
    if _is_own(target, edition, audience):
        return EditionUse(edition.id, audience.id, "own")
    names = sorted({quoted_name(quote, edition.id) for quote in quotes_of(edition)})
    if wanted.intersection(names):
        return EditionUse(edition.id, audience.id, "quotes")
    through = tuple(name for name in names if name in carriers)
    if through:
        return EditionUse(edition.id, audience.id, "quotes", through)
    return EditionUse(edition.id, audience.id, "links") if f"entry:{target.id}" in names else None


def _is_own(target: Target, edition: Entry, audience: Audience) -> bool:
    """Whether the target is the edition's own entry, a part of its text, or the audience that shapes it."""
    if target.kind == "audience":
        return target.id == audience.id
    field = {"dose": "doses", "stat": "evidence"}.get(target.kind)
    if field is None:
        return target.id == edition.id
    return target.owner == edition.id and target.part in getattr(edition, field, {})


def _naming(library: Library, target: Target) -> frozenset[str]:
    """Entries that name the target where no approval binds it: as owner or author."""
    if target.kind != "person":
        return frozenset()
    return frozenset(
        entry.id
        for entry in library.with_pages()
        for quote in quotes_of(entry)
        if quote.kind == "person" and quote.target == target.id
    )


def _listing(library: Library, target: Target) -> frozenset[tuple[str, str]]:
    """Pages of drugs and conditions that list a dose or an entry which stands elsewhere."""
    owner, clinician = library.entry(target.owner), library.audiences.get(CLINICIAN)
    if owner is None or clinician is None or not hasattr(owner, "audiences"):
        return frozenset()
    edition = reduce_to_edition(owner, clinician) if CLINICIAN in owner.audiences else owner
    if target.kind == "dose":
        dose = getattr(edition, "doses", {}).get(target.part)
        return frozenset((drug, CLINICIAN) for drug in (dose.drugs if dose is not None else ()))
    if target.kind in {"summary", "medication"}:
        drugs = {quote.target for quote in quotes_of(edition) if quote.kind == "drug"}
        return frozenset((one, CLINICIAN) for one in {*drugs, getattr(owner, "condition", "")})
    return frozenset()
