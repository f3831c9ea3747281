"""Which changed files may change what the review itself does."""

from __future__ import annotations

from collections.abc import Iterable

_TEXT_FOLDERS = ("content/", "docs/", "tests/")
_TEXT_FILES = ("references.bib", "README.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE")


def program_files(changed: Iterable[str]) -> list[str]:
    """All but content and texts: a new file at the top is taken for the program until it is listed here."""
    return [name for name in changed if not _is_text(name)]


def _is_text(name: str) -> bool:
    # .gitattributes and its like, wherever they lie, make git check other words out than it compares.
    if name.rpartition("/")[2].startswith(".git"):
        return False
    return name.startswith(_TEXT_FOLDERS) or name in _TEXT_FILES
