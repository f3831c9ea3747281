"""Pagefind as an engine: a folder of search records in, an index that the browser reads in parts out."""

from __future__ import annotations

import re
import subprocess
from importlib import import_module
from pathlib import Path

from generator.diagnostics import Place
from generator.engines.engine_error import EngineError

_OF_THE_INDEX = re.compile(r"pagefind(-entry|-worker)?\.(js|json)|pagefind\..*\.pf_meta|wasm\..*\.pagefind")
_PLACE = Place("mkdocs.yml")
_TIMEOUT_SECONDS = 1800


def index_with_pagefind(records: Path, output_path: Path) -> tuple[str, ...]:
    """Index every ``*.html`` of ``records`` into ``output_path``, which it creates; offline.

    Without a record there is no index either. Returns the files written, relative and sorted; the widgets
    that Pagefind adds are taken away, as search.js is ours. Raises ``EngineError``.
    """
    if not any(records.rglob("*.html")):
        return ()
    done = subprocess.run(
        [_program(), "--site", str(records), "--output-path", str(output_path), "--glob", "**/*.html"],
        cwd=records,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        timeout=_TIMEOUT_SECONDS,
        check=False,
    )
    if done.returncode:
        words = " ".join(f"{done.stdout} {done.stderr}".split())[-2000:]
        raise EngineError("ENGINE001", [f"Pagefind failed: {words}"], _PLACE)
    _keep_the_index(output_path)
    return tuple(sorted(p.relative_to(output_path).as_posix() for p in output_path.rglob("*") if p.is_file()))


def _program() -> str:
    try:
        return str(import_module("pagefind_bin").get_executable())
    except (ImportError, FileNotFoundError) as failure:
        raise EngineError("ENGINE003", [f"Pagefind is not installed: {failure}"], _PLACE) from failure


def _keep_the_index(output_path: Path) -> None:
    for path in sorted(output_path.iterdir()):
        if path.is_file() and not _OF_THE_INDEX.fullmatch(path.name):
            path.unlink()
