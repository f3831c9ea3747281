"""The library as it was when an edition was decided on, read back from the stored content of that edition.

Only what the edition says and quotes is as it was then; all else (audiences, people, the names of entries that it
merely links to) is that of the present library.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from generator.model.closure_parts import ClosureUnreadable, part_from
from generator.model.digest import EditionDigests, closure_text
from generator.model.dose import Dose
from generator.model.edition import UNWORDED, reduce_to_edition
from generator.model.entries.condition import Condition
from generator.model.entries.drug import Drug
from generator.model.entries.entry import Entry
from generator.model.entries.medication import Medication
from generator.model.entries.summary import Summary
from generator.model.field import Part, is_clinical
from generator.model.figure import EvidenceFigure
from generator.model.library import KINDS, Library
from generator.model.text import NOT_STATED
from generator.model.work import Work

__all__ = ["ClosureUnreadable", "library_of"]

_FIELDS: Mapping[type[Entry], str] = {
    Summary: "summaries",
    Medication: "medications",
    Drug: "drugs",
    Condition: "conditions",
}
"""The kinds of entry that have pages, and the field of the library that each stands in."""

_PARTS: Mapping[str, tuple[str, type[Part]]] = {"dose": ("doses", Dose), "stat": ("evidence", EvidenceFigure)}
"""What is quoted as a part of an entry: the field that it stands in, and its kind."""


def library_of(closure: Mapping[str, Any], library: Library) -> tuple[Library, Entry]:
    """The library and the entry that give this content again, over the present library.

    ``closure`` is what `EditionDigests.closure` gives, or the same read from JSON. The edition is to be compiled from
    both for the audience that the content names. Raises `ClosureUnreadable` for a content that this version cannot
    read back whole.
    """
    try:
        wanted = closure_text(closure).encode()
        entry_id, audience = str(closure["entry"]), str(closure["edition"])
        entry = _entry(entry_id, audience, closure["content"], library)
        made = _Entries(library)
        made.put(entry)
        made.quote(closure["quotes"], entry_id)
    except (KeyError, AttributeError, TypeError, RecursionError, UnicodeEncodeError) as error:
        raise ClosureUnreadable("it is no content of an edition") from error
    if audience not in library.audiences:
        raise ClosureUnreadable(f"there is no audience “{audience}” now")
    if further := _quotes(_closure(made.library(), entry_id, audience)) - _quotes(closure):
        made.drop(further, entry_id)
    if closure_text(_closure(made.library(), entry_id, audience)).encode() != wanted:
        raise ClosureUnreadable("read back, it is not the same")
    return made.library(), made.entries[entry_id]


def _closure(library: Library, entry_id: str, audience: str) -> Mapping[str, Any]:
    entry = library.entry(entry_id)
    assert entry is not None, "the entry was put in, and nothing takes it out"
    return EditionDigests(library).closure(reduce_to_edition(entry, library.audiences[audience]), audience)


def _quotes(closure: Mapping[str, Any]) -> set[str]:
    return set(closure["quotes"])


def _entry(entry_id: str, audience: str, content: Mapping[str, Any], library: Library) -> Entry:
    """The entry itself. What is said about its making is that of the present one."""
    kind = KINDS.get(str(content["kind"]))
    if kind is None or kind not in _FIELDS:
        raise ClosureUnreadable(f"“{content['kind']}” has no editions")
    made = part_from(kind, content)
    now = library.entry(entry_id)
    values = {name: getattr(now, name) for name in _editorial(kind)} if type(now) is kind else {}
    if kind in (Summary, Medication):
        values["audiences"] = tuple(dict.fromkeys((*values.get("audiences", ()), audience)))
        # Whether readers get doses is not part of the content; that they got them, is.
        values["regimens_for"] = (audience,) if "doses" in content else ()
    return made.model_copy(update={**values, "id": entry_id})


def _editorial(kind: type[Entry]) -> list[str]:
    return [name for name, info in kind.model_fields.items() if not is_clinical(info) and name != "id"]


class _Entries:
    """The entries, works and pictures of a library, to be changed. Works and pictures come from the content alone."""

    def __init__(self, library: Library) -> None:
        self._over = library
        self.entries: dict[str, Entry] = {one.id: one for one in library.with_pages()}
        self._works: dict[str, Work] = {}
        self._images: dict[str, str] = {}

    def put(self, entry: Entry) -> None:
        """Put an entry in the place of that of its id."""
        self.entries[entry.id] = entry

    def quote(self, quotes: Mapping[str, Any], entry_id: str) -> None:
        """Put in what is quoted. What the entry itself holds is there already."""
        for name, data in sorted(quotes.items()):
            kind, _, target = name.partition(":")
            if kind == "image":
                self._images[target] = str(data)
            elif kind == "work":
                self._works[target] = part_from(Work, data)
            elif kind in _PARTS:
                self._put_part(kind, target, data)
            elif kind not in ("drug", "condition"):
                raise ClosureUnreadable(f"this version knows no “{kind}” that is quoted")
            elif target != entry_id:
                self.put(part_from(KINDS[kind], data).model_copy(update={"id": target}))

    def drop(self, names: Iterable[str], entry_id: str) -> None:
        """Take out what was not there when the content was made."""
        for kind, _, target in (name.partition(":") for name in sorted(names)):
            owner, _, part = target.partition("#")
            if kind in _PARTS:
                field = _PARTS[kind][0]
                kept = {key: one for key, one in getattr(self.entries[owner], field).items() if key != part}
                self.put(self.entries[owner].model_copy(update={field: kept}))
            elif target != entry_id:
                self.entries.pop(target, None)

    def library(self) -> Library:
        """The library with these entries."""
        kinds: dict[str, Any] = {
            field: {name: one for name, one in sorted(self.entries.items()) if type(one) is kind}
            for kind, field in _FIELDS.items()
        }
        return replace(self._over, works=self._works, images=self._images, **kinds)

    def _put_part(self, kind: str, target: str, data: Any) -> None:
        owner, _, part = target.partition("#")
        field, part_type = _PARTS[kind]
        entry = self.entries.get(owner)
        if not isinstance(entry, (Summary, Medication)):
            entry = _vanished(owner)
        parts = {**getattr(entry, field), part: part_from(part_type, data)}
        self.put(entry.model_copy(update={field: parts}))


def _vanished(entry_id: str) -> Summary:
    """What is left of an entry that is quoted and no longer there: the place of its parts."""
    return Summary.model_construct(
        {"kind", "condition", "audiences"},
        kind="summary",
        id=entry_id,
        condition=NOT_STATED,
        question=UNWORDED,
        audiences=(),
    )
