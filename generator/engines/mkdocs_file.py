"""The configuration file as MkDocs reads it, with the place of every value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.diagnostics import Place, Pointer
from generator.engines.engine_error import EngineError


@dataclass(frozen=True, slots=True)
class MkDocsFile:
    """``values`` has ``INHERIT`` and ``!ENV`` resolved; ``places`` knows what stands in the file itself."""

    name: str
    values: Mapping[str, Any]
    places: Mapping[Pointer, Place]

    def place(self, *pointer: str | int) -> Place:
        """The place of a value, or of the nearest thing around it."""
        for length in range(len(pointer), 0, -1):
            if place := self.places.get(pointer[:length]):
                return place
        return Place(self.name)


def read_mkdocs_file(path: Path) -> MkDocsFile:
    """Read ``mkdocs.yml``. Raises ``EngineError`` if it cannot be read or is not a YAML mapping."""
    from mkdocs.exceptions import MkDocsException
    from mkdocs.utils import yaml as mkdocs_yaml

    try:
        with path.open("rb") as file:
            values = mkdocs_yaml.yaml_load(file)
        loader = mkdocs_yaml.get_yaml_loader()(path.read_text(encoding="utf-8-sig"))
        root = loader.get_single_node()
    except (OSError, UnicodeDecodeError, MkDocsException, AttributeError, TypeError) as failure:
        raise _unreadable(path, failure) from failure
    if not isinstance(values, dict):
        raise _unreadable(path, TypeError("it is not a mapping of settings to values"))
    return MkDocsFile(path.name, values, dict(_places(root, path.name, ())) if root else {})


def _unreadable(path: Path, failure: Exception) -> EngineError:
    if isinstance(failure, FileNotFoundError):
        missing = f"there is no {path.name} here; run the command in the folder of a site (clinsum new site starts one)"
        return EngineError("ENGINE005", [missing], Place(path.name))
    words = " ".join(str(failure).split()).replace(str(path), path.name)
    mark = getattr(failure.__context__, "problem_mark", None)
    place = Place(path.name, mark.line + 1, mark.column + 1) if mark else Place(path.name)
    return EngineError("ENGINE005", [f"{path.name} cannot be read: {words}"], place)


def _places(node: Any, file: str, pointer: Pointer) -> Iterator[tuple[Pointer, Place]]:
    mark = node.start_mark
    yield pointer, Place(file, mark.line + 1, mark.column + 1)
    if node.id == "mapping":
        for key, value in node.value:
            yield from _places(value, file, (*pointer, str(key.value)))
    elif node.id == "sequence":
        for number, value in enumerate(node.value):
            yield from _places(value, file, (*pointer, number))
