"""Which changed files may change what the review itself does."""

from __future__ import annotations

from collections.abc import Iterable

_TEXT_FOLDERS = ("content/", "docs/", "tests/")
_TEXT_FILES = ("references.bib", "README.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE")


def program_files(changed: Iterable[str]) -> list[str]:
    """All but content and texts: a new file at the top is taken for the program until it is listed here."""
    return [name for name in changed if not name.startswith(_TEXT_FOLDERS) and name not in _TEXT_FILES]
