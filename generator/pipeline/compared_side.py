"""One side of a comparison as it is named on the command line: a folder, or a revision in git."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.configuration import Options, read_configuration
from generator.configuration.plugin_options import PATH_DEFAULTS
from generator.diagnostics import Finding, Severity
from generator.diagnostics.visible_text import visible
from generator.sources.revision import (
    Revision,
    RevisionRefused,
    find_revision,
    settings_files,
    write_revision,
)

WORKING_TREE = "the working tree"
_A_PATH = (".", "/", "~")


class SideRefused(Exception):
    """What was named is no side: neither a folder nor a revision, or both. ``str`` says it with the cure."""


@dataclass(frozen=True, slots=True)
class OpenSide:
    """A side on disk. Without ``options`` its configuration cannot be used, and ``failures`` says why."""

    name: str
    options: Options | None
    failures: tuple[str, ...] = ()


@contextmanager
def open_side(config: Path, named: str | None) -> Iterator[OpenSide]:
    """The side with this name, for a project by its configuration file; without one, the project as it stands.

    A revision lies in a folder of its own for so long. Raises `SideRefused`, and OSError where there is no room.
    """
    if named is None:
        yield _side(WORKING_TREE, config)
        return
    found = _folder_or_revision(config, named)
    if isinstance(found, Path):
        yield _side(visible(named), found / config.name)
        return
    with TemporaryDirectory(prefix="clinsum-revision-", ignore_cleanup_errors=True) as folder:
        try:
            side = _revision_side(found, visible(named), Path(folder), config.name)
        except RevisionRefused as refused:
            raise _refusal(refused) from refused
        yield side


def _folder_or_revision(config: Path, named: str) -> Path | Revision:
    """A path that begins like one is a folder; any other word may be both, which nobody but the caller can decide."""
    folder = Path(named).expanduser() if named.startswith("~") else Path(named)
    if named.startswith(_A_PATH):
        if folder.is_dir():
            return folder
        raise SideRefused(f"there is no folder “{visible(named)}”. Look at the spelling.")
    is_folder = "\0" not in named and named != "" and folder.is_dir()
    try:
        revision = find_revision(config.absolute().parent, named)
    except RevisionRefused as refused:
        if is_folder:
            return folder
        raise _refusal(refused) from refused
    if is_folder:
        shown = visible(named)
        raise SideRefused(
            f"“{shown}” is a folder and a revision too. Write ./{shown} for the folder, and "
            f"refs/heads/{shown} for the branch."
        )
    return revision


def _refusal(refused: RevisionRefused) -> SideRefused:
    return SideRefused(f"{refused}. {refused.cure}")


def _revision_side(revision: Revision, named: str, folder: Path, config: str) -> OpenSide:
    """First the settings, which say where the rest lies; then the rest."""
    name = revision.short if revision.commit.startswith(named) else f"{named} ({revision.short})"
    found = [*write_revision(revision, folder, settings_files(revision))]
    side = _side(name, folder / config)
    if side.options is None:
        return side
    found += write_revision(revision, folder, _paths(side.options))
    return OpenSide(name, side.options, tuple(sentence(finding) for finding in found))


def _paths(options: Options) -> tuple[str, ...]:
    """What a comparison reads of a project, beside its settings."""
    folders = (getattr(options, name) for name in PATH_DEFAULTS)
    paths = (folder.relative_to(options.project).as_posix() for folder in folders)
    return tuple(dict.fromkeys(paths))


def _side(name: str, config: Path) -> OpenSide:
    options, findings = read_configuration(config)
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    if errors:
        return OpenSide(name, None, tuple(sentence(finding) for finding in errors))
    return OpenSide(name, options)


def sentence(finding: Finding) -> str:
    """Why something cannot be read, with its place."""
    return f"{finding.place}: {finding.message}"
