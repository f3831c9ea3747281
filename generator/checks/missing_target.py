"""Why something that an editor asks about cannot be found, and what was probably meant."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks.context import CheckContext
from generator.checks.missing_entry import missing_entry
from generator.checks.near_names import NearNames
from generator.model.library import Library
from generator.model.target import find_targets

_PARTS = {"dose": "doses", "stat": "evidence"}
_ENTRIES = {"drug", "condition", "person", "decision"}


def missing_target(library: Library, written: str, today: date) -> str:
    """What to say of ``kind:id``, an id or a key that leads nowhere: why, and the nearest name if there is one."""
    kind, colon, name = written.partition(":") if ":" in written else ("", "", written)
    if not colon:
        return _unknown(library, written, today)
    if kind == "work":
        return _missing_work(library, name)
    if kind in _PARTS:
        return _missing_part(library, kind, name)
    context = CheckContext(library, {}, today)
    missing = missing_entry(context, name, kind if kind in _ENTRIES else "entry")
    others = find_targets(library, f"entry:{name}")
    hint = f"Ask for {others[0]}." if others and not missing.cure else missing.cure
    return _sentences(missing.message, hint)


def _unknown(library: Library, written: str, today: date) -> str:
    """A bare name may be that of an entry, a work, a dose or a figure."""
    if written in library.unreadable or any(redirect.retired == written for redirect in library.redirects):
        missing = missing_entry(CheckContext(library, {}, today), written, "entry")
        return _sentences(missing.message, missing.cure)
    if written in library.unreadable_works:
        return _missing_work(library, written)
    drugs = CheckContext(library, {}, today).near_entries("drug").closest(written)
    near = [f"drug:{drugs}"] if drugs is not None else []
    others = NearNames(_others(library)).closest(written)
    near += [others] if others is not None and others not in near else []
    hint = f"Did you mean {' or '.join(near)}?" if near else ""
    return _sentences(f"nothing here has the id or key “{written}”", hint)


def _others(library: Library) -> Iterator[tuple[str, str]]:
    for entry in library.entries():
        if entry.id not in library.drugs:
            yield entry.id, f"entry:{entry.id}"
    for key in library.works:
        yield key, f"work:{key}"
    for kind in _PARTS:
        for part in _parts(library, kind):
            yield part.rpartition("#")[2], f"{kind}:{part}"


def _missing_work(library: Library, key: str) -> str:
    if key in library.unreadable_works:
        return _sentences(
            f"the work “{key}” cannot be used, because it has errors of its own",
            "Run clinsum check and mend them first.",
        )
    if not library.has_bibliography:
        return _sentences("the bibliography cannot be read", "Run clinsum check and mend it first.")
    hint = NearNames((work, f"work:{work}") for work in library.works).did_you_mean(key)
    return _sentences(f"there is no work “{key}” in the bibliography", hint)


def _missing_part(library: Library, kind: str, name: str) -> str:
    noun = "dose" if kind == "dose" else "figure"
    owner, _, part = name.rpartition("#")
    if owner in library.unreadable:
        return _sentences(
            f"the entry “{owner}” cannot be used, because its file has errors of its own",
            "Run clinsum check and mend them first.",
        )
    if owner and library.entry(owner) is None:
        hint = NearNames((entry.id, entry.id) for entry in library.entries()).did_you_mean(owner)
        return _sentences(f"there is no entry “{owner}”", hint)
    parts = [one for one in _parts(library, kind) if one.startswith(f"{owner}#") or not owner]
    hint = NearNames((one.rpartition("#")[2], f"{kind}:{one}") for one in parts).did_you_mean(part)
    where = f"the entry “{owner}” has" if owner else "there is"
    return _sentences(f"{where} no {noun} “{part}”", hint)


def _parts(library: Library, kind: str) -> Iterator[str]:
    for entry in library.editioned():
        for part in getattr(entry, _PARTS[kind]):
            yield f"{entry.id}#{part}"


def _sentences(message: str, hint: str) -> str:
    return f"{message}. {hint}".rstrip()
