"""The manifest: sha256 and size of every published file, and the mark that a folder is ours."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

MANIFEST_NAME = "manifest.json"
_FORMAT = "clinical-summaries/manifest/1"


@dataclass(frozen=True, slots=True)
class FileRecord:
    """One published file: sha256 in hexadecimal, size in bytes."""

    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """What stands in a published folder, by path. The manifest does not list itself, and carries no clock."""

    files: Mapping[str, FileRecord]

    @classmethod
    def of(cls, folder: Path, paths: list[str]) -> Manifest:
        """Read these files of a folder and take their digests. Raises ``OSError``."""
        return cls({path: _record(folder / path) for path in sorted(paths) if path != MANIFEST_NAME})

    @classmethod
    def read(cls, folder: Path) -> Manifest | None:
        """The manifest of a folder that we published; ``None`` if there is none or it is not one of ours.

        Raises ``OSError`` if there is one that cannot be read.
        """
        try:
            raw = json.loads((folder / MANIFEST_NAME).read_bytes())
            if raw["format"] != _FORMAT:
                return None
            files = {
                path: FileRecord(str(one["sha256"]), int(one["size"])) for path, one in raw["files"].items()
            }
        except (FileNotFoundError, IsADirectoryError):
            return None
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return None
        return cls(files)

    def to_bytes(self) -> bytes:
        """The bytes of ``manifest.json``: sorted, one line a file."""
        files = {path: {"sha256": one.sha256, "size": one.size} for path, one in self.files.items()}
        lines = [f"    {json.dumps(path)}: {json.dumps(files[path])}" for path in sorted(files)]
        body = ",\n".join(lines)
        return f'{{\n  "format": "{_FORMAT}",\n  "files": {{\n{body}\n  }}\n}}\n'.encode()


def _record(path: Path) -> FileRecord:
    data = path.read_bytes()
    return FileRecord(hashlib.sha256(data).hexdigest(), len(data))
