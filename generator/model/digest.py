"""The digest that an approval binds: sha256 of the canonical content of one edition and of what it quotes.

Version 1 is defined by this module and pinned by golden tests: a later schema maps into it. The digest changes with any
clinical byte of what the edition says, and with nothing else: not with layout, key order, comments or Unicode form.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from generator.model.edition import reduce_part, reduce_to_edition
from generator.model.entries.audience import Audience
from generator.model.entries.entry import Entry
from generator.model.field import Part, is_clinical
from generator.model.library import Library
from generator.model.quantity import Quantity
from generator.model.quotes import Quote, quotes_of
from generator.model.text import Wording

VERSION = "clinsum-1"
SHORT = 10
"""How many hexadecimal digits of a digest are shown to readers."""


def short_digest(digest: str) -> str:
    """The digits that a page shows: ``clinsum-1:0123456789abcdef…`` gives ``0123456789``."""
    return digest.partition(":")[2][:SHORT]


def edition_digest(library: Library, entry: Entry, audience: Audience) -> str:
    """The digest of one edition: ``clinsum-1:`` and 64 hexadecimal digits."""
    canonical = json.dumps(
        edition_closure(library, entry, audience), ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )
    return f"{VERSION}:{hashlib.sha256(canonical.encode()).hexdigest()}"


def edition_closure(library: Library, entry: Entry, audience: Audience) -> dict[str, Any]:
    """The canonical content of an edition with the parts that it quotes, as JSON data."""
    edition = reduce_to_edition(entry, audience)
    quoted: dict[str, Any] = {}
    _add_quotes(library, edition, audience.id, quoted, owner=entry.id)
    return {"entry": entry.id, "edition": audience.id, "content": canonical(edition), "quotes": quoted}


def canonical(value: Any) -> Any:
    """JSON data of a part: only what is set and clinical, amounts as written, text in NFC."""
    if isinstance(value, Part):
        return _canonical_part(value)
    if isinstance(value, Wording):
        return {audience: canonical(text) for audience, text in value.by_audience.items()}
    if isinstance(value, Quantity):
        return value.written
    if isinstance(value, Mapping):
        return {key: canonical(item) for key, item in value.items()}
    if isinstance(value, (tuple, list)):
        return [canonical(item) for item in value]
    return _canonical_scalar(value)


def _canonical_part(part: Part) -> dict[str, Any]:
    fields = type(part).model_fields
    names = [name for name in fields if name in part.model_fields_set and is_clinical(fields[name])]
    made = {fields[name].alias or name: canonical(getattr(part, name)) for name in names}
    return {name: value for name, value in made.items() if value not in (None, [], {})}


def _canonical_scalar(value: Any) -> Any:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    return None if value is None else unicodedata.normalize("NFC", str(value))


def _add_quotes(library: Library, part: Part, audience: str, quoted: dict[str, Any], *, owner: str) -> None:
    for quote in quotes_of(part):
        name, target, target_owner = _resolve(library, quote, owner)
        if target is None or name in quoted:
            continue
        reduced = reduce_part(target, audience)
        quoted[name] = canonical(reduced)
        _add_quotes(library, reduced, audience, quoted, owner=target_owner)


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


def _resolve_own(library: Library, quote: Quote, owner: str) -> tuple[str, Part | None, str]:
    """A dose or figure; one of the entry itself is already part of its content unless the edition leaves doses out."""
    entry_id, _, part_id = quote.target.rpartition("#")
    entry_id = entry_id or owner
    parts = getattr(library.entry(entry_id), "doses" if quote.kind == "dose" else "evidence", {})
    return f"{quote.kind}:{entry_id}#{part_id}", parts.get(part_id), entry_id
