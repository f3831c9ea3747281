"""One document becomes one entry, or findings that say why not."""

from __future__ import annotations

import difflib
import re
from pathlib import PurePosixPath

from pydantic import ValidationError

from generator.diagnostics import Finding, Place
from generator.model.entries.entry import Entry
from generator.model.library import FOLDERS, KINDS
from generator.model.reserved_ids import is_reserved
from generator.model.text import ID_PATTERN
from generator.sources.document import Document
from generator.sources.entry_rules import BAD_FILE_NAME, MISSING_KEY, WRONG_KIND
from generator.sources.validation_findings import validation_findings

_LONGEST_ID = 80


def parse_entry(document: Document, folder: str) -> tuple[Entry | None, list[Finding]]:
    """Read an entry. ``folder`` is the folder below ``content/`` and limits the kinds that may stand there."""
    name = PurePosixPath(document.file).stem
    findings = _check_name(document, name)
    if document.root is None:
        return None, findings
    kind = document.root.get("kind")
    if not isinstance(kind, str) or kind not in FOLDERS[folder]:
        return None, [*findings, _kind_finding(document, folder, kind, name)]
    model = KINDS[kind]
    if "id" in document.root:
        findings.append(
            BAD_FILE_NAME.finding(
                "the id is the file's name and is not written in the file",
                document.place(("id",), key=True),
                entry=name,
            )
        )
        document.root.pop("id")
    try:
        entry = model.model_validate(document.root, by_alias=True, by_name=False)
    except ValidationError as error:
        return None, [*findings, *validation_findings(error, model, document, name)]
    object.__setattr__(entry, "id", name)
    return (None if findings else entry), findings


def _check_name(document: Document, name: str) -> list[Finding]:
    if re.fullmatch(ID_PATTERN, name) is None or len(name) > _LONGEST_ID:
        return [BAD_FILE_NAME.finding(f"“{name}” cannot serve as an id", Place(document.file), entry=name)]
    if is_reserved(name):
        message = f"“{name}” is reserved and cannot serve as an id"
        cure = "Rename the file: systems, the site itself or the format use this word."
        return [BAD_FILE_NAME.finding(message, Place(document.file), entry=name, cure=cure)]
    return []


def _kind_finding(document: Document, folder: str, kind: object, name: str) -> Finding:
    wanted = FOLDERS[folder]
    if kind is None:
        cure = f"Write kind: {wanted[0]} as the first line."
        return MISSING_KEY.finding(
            "the key “kind” is missing", document.place(()), entry=name, pointer=("kind",), cure=cure
        )
    close = difflib.get_close_matches(str(kind), wanted, n=1)
    if not close and isinstance(kind, str) and kind in KINDS:
        home = next(name for name, kinds in FOLDERS.items() if kind in kinds)
        cure = f"Move the file to content/{home}/, or write kind: {wanted[0]}."
    else:
        cure = f"Write kind: {(close or wanted)[0]}."
    message = f"“{kind}” is not a kind of entry that belongs in {folder}/"
    return WRONG_KIND.finding(message, document.place(("kind",)), entry=name, pointer=("kind",), cure=cure)
