"""One file of the project replaced whole, or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


class FileChanged(Exception):
    """Somebody else wrote the file in the meantime; nothing was replaced."""

    def __init__(self) -> None:
        super().__init__("it was changed in the meantime; run the command again")


def replace_file(path: Path, old: bytes | None, new: bytes) -> None:
    """Put new bytes in place of the old ones (None: of no file) by one rename; permissions stay.

    Raises OSError, or `FileChanged` if the file no longer holds the old bytes.
    """
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".new")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(new)
            stream.flush()
            os.fsync(stream.fileno())
        if (path.read_bytes() if path.exists() else None) != old:
            raise FileChanged
        os.chmod(name, path.stat().st_mode & 0o7777 if old is not None else 0o644)
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise
