"""A project of any size, made from the sample content: copies of its entries, each with a waiver."""

from __future__ import annotations

import itertools
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

_HERE = Path(__file__).resolve().parents[1]
_KINDS = ("summaries", "medications")
_WAIVER = "  - {{rule: CIT002, entry: {entry}, reason: It is being asked for., owner: project, until: 2026-06-30}}\n"
_CONDITION = re.compile(r"^condition: (?P<id>\S+)$", re.M)


def write_corpus(folder: Path, entries: int) -> None:
    """Write a project with so many summaries and medication pages into an empty folder."""
    shutil.copytree(_HERE / "content", folder / "content")
    for name in ("mkdocs.yml", "references.bib"):
        shutil.copy(_HERE / name, folder / name)
    originals = [path for kind in _KINDS for path in sorted((folder / "content" / kind).glob("*.yml"))]
    copies = list(itertools.islice(_copies(originals), max(0, entries - len(originals))))
    for path, number in copies:
        _copy(folder, path, number)
    waived = "".join(_WAIVER.format(entry=f"{path.stem}-{number}") for path, number in copies)
    (folder / "content" / "waivers.yml").write_text(f"waivers:\n{waived}", encoding="utf-8")


def _copies(originals: list[Path]) -> Iterator[tuple[Path, int]]:
    for number in itertools.count(1):
        for path in originals:
            yield path, number


def _copy(folder: Path, original: Path, number: int) -> None:
    text = original.read_text(encoding="utf-8")
    found = _CONDITION.search(text)
    if (
        found is not None and number % 2
    ):  # every other copy shares the condition, and is compared with its like
        condition = folder / "content" / "conditions" / f"{found['id']}.yml"
        renamed = condition.with_name(f"{found['id']}-{number}.yml")
        if not renamed.exists():
            named = re.sub(
                r"^(name: .*)$", rf"\1 {number}", condition.read_text(encoding="utf-8"), flags=re.M
            )
            renamed.write_text(named, encoding="utf-8")
        text = _CONDITION.sub(f"condition: {renamed.stem}", text)
    original.with_name(f"{original.stem}-{number}.yml").write_text(text, encoding="utf-8")
