"""A revision of the project in git: found by its name, and written into a folder as plain files."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import Finding
from generator.diagnostics.visible_text import visible
from generator.sources.git_command import git_bytes, git_text, has_git, has_repository
from generator.sources.revision_files import FileInTree, files_in, write_files

_COMMIT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_SHORT = 10


class RevisionRefused(Exception):
    """There is no such revision here, or git does not give it. ``cure`` says what to do."""

    def __init__(self, message: str, cure: str) -> None:
        super().__init__(message)
        self.cure = cure


@dataclass(frozen=True, slots=True)
class Revision:
    """A commit of the repository in which a project's folder lies; ``commit`` is its full name in hexadecimal."""

    project: Path
    commit: str

    @property
    def short(self) -> str:
        """The first ten digits of the commit."""
        return self.commit[:_SHORT]


def find_revision(project: Path, ref: str) -> Revision:
    """The commit that a name means: a branch, a tag, a commit. Raises `RevisionRefused`."""
    asked = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")
    found = (git_text(project, *asked) or "").strip()
    if not _COMMIT.fullmatch(found):
        raise _refusal(project, ref)
    return Revision(project, found)


def write_revision(revision: Revision, folder: Path, paths: tuple[str, ...]) -> tuple[Finding, ...]:
    """Write files and folders of the project as they were into a folder; ``paths`` are from the project, with ``/``.

    Links, submodules and hidden files are not written, nothing outside the folder is, and no filter, hook or other
    program is run. Each file that could not be written whole is a finding; a path that the revision does not have
    is none. Raises `RevisionRefused`, and OSError where the folder cannot be written.
    """
    files = _files(revision, "-r", paths=paths) if paths else []
    return tuple(write_files(revision.project, files, folder))


def settings_files(revision: Revision) -> tuple[str, ...]:
    """The YAML files beside a project's configuration, which it may inherit from. Raises `RevisionRefused`."""
    files = _files(revision, paths=())
    return tuple(file.path for file in files if file.path.endswith((".yml", ".yaml")))


def open_revision(
    project: Path, ref: str, folder: Path, paths: tuple[str, ...]
) -> tuple[Revision, tuple[Finding, ...]]:
    """Find a revision and write these paths of it. Raises as `find_revision` and `write_revision`."""
    revision = find_revision(project, ref)
    return revision, write_revision(revision, folder, paths)


def _files(revision: Revision, *words: str, paths: tuple[str, ...]) -> list[FileInTree]:
    listed = git_bytes(revision.project, "ls-tree", "-z", *words, revision.commit, "--", *paths)
    if listed is None:
        message = f"git cannot list the files of the revision {revision.short}"
        raise RevisionRefused(message, "The repository may be damaged: git fsck tells. Fetch it anew.")
    return files_in(listed)


def _refusal(project: Path, ref: str) -> RevisionRefused:
    """Why a name means no commit here."""
    shown = visible(ref)
    if not has_git():
        cure = "Install git, or name a folder that holds the older state of the site."
        return RevisionRefused(f"“{shown}” is no folder, and git is not installed", cure)
    if not has_repository(project):
        cure = (
            "Name a folder that holds the older state of the site, or run this in a clone of its repository."
        )
        return RevisionRefused(f"“{shown}” is no folder, and the project lies in no git repository", cure)
    shallow = git_text(project, "rev-parse", "--is-shallow-repository")
    if shallow is None:
        cure = "The repository is damaged or belongs to another user: run git status here, it says which."
        return RevisionRefused("git does not read this repository", cure)
    if shallow.strip() == "true":
        cure = (
            "Run git fetch --unshallow origin, then try again. In a workflow, check out with the whole history "
            "(fetch-depth: 0)."
        )
        message = f"this copy of the repository is shallow and does not hold the revision “{shown}”"
        return RevisionRefused(message, cure)
    cure = (
        "Look at the spelling. If the revision is on the server only, run git fetch origin and name it with "
        "origin/ before it, such as origin/main."
    )
    return RevisionRefused(f"there is neither a folder nor a revision “{shown}”", cure)
