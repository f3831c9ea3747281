"""First files: a new site, a new entry, the schemas. Nothing that exists is ever overwritten."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterable
from pathlib import Path

from generator.package_files import packaged_data

_FOLDERS = {"summary": "summaries", "medication": "medications", "drug": "drugs", "condition": "conditions"}
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
    if not _ID.fullmatch(entry_id) or len(entry_id) > _LONGEST:
        raise ScaffoldRefused(
            f"“{entry_id}” cannot be an id: use small letters, digits and single hyphens, such as my-question"
        )
    taken = next((path for path in sorted(content.glob(f"*/{entry_id}.yml"))), None)
    if taken is not None:
        raise ScaffoldRefused(f"{taken} has this id already: ids are unique across all kinds")
    target = content / _FOLDERS[kind] / f"{entry_id}.yml"
    text = (packaged_data() / "skeletons" / f"{kind}.yml").read_text(encoding="utf-8")
    title = entry_id.replace("-", " ").capitalize()
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text.replace("{id}", entry_id).replace("{title}", title), encoding="utf-8")
    return target


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
