"""What an engine drew: the pages of the stage with the theme around them, and the theme's own files."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import Place
from generator.engines.engine_error import EngineError

_NOT_PUBLISHED = re.compile(
    r"""
    .*\.html? | sitemap\.xml(\.gz)? | .*\.map             # ours, ours, for the theme's own developers
    | search/.* | search\.json | objects\.inv             # the engine's own search and inventory
    | assets/javascripts/(lunr|workers)/.*                # the same, in the browser
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A folder that an engine wrote. ``theme`` names engine and theme with their versions, for messages."""

    folder: Path
    theme: str

    def page(self, path: str) -> str:
        """The HTML of one drawn page (``drugs/index.html``). Raises ``EngineError`` if it was not drawn."""
        try:
            return (self.folder / path).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as failure:
            message = f"{self.theme} did not draw {path}"
            raise EngineError("ENGINE004", [message], Place("mkdocs.yml")) from failure

    def assets(self) -> tuple[str, ...]:
        """The files that pages need, relative and sorted: no page, no frame, no sitemap, no search index."""
        files = (path for path in self.folder.rglob("*") if path.is_file() and not path.is_symlink())
        names = sorted(path.relative_to(self.folder).as_posix() for path in files)
        return tuple(name for name in names if not _NOT_PUBLISHED.fullmatch(name))
