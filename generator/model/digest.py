"""The digest that an approval binds: sha256 of the canonical content of one edition and of what it quotes.

Version 1 is defined by this module and pinned by golden tests: a later schema maps into it. The digest changes with any
clinical byte of what the edition says, and with nothing else: not with layout, key order, comments or Unicode form.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from generator.model.bound import Bound
from generator.model.edition import reduce_part, reduce_to_edition
from generator.model.entries.audience import Audience
from generator.model.entries.entry import Entry
from generator.model.field import Part, digest_fields
from generator.model.library import Library
from generator.model.quantity import Quantity
from generator.model.quotes import Quote, quotes_of
from generator.model.text import Wording
from generator.model.times import Times

VERSION = "clinsum-1"
SHORT = 10
"""How many hexadecimal digits of a digest are shown to readers."""


def short_digest(digest: str) -> str:
    """The digits that a page shows: ``clinsum-1:0123456789abcdef…`` gives ``0123456789``."""
    return digest.partition(":")[2][:SHORT]


def edition_digest(library: Library, entry: Entry, audience: Audience) -> str:
    """The digest of one edition: ``clinsum-1:`` and 64 hexadecimal digits."""
    return EditionDigests(library).of(reduce_to_edition(entry, audience), audience.id)


def closure_digest(closure: Mapping[str, Any]) -> str:
    """The digest of the canonical content of an edition, as `EditionDigests.closure` gives it."""
    return f"{VERSION}:{hashlib.sha256(closure_text(closure).encode()).hexdigest()}"


def closure_text(closure: Mapping[str, Any]) -> str:
    """Canonical JSON: keys in order, nothing between them."""
    return json.dumps(closure, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


class EditionDigests:
    """Makes the digests of many editions; what several quote (a drug, a work) is reduced once."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._known: dict[tuple[str, str], tuple[Any, tuple[_Quoted, ...]]] = {}

    def of(self, edition: Entry, audience: str) -> str:
        """The digest of an entry that was reduced to its edition for this audience."""
        return closure_digest(self.closure(edition, audience))

    def closure(self, edition: Entry, audience: str) -> dict[str, Any]:
        """The canonical content of an edition with the parts that it quotes, as JSON data."""
        quoted: dict[str, Any] = _pictures(self._library, edition)
        waiting = list(self._quoted_by(edition, edition.id))
        while waiting:
            one = waiting.pop()
            if one.name not in quoted:
                quoted[one.name], further = self._reduced(one, audience)
                waiting += further
        return {"entry": edition.id, "edition": audience, "content": canonical(edition), "quotes": quoted}

    def _reduced(self, one: _Quoted, audience: str) -> tuple[Any, tuple[_Quoted, ...]]:
        key = (one.name, audience)
        if key not in self._known:
            part = reduce_part(one.part, audience)
            self._known[key] = canonical(part), tuple(self._quoted_by(part, one.owner))
        return self._known[key]

    def _quoted_by(self, part: Part, owner: str) -> Iterator[_Quoted]:
        for quote in quotes_of(part):
            name, target, target_owner = _resolve(self._library, quote, owner)
            if target is not None:
                yield _Quoted(name, target, target_owner)


@dataclass(frozen=True, slots=True, eq=False)
class _Quoted:
    """A part that is quoted, its name in the closure, and the entry that its own quotes are read in."""

    name: str
    part: Part
    owner: str


def canonical(value: Any) -> Any:
    """JSON data of a part: only what is set and clinical, amounts as written, text in NFC."""
    if isinstance(value, Part):
        return _canonical_part(value)
    if isinstance(value, Wording):
        # A condition of a dose that is worded for other readers only: that it is there changes what these are told.
        return {audience: canonical(text) for audience, text in value.by_audience.items()} or "unworded"
    if isinstance(value, (Quantity, Bound, Times)):
        return value.written
    if isinstance(value, Mapping):
        return {key: canonical(item) for key, item in value.items()}
    if isinstance(value, (tuple, list)):
        return [canonical(item) for item in value]
    return _canonical_scalar(value)


def _canonical_part(part: Part) -> dict[str, Any]:
    fields = digest_fields(type(part))
    made = {key: canonical(getattr(part, name)) for name, key in fields if name in part.model_fields_set}
    return {name: value for name, value in made.items() if value not in (None, [], {})}


def _canonical_scalar(value: Any) -> Any:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    return None if value is None else unicodedata.normalize("NFC", str(value))


def _resolve(library: Library, quote: Quote, owner: str) -> tuple[str, Part | None, str]:
    """The part that a quote brings, under a name that is unique in the closure. A link brings nothing."""
    if quote.kind == "work":
        return f"work:{quote.target}", library.works.get(quote.target), owner
    if quote.kind == "drug":
        return f"drug:{quote.target}", library.drugs.get(quote.target), quote.target
    if quote.kind == "condition":
        return f"condition:{quote.target}", library.conditions.get(quote.target), quote.target
    if quote.kind in {"dose", "stat"}:
        return _resolve_own(library, quote, owner)
    return "", None, owner


def _pictures(library: Library, part: Part) -> dict[str, str]:
    """The sha256 of the bytes of every picture that a part shows, by ``image:`` and its name."""
    shown = (image.file for image in getattr(part, "images", ()))
    return {f"image:{name}": library.images[name] for name in shown if name in library.images}


def _resolve_own(library: Library, quote: Quote, owner: str) -> tuple[str, Part | None, str]:
    """A dose or figure; one of the entry itself is already part of its content unless the edition leaves doses out."""
    entry_id, _, part_id = quote.target.rpartition("#")
    entry_id = entry_id or owner
    parts = getattr(library.entry(entry_id), "doses" if quote.kind == "dose" else "evidence", {})
    return f"{quote.kind}:{entry_id}#{part_id}", parts.get(part_id), entry_id
