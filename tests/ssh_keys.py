"""Real keys for tests, made once: nobody's, and of no use elsewhere."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

import pytest

NEEDS_SSH = [
    pytest.mark.ssh,
    pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="ssh-keygen is not installed"),
]


def key_file(name: str, kind: str = "ed25519") -> Path:
    """The private key of this name; the public one stands beside it, with ``.pub``."""
    file = _folder() / f"{name}-{kind}"
    if not file.exists():
        words = ["ssh-keygen", "-q", "-t", kind, "-N", "", "-C", "", "-f", str(file)]
        subprocess.run(words, check=True, capture_output=True)
    return file


@cache
def public_key(name: str, kind: str = "ed25519") -> str:
    """Kind and key, without a comment."""
    return " ".join(key_file(name, kind).with_suffix(".pub").read_text(encoding="utf-8").split()[:2])


@cache
def _folder() -> Path:
    made = tempfile.TemporaryDirectory(prefix="clinsum-test-keys-")
    _FOLDERS.append(made)
    return Path(made.name)


_FOLDERS: list[tempfile.TemporaryDirectory[str]] = []
"""They are removed when the tests end."""
