"""The files of a project's content folder, in a fixed order; nothing but plain files inside it is ever opened."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from generator.diagnostics import Finding, Place
from generator.sources.entry_rules import UNREADABLE_FILE, UNSAFE_FILE


def list_files(project: Path, folder: str) -> tuple[list[str], list[Finding]]:
    """The plain files below ``project/folder`` as paths from the project, sorted; what is no plain file is a finding.

    Hidden files are passed over, links are never followed.
    """
    findings: list[Finding] = []
    if not (project / folder).is_dir():
        return [], [UNREADABLE_FILE.finding(f"there is no folder {folder}", Place(folder))]
    return sorted(_walk(project, folder, findings)), findings


def read_bytes(project: Path, file: str, limit: int) -> tuple[bytes, list[Finding]]:
    """The file's bytes, at most ``limit`` + 1 of them, so that a reader can tell that there are too many."""
    try:
        descriptor = os.open(
            project / file, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
        )
        with os.fdopen(descriptor, "rb") as stream:
            if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
                return b"", [UNSAFE_FILE.finding(f"{file} is not a plain file", Place(file))]
            return stream.read(limit + 1), []
    except OSError as error:
        reason = error.strerror or "it cannot be opened"
        return b"", [UNREADABLE_FILE.finding(f"{file} cannot be read: {reason}", Place(file))]


def _walk(project: Path, folder: str, findings: list[Finding]) -> Iterator[str]:
    try:
        entries = sorted(os.scandir(project / folder), key=lambda entry: entry.name)
    except OSError as error:
        findings.append(UNREADABLE_FILE.finding(f"{folder} cannot be read: {error.strerror}", Place(folder)))
        return
    for entry in entries:
        path = f"{folder}/{entry.name}"
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(project, path, findings)
        elif entry.is_file(follow_symlinks=False):
            yield path
        else:
            what = "a symbolic link" if entry.is_symlink() else "neither a file nor a folder"
            findings.append(UNSAFE_FILE.finding(f"{path} is {what}", Place(path)))
