"""One build at a time for one output folder."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from generator.publish import rules
from generator.publish.refusal import PublishRefused


class BuildLock:
    """Holds a lock file. The operating system releases it when the process ends, however it ends.

    Raises ``PublishRefused`` (PUB004) on entering if another process holds it.
    """

    def __init__(self, path: Path, output: Path) -> None:
        self._path = path
        self._output = output
        self._handle = -1

    def __enter__(self) -> BuildLock:
        while self._handle < 0:
            self._handle = self._try_once()
        # Only to name the holder to the one who has to wait: on a full disk the lock holds all the same.
        with suppress(OSError):
            os.ftruncate(self._handle, 0)
            os.write(self._handle, f"{os.getpid()}\n".encode())
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        # Removed while it is still held, so that nobody holds a lock on a file that is gone (see _is_still).
        with suppress(OSError):
            self._path.unlink(missing_ok=True)
        os.close(self._handle)
        self._handle = -1

    def _try_once(self) -> int:
        handle = os.open(self._path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o644)
        try:
            _lock(handle)
        except (BlockingIOError, PermissionError) as error:
            holder = _holder(handle)
            os.close(handle)
            message = f"Another build{holder} is writing to {self._output}."
            raise PublishRefused.by(rules.OUTPUT_IS_BUSY, self._output, message) from error
        except OSError:
            os.close(handle)
            raise
        if self._is_still(handle):
            return handle
        os.close(handle)
        return -1

    def _is_still(self, handle: int) -> bool:
        # Between opening and locking, the former holder may have removed the file: then try again.
        try:
            return os.path.samestat(os.fstat(handle), os.stat(self._path))
        except FileNotFoundError:
            return False


def _holder(handle: int) -> str:
    number = os.read(handle, 32).decode("ascii", "replace").strip()
    return f" (process {number})" if number.isdigit() else ""


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
