"""Entries in which every free text is replaced by a word of its own, so that it can be looked for later."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from generator.model.library import KINDS

SENTINEL = re.compile(r"zq[0-9]{4}x")
_NOT_TEXT = {"file"}
"""Fields that take any text and yet mean a thing elsewhere: the name of a picture's file."""


class Sentinels:
    """Makes words that stand nowhere else, and says where each was put."""

    def __init__(self) -> None:
        self.place_of: dict[str, str] = {}

    def fill(self, file: Path) -> None:
        """Replace every text of an entry that its model takes as free text, and nothing else."""
        data = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        model = KINDS[data["kind"]]
        for pointer in list(_leaves(data)):
            written = _get(data, pointer)
            word = f"zq{len(self.place_of):04d}x"
            # A space and a capital, so that no id, key, day or amount takes it.
            _set(data, pointer, f"Says {word}")
            try:
                model.model_validate(data)
            except ValidationError:
                _set(data, pointer, written)
            else:
                self.place_of[word] = f"{file.stem}: {'.'.join(map(str, pointer))}"
        file.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")

    def leaked(self, files: Mapping[str, bytes]) -> list[str]:
        """Where a word came out, and what it was. Indexes are looked into as a browser unpacks them."""
        found = []
        for path, data in files.items():
            text = f"{path} {unpacked(data).decode('utf-8', 'replace')}".lower()
            found += [f"{path}: {self.place_of[word]}" for word in sorted(set(SENTINEL.findall(text)))]
        return found


def unpacked(data: bytes) -> bytes:
    """The bytes of a file, taken out of gzip where they are in it."""
    return gzip.decompress(data) if data.startswith(b"\x1f\x8b") else data


def _leaves(value: Any, above: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    if isinstance(value, dict):
        for key, item in value.items():
            if key not in _NOT_TEXT:
                yield from _leaves(item, (*above, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _leaves(item, (*above, index))
    elif isinstance(value, str):
        yield above


def _get(data: Any, pointer: tuple[str | int, ...]) -> Any:
    for step in pointer:
        data = data[step]
    return data


def _set(data: Any, pointer: tuple[str | int, ...], value: str) -> None:
    _get(data, pointer[:-1])[pointer[-1]] = value
