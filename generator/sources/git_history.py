"""The days of the first and the last commit of each file, as git tells them."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from generator.model.outside_facts import GitHistory

_SECONDS = 60
_COMMIT = "\x01"
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


def read_git_history(
    project: Path, paths: tuple[str, ...] = ("content", "references.bib")
) -> GitHistory | None:
    """Read the history of files below a project folder; None where git or a repository is missing.

    A repository that git refuses to read (``is_refused``) has no days.

    Each file, by its path from the project with ``/``, has the earliest day on which a commit of it was written and
    the latest on which one was made, in UTC; a file that was moved as it was keeps its days. Files that were changed
    since their last commit are left out: nobody knows their last day. Takes time in proportion to the history, once;
    gives up after a minute.
    """
    shallow = _git(project, "rev-parse", "--is-shallow-repository")
    if shallow is None:
        return GitHistory(is_shallow=False, is_refused=True) if _has_repository(project) else None
    log = _git(project, "log", f"--format={_COMMIT}%at %ct", *_CHANGES, "HEAD", "--", *paths)
    tree = _git(project, "ls-tree", "-r", "-z", "HEAD", "--", *paths)
    days = _days(log or "")
    kept = {
        name: days[name]
        for name, digest in _committed(tree or "")
        if name in days and _is_as_committed(project / name, digest)
    }
    return GitHistory(shallow.strip() == "true", dict(sorted(kept.items())))


def _has_repository(project: Path) -> bool:
    """Whether one is there, though git does not read it: it is damaged, or belongs to another user."""
    folder = project.absolute()
    return shutil.which("git") is not None and any(
        (one / ".git").exists() for one in (folder, *folder.parents)
    )


_CHANGES = (
    *("--name-status", "-z", "--relative", "--find-renames=100%"),
    *("--no-ext-diff", "--no-textconv", "--ignore-submodules"),
)
_MOVED = ("R", "C")


def _git(project: Path, *words: str) -> str | None:
    """What git prints, or None if it is not there, fails, or takes too long."""
    program = shutil.which("git")
    if program is None:
        return None
    try:
        done = subprocess.run(
            [program, *_QUIET, *words],
            cwd=project,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else None


def _days(log: str) -> dict[str, tuple[date, date]]:
    """One walk over the log, the newest commit first: commits are marked, and the changes of their files follow."""
    found: dict[str, tuple[date, date]] = {}
    now: dict[str, str] = {}
    written = made = date.min
    items = iter(log.split("\0"))
    for item in items:
        text = item.lstrip("\n")
        if text.startswith(_COMMIT):
            written, made = (_day(seconds) for seconds in text.removeprefix(_COMMIT).split())
        elif text:
            before = next(items, "")
            name = next(items, "") if text.startswith(_MOVED) else before
            name = now.get(name, name)
            if text.startswith("R"):
                now[before] = name
            first, last = found.get(name, (written, made))
            found[name] = (min(first, written), max(last, made))
    return found


def _committed(tree: str) -> Iterator[tuple[str, str]]:
    """The plain files of the last commit, each with the digest of its bytes."""
    for item in tree.split("\0"):
        facts, _, name = item.partition("\t")
        mode, _, digest = facts.rpartition(" ")
        if mode in ("100644 blob", "100755 blob"):
            yield name, digest


def _is_as_committed(file: Path, digest: str) -> bool:
    """Whether a file has the bytes of its last commit, or had them before its line ends were changed.

    Git is not asked: it would run the filters that a project's configuration names.
    """
    try:
        data = file.read_bytes() if file.is_file() else None
    except (OSError, ValueError):
        return False
    return data is not None and digest in (
        _digest(data, digest),
        _digest(data.replace(b"\r\n", b"\n"), digest),
    )


def _digest(data: bytes, like: str) -> str:
    """How git names these bytes, in the length of another such name."""
    made = hashlib.sha256() if len(like) == _LENGTH_OF_SHA256 else hashlib.sha1(usedforsecurity=False)
    made.update(b"blob %d\0" % len(data))
    made.update(data)
    return made.hexdigest()


_LENGTH_OF_SHA256 = 64


def _day(seconds: str) -> date:
    try:
        return datetime.fromtimestamp(int(seconds), UTC).date()
    except (ValueError, OverflowError, OSError):
        return date.min
