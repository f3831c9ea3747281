"""The days of the first and the last commit of each file, as git tells them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from generator.model.outside_facts import GitHistory
from generator.sources.git_command import blob_name, git_text, has_git, has_repository

_COMMIT = "\x01"


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
    shallow = git_text(project, "rev-parse", "--is-shallow-repository")
    if shallow is None:
        is_there = has_git() and has_repository(project)
        return GitHistory(is_shallow=False, is_refused=True) if is_there else None
    log = git_text(project, "log", f"--format={_COMMIT}%at %ct", *_CHANGES, "HEAD", "--", *paths)
    tree = git_text(project, "ls-tree", "-r", "-z", "HEAD", "--", *paths)
    days = _days(log or "")
    kept = {
        name: days[name]
        for name, digest in _committed(tree or "")
        if name in days and _is_as_committed(project / name, digest)
    }
    return GitHistory(shallow.strip() == "true", dict(sorted(kept.items())))


_CHANGES = (
    *("--name-status", "-z", "--relative", "--find-renames=100%"),
    *("--no-ext-diff", "--no-textconv", "--ignore-submodules"),
)
_MOVED = ("R", "C")


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
        blob_name(data, digest),
        blob_name(data.replace(b"\r\n", b"\n"), digest),
    )


def _day(seconds: str) -> date:
    try:
        return datetime.fromtimestamp(int(seconds), UTC).date()
    except (ValueError, OverflowError, OSError):
        return date.min
