"""The days of the first and the last commit of each file, as git tells them."""

from __future__ import annotations

import shutil
import subprocess
from datetime import UTC, date, datetime
from pathlib import Path

from generator.model.outside_facts import GitHistory

_SECONDS = 60
_COMMIT = "\x01"
_QUIET = (
    "--no-pager",
    "--no-optional-locks",
    "--no-replace-objects",
    *("-c", "core.quotePath=false"),
    *("-c", "core.fsmonitor=false"),
    *("-c", "core.hooksPath=/dev/null"),
    *("-c", "log.showSignature=false"),
    *("-c", "protocol.allow=never"),
)
"""No hook, no monitor, no pager and no check of signatures is run, nothing is written, and nothing is fetched."""


def read_git_history(
    project: Path, paths: tuple[str, ...] = ("content", "references.bib")
) -> GitHistory | None:
    """Read the history of files below a project folder; None where git or a repository is missing.

    Each file, by its path from the project with ``/``, has the earliest day on which a commit of it was written and
    the latest on which one was made, in UTC. Files that were changed since their last commit are left out: nobody
    knows their last day. Takes time in proportion to the history, once; gives up after a minute.
    """
    shallow = _git(project, "rev-parse", "--is-shallow-repository")
    if shallow is None:
        return None
    days = _days(_git(project, "log", f"--format={_COMMIT}%at %ct", *_NAMES, "HEAD", "--", *paths) or "")
    changed = _git(project, "diff", *_NAMES, "HEAD", "--", *paths)
    for path in (changed or "").split("\0"):
        days.pop(path, None)
    return GitHistory(shallow.strip() == "true", dict(sorted(days.items())) if changed is not None else {})


_NAMES = ("--name-only", "-z", "--relative", "--no-renames", "--no-ext-diff", "--ignore-submodules")


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
    """One walk over the log: commits are marked, and the names of their files follow."""
    found: dict[str, tuple[date, date]] = {}
    written = made = date.min
    for item in log.split("\0"):
        text = item.lstrip("\n")
        if text.startswith(_COMMIT):
            written, made = (_day(seconds) for seconds in text.removeprefix(_COMMIT).split())
        elif text:
            first, last = found.get(text, (written, made))
            found[text] = (min(first, written), max(last, made))
    return found


def _day(seconds: str) -> date:
    try:
        return datetime.fromtimestamp(int(seconds), UTC).date()
    except (ValueError, OverflowError, OSError):
        return date.min
