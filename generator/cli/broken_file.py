"""Where the file of an entry that could not be read is broken."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.diagnostics import Finding, Place
    from generator.model.library import Library


def broken_file(library: Library, findings: Iterable[Finding], entry_id: str) -> Place | None:
    """The place of the first error in the entry's file; None where the entry was read, or has no file.

    The name of the file decides: a file that is no text at all has no place in the library.
    """
    from generator.diagnostics import Severity
    from generator.model.library import FOLDERS

    if library.entry(entry_id) is not None:
        return None
    for finding in findings:
        file = PurePosixPath(finding.place.file)
        is_entry = file.suffix == ".yml" and file.parent.name in FOLDERS
        if finding.severity is Severity.ERROR and is_entry and file.stem == entry_id:
            return finding.place
    return library.place_of(entry_id, ()) if entry_id in library.unreadable else None
