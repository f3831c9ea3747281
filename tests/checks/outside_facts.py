"""Facts from outside the content that a fixture's project brings along: retractions, and a history in git."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from generator.model.outside_facts import GitHistory, Retractions
from generator.sources.retraction_watch import read_retractions


def retractions_in(folder: Path) -> Retractions | None:
    """The snapshot ``retractions.csv`` of a project, where there is one."""
    path = folder / "retractions.csv"
    return read_retractions(path) if path.exists() else None


def history_in(folder: Path) -> GitHistory | None:
    """``git-history.txt`` of a project: a path, its first and its last day on each line; ``.git/shallow`` as in git."""
    path, shallow = folder / "git-history.txt", (folder / ".git" / "shallow").exists()
    if not path.exists():
        return GitHistory(is_shallow=True) if shallow else None
    lines = [line.split() for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    days = {name: (date.fromisoformat(first), date.fromisoformat(last)) for name, first, last in lines}
    return GitHistory(shallow, days)
