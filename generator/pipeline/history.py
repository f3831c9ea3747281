"""What git knows of the files of a project."""

from __future__ import annotations

from generator.configuration import Options
from generator.model.outside_facts import GitHistory
from generator.sources.git_history import read_git_history


def history_of(options: Options) -> GitHistory | None:
    """The history of the content and the bibliography, in one pass; None without git."""
    read = (options.content, options.bibliography)
    paths = tuple(path.relative_to(options.project).as_posix() for path in read)
    return read_git_history(options.project, paths)
