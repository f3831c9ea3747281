"""Asking git about a repository so that nothing but git itself is run, nothing is written and nothing fetched."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from pathlib import Path

_SECONDS = 60
_TRANSPORTS = ("file", "git", "ssh", "http", "https", "ftp", "ftps", "ext", "fd")
_QUIET = (
    "--no-pager",
    "--no-optional-locks",
    "--no-replace-objects",
    "--literal-pathspecs",
    *("-c", "core.quotePath=false"),
    *("-c", "core.fsmonitor=false"),
    *("-c", "core.hooksPath=/dev/null"),
    *("-c", "core.alternateRefsCommand=:"),
    *("-c", "log.showSignature=false"),
    *("-c", "log.showRoot=true"),
    *("-c", "protocol.allow=never"),
    *(word for name in _TRANSPORTS for word in ("-c", f"protocol.{name}.allow=never")),
)
"""Whatever is configured: no hook, monitor, pager or check of signatures is run, nothing written, nothing fetched."""
_LENGTH_OF_SHA256 = 64


def git_bytes(project: Path, *words: str, given: bytes = b"") -> bytes | None:
    """What git prints when it is given these bytes; None if it is not there, fails, or takes over a minute."""
    program = shutil.which("git")
    if program is None:
        return None
    try:
        done = subprocess.run(
            [program, *_QUIET, *words],
            cwd=project,
            input=given,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None


def git_text(project: Path, *words: str) -> str | None:
    """The same as text."""
    printed = git_bytes(project, *words)
    return None if printed is None else printed.decode("utf-8", "replace")


def has_git() -> bool:
    """Whether git is installed."""
    return shutil.which("git") is not None


def has_repository(project: Path) -> bool:
    """Whether a repository is there, also one that git does not read: damaged, or of another user."""
    folder = project.absolute()
    return any((one / ".git").exists() for one in (folder, *folder.parents))


def blob_name(data: bytes, like: str) -> str:
    """How git names these bytes, in the length of another such name."""
    made = hashlib.sha256() if len(like) == _LENGTH_OF_SHA256 else hashlib.sha1(usedforsecurity=False)
    made.update(b"blob %d\0" % len(data))
    made.update(data)
    return made.hexdigest()
