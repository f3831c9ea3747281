"""The files of a project that a person names on the command line."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from generator.configuration import Options
    from generator.diagnostics import Finding


@dataclass(frozen=True)
class ChosenFiles:
    """Files and folders as paths from the project with ``/``; ``.`` is the project itself.

    ``unread`` are those, as the person wrote them, in which nothing is ever read. ``always`` are files whose errors
    mean that nothing could be read at all.
    """

    chosen: tuple[str, ...]
    unread: tuple[str, ...]
    always: frozenset[str]

    def of(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """The findings of these files, and what kept the whole project from being read."""
        return tuple(finding for finding in findings if self._has(finding))

    def _has(self, finding: Finding) -> bool:
        place = finding.place
        if place.file in self.always and not place.line:
            return True
        return any(_is_in(place.file, path) for path in self.chosen)


def chosen_files(options: Options, paths: Iterable[Path]) -> ChosenFiles:
    """What a person named. Ends the command with a usage error for what is no file or folder of the project."""
    from generator.sources.schema_version import VERSION_FILE

    named = [(str(path), _inside(options.project, path)) for path in paths]
    content = _from(options.project, options.content)
    bibliography = _from(options.project, options.bibliography)
    return ChosenFiles(
        tuple(inside for _, inside in named),
        tuple(written for written, inside in named if not _is_read(options, inside, content, bibliography)),
        frozenset((content, f"{content}/{VERSION_FILE}", bibliography)),
    )


def _inside(project: Path, path: Path) -> str:
    """The path from the project; the last part may be a link, which is then told as a finding, and not followed."""
    whole = Path(os.path.abspath(path))
    if not os.path.lexists(whole):
        raise click.UsageError(f"there is no {path}")
    real, top = whole.parent.resolve() / whole.name, project.resolve()
    if not real.is_relative_to(top):
        raise click.UsageError(f"{path} is outside the project {project}")
    return real.relative_to(top).as_posix()


def _from(project: Path, path: Path) -> str:
    return path.relative_to(project).as_posix()


def _is_read(options: Options, inside: str, content: str, bibliography: str) -> bool:
    """Whether a finding may ever stand there."""
    read = (content, bibliography, _from(options.project, options.config_file))
    if any(_is_in(one, inside) for one in read):
        return True
    parts = Path(inside).parts
    hidden = any(part.startswith(".") for part in parts)
    return _is_in(inside, content) and not hidden and parts[-1] != "README.md"


def _is_in(file: str, folder: str) -> bool:
    return folder in (".", file) or file.startswith(f"{folder}/")
