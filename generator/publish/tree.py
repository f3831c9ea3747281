"""Walking a folder without following links."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

_FILE_MODE = 0o644
_FOLDER_MODE = 0o755


def walk(folder: Path) -> Iterator[os.DirEntry[str]]:
    """Everything below a folder except the plain folders themselves, without following links; in no order.

    Raises ``OSError``.
    """
    pending = [str(folder)]
    while pending:
        with os.scandir(pending.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    pending.append(entry.path)
                else:
                    yield entry


def relative(entry: os.DirEntry[str], folder: Path) -> str:
    """The path of an entry below a folder, with ``/``."""
    return os.path.relpath(entry.path, folder).replace(os.sep, "/")


def open_to_readers(folder: Path) -> None:
    """Let a web server read every file, whatever the umask of the one who builds. Raises ``OSError``."""
    os.chmod(folder, _FOLDER_MODE)
    for parent, folders, files in os.walk(folder):
        for name in folders:
            os.chmod(os.path.join(parent, name), _FOLDER_MODE)
        for name in files:
            os.chmod(os.path.join(parent, name), _FILE_MODE)
