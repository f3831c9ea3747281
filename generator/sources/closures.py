"""The contents that were decided on: ``content/decisions/closures/<64 hexadecimal digits>.json``."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.model.digest import VERSION, closure_digest
from generator.sources.project_files import list_files, read_bytes

FOLDER = "decisions/closures"
_NAME = re.compile(r"[0-9a-f]{64}\.json")
_LIMIT = 16 * 1024 * 1024


@dataclass(frozen=True)
class Closures:
    """The stored contents of a project, each read when it is asked for.

    A file counts only if its content gives its name: nobody can put another text under an approved digest. Layout and
    line ends do not count.
    """

    project: Path
    files: Mapping[str, str] = field(default_factory=dict)
    """The path of each file from the project, by digest (``clinsum-1:`` and 64 hexadecimal digits)."""
    others: tuple[str, ...] = ()
    """Files in the folder that have no such name."""

    def get(self, digest: str) -> Mapping[str, Any] | None:
        """The content of a digest; None where it is not there or is not what its name says."""
        file = self.files.get(digest)
        found = _read(self.project, file) if file is not None else None
        return found.data if found is not None and found.digest == digest else None

    def faults(self) -> Iterator[tuple[str, str]]:
        """Every file that is not what its name says, by its path from the project, and what is wrong.

        Reads all of them.
        """
        for file in self.others:
            yield file, "its name is no digest"
        for digest, file in self.files.items():
            found = _read(self.project, file)
            if found.fault:
                yield file, found.fault
            elif found.digest != digest:
                yield file, f"its content gives the digest {found.digest}"


def read_closures(project: Path, content: str = "content") -> Closures:
    """Look which contents are stored. None of them is read yet."""
    folder = f"{content}/{FOLDER}"
    found = list_files(project, folder)[0] if (project / folder).is_dir() else []
    named = {file: file.rpartition("/")[2] for file in found}
    files = {
        f"{VERSION}:{name.removesuffix('.json')}": file
        for file, name in sorted(named.items())
        if _NAME.fullmatch(name) and file == f"{folder}/{name}"
    }
    known = set(files.values())
    return Closures(project, files, tuple(file for file in sorted(named) if file not in known))


def closure_file(content: str, digest: str) -> str:
    """Where the content of a digest is stored, from the project."""
    return f"{content}/{FOLDER}/{digest.rpartition(':')[2]}.json"


@dataclass(frozen=True, slots=True)
class _Read:
    """The data of a file with its digest, or what is wrong with it."""

    data: Mapping[str, Any] | None = None
    digest: str = ""
    fault: str = ""


def _read(project: Path, file: str) -> _Read:
    data, findings = read_bytes(project, file, _LIMIT)
    if findings or len(data) > _LIMIT:
        return _Read(fault=findings[0].message if findings else "it is over 16 MB")
    try:
        found = json.loads(data.decode())
        # Letters that no file can hold and lists without end make a digest impossible, too.
        digest = closure_digest(found)
    except (ValueError, RecursionError):
        return _Read(fault="it is no JSON")
    if not isinstance(found, dict):
        return _Read(fault="it is no content of an edition")
    return _Read(found, digest)
