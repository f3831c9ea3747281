"""A file that is written once: never over another one, never through a link, never half."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


class FileExists(Exception):
    """There is another file, or a link, where the file should stand."""


def write_new_file(top: Path, name: str, data: bytes) -> bool:
    """Write ``top/name``; folders in between are made. False if the file is there already and holds the same bytes.

    Raises `FileExists` where it holds others, and OSError where nothing can be written.
    """
    target = top / name
    _refuse_links(top, target)
    if target.exists():
        if target.is_file() and target.read_bytes() == data:
            return False
        raise FileExists(f"{name} is there already, and is never overwritten")
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, waiting = tempfile.mkstemp(dir=target.parent, prefix=".", suffix=".new")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(waiting, 0o644)
        _give_name(waiting, target, name)
    finally:
        os.unlink(waiting)
    return True


def _give_name(waiting: str, target: Path, name: str) -> None:
    """Linking, unlike renaming, fails where somebody else was faster."""
    try:
        os.link(waiting, target)
    except FileExistsError as error:
        raise FileExists(f"{name} is there already, and is never overwritten") from error
    except OSError:
        # Some file systems know no links: there a file that is broken off while it is written would be seen by a check.
        with target.open("xb") as stream:
            stream.write(Path(waiting).read_bytes())


def _refuse_links(top: Path, target: Path) -> None:
    between = [target, *target.parents]
    for path in between[: between.index(top) + 1]:
        if path.is_symlink():
            raise FileExists(f"{path.name} is a link: nothing is written through it")
