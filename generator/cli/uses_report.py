"""The uses of something, for a person at a terminal and for another program."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from generator.compiler.addresses import edition_path, entry_path
from generator.diagnostics import Place, pointer_text
from generator.diagnostics.text_report import Paint, plain, visible
from generator.model.library import Library
from generator.model.state import EditionState
from generator.model.uses import EditionUse, Use, Uses

_HOLDS = {
    "own": "its own page",
    "links": "a link only",
    "names": "as author, owner or deputy",
    "lists": "in a list of what stands elsewhere on the site",
}


@dataclass(frozen=True)
class UsesReport:
    """What is printed of uses. ``states`` are those of all editions; ``prints`` the printed files of an edition."""

    library: Library
    uses: Uses
    states: Mapping[tuple[str, str], EditionState]
    prints: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)

    def json(self) -> str:
        """A JSON object, ASCII only."""
        data = {
            "target": {"kind": self.uses.target.kind, "id": self.uses.target.id, **_place(self.uses.place)},
            "uses": [self._use_data(use) for use in self.uses.uses],
            "editions": [self._edition_data(edition) for edition in self.uses.editions],
            "totals": self._totals(),
            "unreadable": sorted(self.library.unreadable),
        }
        return json.dumps(data, indent=2) + "\n"

    def text(self, paint: Paint = plain) -> str:
        """Entries with their lines, then the pages and editions, then the totals."""
        return "\n".join(
            [*self._head(paint), *self._entries(paint), *self._pages(paint), self._closing(), ""]
        )

    def _head(self, paint: Paint) -> Iterator[str]:
        yield f"{self.uses.target}, {paint(visible(str(self.uses.place)), 'place')}"
        if self.library.unreadable:
            names = ", ".join(sorted(self.library.unreadable))
            warning = paint("warning", "warning")
            yield (
                f"{warning}: what these files quote is missing here, because they have errors of their own: {names}"
            )
            yield "    cure: Run clinsum check, mend them, and ask again."
        yield ""

    def _entries(self, paint: Paint) -> Iterator[str]:
        for (_, entry), uses in groupby(self.uses.uses, lambda use: (use.place.file, use.entry)):
            found = list(uses)
            yield f"{self._title(entry, found[0])}: {_count(len(found), 'place')}"
            for use in found:
                where = paint(visible(str(use.place)), "place")
                how = _how(use)
                line = f"  {where}  {visible(pointer_text(use.pointer))}".rstrip()
                yield f"{line}  {paint(how, 'quiet')}" if how else line
            yield ""
        if not self.uses.uses:
            yield "Nothing quotes it.\n"

    def _title(self, entry: str, use: Use) -> str:
        found = self.library.entry(entry)
        if found is not None:
            return f"{entry} ({getattr(found, 'kind', 'entry')})"
        return visible(entry) or ("redirects" if use.pointer else f"{visible(use.place.file)} (prose)")

    def _pages(self, paint: Paint) -> Iterator[str]:
        bound = [edition for edition in self.uses.editions if edition.is_bound]
        others = [edition for edition in self.uses.editions if not edition.is_bound]
        if bound:
            yield f"Pages whose content holds it. {self._ends(bound)}:"
            yield from self._table(bound, paint)
            yield ""
        if others:
            stays = " Their approval stays as it is" if self._approvals(others) else ""
            yield f"Other pages that name it{'.' if stays else ''}{stays}:"
            yield from self._table(others, paint)
            yield ""

    def _ends(self, bound: list[EditionUse]) -> str:
        approved = self._approvals(bound)
        if not approved:
            return "None of them is approved"
        return "An edit of its words ends " + (
            "their approval" if approved == len(bound) else "the approval of those that are approved"
        )

    def _approvals(self, editions: list[EditionUse]) -> int:
        states = (self.states.get((one.entry, one.audience)) for one in editions)
        return sum(state is not None and state.is_approved for state in states)

    def _table(self, editions: list[EditionUse], paint: Paint) -> Iterator[str]:
        rows = [(self._page(one), one.audience, self._state(one), one) for one in editions]
        widths = [max(len(str(row[column])) for row in rows) for column in range(3)]
        for *cells, edition in rows:
            padded = "  ".join(str(cell).ljust(width) for cell, width in zip(cells, widths, strict=True))
            why = _why(edition)
            yield f"  {padded}  {paint(why, 'quiet')}" if why else f"  {padded}".rstrip()
            for file in self._prints(edition):
                yield f"    print: {file}"

    def _page(self, edition: EditionUse) -> str:
        entry = self.library.entry(edition.entry)
        assert entry is not None
        return edition_path(entry, edition.audience) if hasattr(entry, "audiences") else entry_path(entry)

    def _state(self, edition: EditionUse) -> str:
        state = self.states.get((edition.entry, edition.audience))
        return state.state.value if state is not None else ""

    def _prints(self, edition: EditionUse) -> tuple[str, ...]:
        return self.prints.get((edition.entry, edition.audience), ())

    def _totals(self) -> dict[str, int]:
        bound = [one for one in self.uses.editions if one.is_bound]
        return {
            "places": len(self.uses.uses),
            "through_others": sum(bool(use.through) for use in self.uses.uses),
            "entries": len({use.entry for use in self.uses.uses if self.library.entry(use.entry)}),
            "pages": len({self._page(one) for one in self.uses.editions}),
            "editions_bound": len(bound),
            "approvals": self._approvals(bound),
            "prints": sum(len(self._prints(one)) for one in self.uses.editions),
        }

    def _closing(self) -> str:
        total = self._totals()
        through = f" ({total['through_others']} through what quotes it)" if total["through_others"] else ""
        prints = f", {_count(total['prints'], 'print')}" if total["prints"] else ""
        ended = _count(total["approvals"], "approval") if total["approvals"] else "no approval"
        return (
            f"clinsum where: {_count(total['places'], 'place')}{through} in {_count(total['entries'], 'entry')}, "
            f"{_count(total['pages'], 'page')}{prints}; an edit of its words ends {ended}"
        )

    def _use_data(self, use: Use) -> dict[str, object]:
        return {
            "entry": use.entry,
            "kind": getattr(self.library.entry(use.entry), "kind", ""),
            **_place(use.place),
            "pointer": pointer_text(use.pointer),
            "through": list(use.through),
            "link": use.is_link,
        }

    def _edition_data(self, edition: EditionUse) -> dict[str, object]:
        state = self.states.get((edition.entry, edition.audience))
        return {
            "entry": edition.entry,
            "audience": edition.audience,
            "page": self._page(edition),
            "state": self._state(edition),
            "approved": state is not None and state.is_approved,
            "holds": edition.hold,
            "through": list(edition.through),
            "bound": edition.is_bound,
            "prints": list(self._prints(edition)),
        }


def _place(place: Place) -> dict[str, object]:
    return {"file": place.file, "line": place.line, "column": place.column}


def _how(use: Use) -> str:
    if use.is_link:
        return "(link)"
    return f"(through {_names(use.through, use.entry)})" if use.through else ""


def _why(edition: EditionUse) -> str:
    if edition.through:
        return f"through {', '.join(_named(name, edition.entry) for name in edition.through)}"
    return _HOLDS.get(edition.hold, "")


def _names(names: Iterable[str], entry: str) -> str:
    return ", which quotes ".join(_named(name, entry) for name in names)


def _named(name: str, entry: str) -> str:
    """A dose or figure goes without its entry where it is one of the same entry, as editors write it."""
    kind, _, target = name.partition(":")
    return f"{kind}:{target.removeprefix(f'{entry}#')}"


def _count(number: int, noun: str) -> str:
    several = {"entry": "entries"}.get(noun, f"{noun}s")
    return f"{number} {noun if number == 1 else several}"
