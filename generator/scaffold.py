"""First files: a new site, a new entry, the schemas. Nothing that exists is ever overwritten."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterable
from pathlib import Path

from generator.package_files import packaged_data

_FOLDERS = {
    "summary": "summaries",
    "medication": "medications",
    "drug": "drugs",
    "condition": "conditions",
    "person": "people",
    "organisation": "people",
    "audience": "audiences",
}
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST = 80


class ScaffoldRefused(Exception):
    """Why nothing was written, and what to do."""


def write_site(folder: Path) -> Iterable[Path]:
    """Copy the starter site into a new or empty folder, with the schemas beside it."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ScaffoldRefused(f"{folder} exists and is not empty: choose another name")
    shutil.copytree(packaged_data() / "starter", folder, dirs_exist_ok=True)
    write_schemas(folder / "schema")
    return sorted(path for path in folder.rglob("*") if path.is_file() and path.parent.name != "schema")


def write_entry(content: Path, kind: str, entry_id: str) -> Path:
    """Write a commented skeleton of an entry that passes the draft gate."""
    title = entry_id.replace("-", " ")
    return _write(
        content,
        kind,
        entry_id,
        title=title.title() if kind in {"person", "organisation"} else title.capitalize(),
    )


def write_schemas(out: Path) -> Iterable[Path]:
    """Write the JSON Schema of every kind as ``<kind>.schema.json``."""
    from generator.model.json_schema import SCHEMAS, json_schema

    out.mkdir(parents=True, exist_ok=True)
    written = []
    for name in SCHEMAS:
        file = out / f"{name}.schema.json"
        text = json.dumps(json_schema(name), indent=2, ensure_ascii=False, sort_keys=False)
        file.write_text(text + "\n", encoding="utf-8")
        written.append(file)
    return written


def write_handbook(page: Path) -> Path:
    """Make the tables of fields and units in a page anew; the rest of it stays."""
    from generator.handbook import HandbookError, with_generated_parts

    try:
        text = with_generated_parts(page.read_text(encoding="utf-8"))
    except HandbookError as refused:
        raise ScaffoldRefused(f"{page}: {refused}") from refused
    page.write_text(text, encoding="utf-8")
    return page


def write_change_classes(page: Path) -> Path:
    """Write the page that tells how grave a change of each field is; nothing of it is written by hand."""
    from generator.handbook import change_classes_page

    page.write_text(change_classes_page(), encoding="utf-8")
    return page


def _write(content: Path, kind: str, entry_id: str, **values: str) -> Path:
    """Fill in a skeleton: ``{id}`` and the like are the only things that are replaced."""
    from generator.model.reserved_ids import is_reserved

    if not _ID.fullmatch(entry_id) or len(entry_id) > _LONGEST:
        raise ScaffoldRefused(
            f"“{entry_id[:_LONGEST]}” cannot be an id: use small letters, digits and single hyphens, at most "
            f"{_LONGEST} characters, such as my-question"
        )
    if is_reserved(entry_id):
        raise ScaffoldRefused(f"“{entry_id}” is reserved and cannot be an id: choose another name")
    taken = next((path for path in sorted(content.glob(f"*/{entry_id}.yml"))), None)
    if taken is not None:
        raise ScaffoldRefused(f"{taken} has this id already: ids are unique across all kinds")
    text = (packaged_data() / "skeletons" / f"{kind}.yml").read_text(encoding="utf-8")
    for name, value in {"id": entry_id, **values}.items():
        text = text.replace(f"{{{name}}}", value)
    target = content / _FOLDERS[kind] / f"{entry_id}.yml"
    _write_new(target, text, content)
    return target


def _write_new(target: Path, text: str, content: Path) -> None:
    """Write a file that is not there yet; never through a link, which could lead out of the project."""
    link = next((path for path in (content, target.parent, target) if path.is_symlink()), None)
    if link is not None:
        raise ScaffoldRefused(
            f"{link} is a link: nothing is written through it; replace it with a plain folder"
        )
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("x", encoding="utf-8") as stream:
            stream.write(text)
    except FileExistsError as refused:
        raise ScaffoldRefused(
            f"{refused.filename or target} is there already: nothing is overwritten"
        ) from refused
