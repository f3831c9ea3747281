"""Lines of the files that findings are about, to be shown with them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from generator.diagnostics import Place
from generator.sources.project_files import read_bytes

_LIMIT = 8 * 1024 * 1024


@dataclass
class SourceLines:
    """Reads each file that is asked for once: plain files inside the project only, and no link is followed."""

    project: Path
    _files: dict[str, list[str]] = field(default_factory=dict)

    def __call__(self, place: Place) -> str | None:
        """The line of a place without its line break, None if it cannot be had. Never raises."""
        if place.file not in self._files:
            self._files[place.file] = self._read(place.file)
        lines = self._files[place.file]
        return lines[place.line - 1] if 0 < place.line <= len(lines) else None

    def _read(self, file: str) -> list[str]:
        if not self._is_inside(file):
            return []
        data, unreadable = read_bytes(self.project, file, _LIMIT)
        if unreadable or len(data) > _LIMIT:
            return []
        text = data.decode("utf-8", "replace").removeprefix("\ufeff")
        return [line.removesuffix("\r") for line in text.split("\n")]

    def _is_inside(self, file: str) -> bool:
        path = PurePosixPath(file)
        if not file or path.is_absolute() or ".." in path.parts or "\0" in file:
            return False
        # A folder on the way may be a link too; and a name may be longer than any file's.
        try:
            real = (self.project / file).resolve(strict=True)
            return real == self.project.resolve() / file
        except (OSError, RuntimeError, ValueError):
            return False
