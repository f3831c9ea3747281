"""The pages of a pack for reviewers: what `review` found, set into the templates of the pack."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any


class PackTemplates:
    """Draws by the templates in ``pack/`` of the folders: a site's own first, the packaged ones last."""

    def __init__(self, template_folders: Sequence[Path]) -> None:
        from jinja2 import Environment, FileSystemLoader, StrictUndefined

        self._folders = tuple(template_folders)
        self._environment = Environment(
            loader=FileSystemLoader([folder / "pack" for folder in template_folders]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )

    def page(self, name: str, values: Mapping[str, Any]) -> bytes:
        """A page in UTF-8, by its template's name without the suffix.

        Values are escaped but those that templates take as HTML: the parts of articles, which `HtmlWriter` wrote.
        """
        return self._environment.get_template(f"{name}.html.j2").render(values).encode("utf-8", "replace")

    def styles(self) -> Mapping[str, bytes]:
        """The style of the site, and that of the pack, by file name."""
        files = {"site.css": "assets/site.css", "pack.css": "pack/pack.css"}
        return {name: self._first(path).read_bytes() for name, path in files.items()}

    def _first(self, path: str) -> Path:
        return next(folder / path for folder in self._folders if (folder / path).is_file())
