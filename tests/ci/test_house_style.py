"""The scripts of the workflows keep the house rules, though they are no part of the generator."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

SCRIPTS = Path(__file__).resolve().parents[2] / ".ci"
PYTHON = ["pull_request", "review", "post-review"]


def _run(*words: str) -> str:
    command = [sys.executable, "-m", *words]
    run = subprocess.run(command, cwd=SCRIPTS, capture_output=True, text=True, check=False)
    return "" if run.returncode == 0 else run.stdout + run.stderr


def test_format_and_lint() -> None:
    assert _run("ruff", "format", "--no-cache", "--check", *PYTHON) == ""
    assert _run("ruff", "check", "--no-cache", *PYTHON) == ""


def test_types(tmp_path: Path) -> None:
    assert (
        _run("mypy", "--strict", "--python-version", "3.11", "--cache-dir", str(tmp_path), "pull_request")
        == ""
    )


def test_they_need_nothing_but_python() -> None:
    """The job that may write comments installs nothing."""
    for file in sorted((SCRIPTS / "pull_request").glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            own = sys.stdlib_module_names | {"pull_request"}
            assert [name for name in names if name.split(".")[0] not in own] == [], file.name
