"""Getting bytes onto the disk before they are relied on."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path


def flush_file_system(folder: Path) -> None:
    """Write out all that was written to the file system of a folder: one call instead of one a file.

    Raises ``OSError`` (a full or broken disk may show itself only here).
    """
    library = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None
    if library is None or not hasattr(library, "syncfs"):
        if hasattr(os, "sync"):
            os.sync()
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        if library.syncfs(handle) != 0:
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number), str(folder))
    finally:
        os.close(handle)


def flush_folder(folder: Path) -> None:
    """Write out the names in a folder, so that a rename outlives a power cut."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
