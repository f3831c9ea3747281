"""Which paths the files of a site may have."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from pathlib import Path

from generator.publish import rules
from generator.publish.refusal import PublishRefused

_MOST_BYTES_A_PART = 255
_FORBIDDEN = frozenset('<>:"|?*\\')
_DEVICES = frozenset(
    ["con", "prn", "aux", "nul", "conin$", "conout$"]
    + [f"{port}{number}" for port in ("com", "lpt") for number in "123456789¹²³"]
)


class OutputPaths:
    """The paths given so far. ``add`` refuses a bad one, and one that collides with an earlier one.

    A path is relative, with ``/``, and must be storable on Linux, macOS and Windows alike.
    """

    def __init__(self, output: Path) -> None:
        self._output = output
        self._files: dict[str, str] = {}
        self._folders: dict[str, str] = {}

    def add(self, path: str) -> None:
        """Take one more path. Raises ``PublishRefused`` (PUB005, PUB006)."""
        reason = _fault(path)
        if reason:
            raise PublishRefused.by(rules.PATH_REFUSED, self._output, f"The path {path!r} {reason}.")
        earlier = self._collision(path)
        if earlier:
            message = f"{path!r} and {earlier!r} cannot both stand in one folder on every system."
            raise PublishRefused.by(rules.PATHS_COLLIDE, self._output, message)
        self._files[_folded(path)] = path
        for folder in _folders_above(path):
            self._folders.setdefault(_folded(folder), folder)

    def add_all(self, paths: Iterable[str]) -> None:
        """Take every path, in order. Raises as ``add``."""
        for path in paths:
            self.add(path)

    def _collision(self, path: str) -> str | None:
        same = self._files.get(_folded(path)) or self._folders.get(_folded(path))
        if same:
            return same
        for folder in _folders_above(path):
            known = self._folders.get(_folded(folder), folder)
            if known != folder:
                return known
            if _folded(folder) in self._files:
                return self._files[_folded(folder)]
        return None


def _fault(path: str) -> str:
    if not path:
        return "is empty"
    if path.startswith("/"):
        return "is absolute"
    for part in path.split("/"):
        reason = _fault_of_part(part)
        if reason:
            return reason
    return ""


def _fault_of_part(part: str) -> str:
    if part in ("", ".", ".."):
        return f"has the part {part!r}"
    bad = next((character for character in part if character in _FORBIDDEN or _is_invisible(character)), None)
    if bad is not None:
        return f"has the character {bad!r}"
    if part[-1] in ". " or part[0] == " ":
        return f"has a part that begins or ends with a space or ends with a dot: {part!r}"
    if part.split(".", maxsplit=1)[0].rstrip().casefold() in _DEVICES:
        return f"has the part {part!r}, which is the name of a device on Windows"
    if len(part.encode()) > _MOST_BYTES_A_PART:
        return f"has a part of more than {_MOST_BYTES_A_PART} bytes"
    return ""


def _is_invisible(character: str) -> bool:
    # Controls, format characters, lone surrogates, line and paragraph separators: nobody can type them.
    return unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp")


def _folders_above(path: str) -> list[str]:
    parts = path.split("/")
    return ["/".join(parts[:count]) for count in range(1, len(parts))]


def _folded(path: str) -> str:
    # Twice, because folding can leave a form that is not normal again.
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKC", path).casefold())
