"""Real repositories for tests, out of reach of the configuration of whoever runs them."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

NEEDS_GIT = [
    pytest.mark.git,
    pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed"),
]
_WHO = {
    "GIT_AUTHOR_NAME": "Jane Roe",
    "GIT_AUTHOR_EMAIL": "jane@example.org",
    "GIT_COMMITTER_NAME": "Jane Roe",
    "GIT_COMMITTER_EMAIL": "jane@example.org",
    "GIT_AUTHOR_DATE": "2026-11-01T12:00:00Z",
    "GIT_COMMITTER_DATE": "2026-11-01T12:00:00Z",
}


def git(folder: Path, *words: str, given: bytes = b"") -> bytes:
    """What git prints. Fails the test where git fails."""
    plain = {"PATH": os.environ["PATH"], "HOME": str(folder), "GIT_CONFIG_NOSYSTEM": "1"}
    done = subprocess.run(
        ["git", *words], cwd=folder, env={**plain, **_WHO}, input=given, check=False, capture_output=True
    )
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    return done.stdout


def commit(folder: Path, message: str = "A change") -> str:
    """Commit everything below a folder, which becomes a repository if it is none. Gives the commit's name."""
    if not (folder / ".git").exists():
        git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", message)
    return git(folder, "rev-parse", "HEAD").decode().strip()
