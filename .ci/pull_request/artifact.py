"""Reading the files that a job without rights left behind."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from pull_request.review_facts import COMMENT, RefusedArtifact, ReviewFacts, facts_of

MOST_CHARACTERS = 60_000
"""Longer comments are refused; the host takes 65,536."""
_MOST_BYTES = {"review.json": 65_536, COMMENT: 4 * MOST_CHARACTERS}


def read_artifact(folder: Path) -> tuple[ReviewFacts, str]:
    """The facts and the words of a review. Raises RefusedArtifact; nothing outside the folder is ever opened."""
    facts = facts_of(_text_of(folder, "review.json"))
    comment = _text_of(folder, COMMENT)
    if len(comment) >= MOST_CHARACTERS:
        raise RefusedArtifact(
            f"{COMMENT}: it has {len(comment)} characters, and {MOST_CHARACTERS} are too many"
        )
    return facts, comment


def _text_of(folder: Path, name: str) -> str:
    """A plain file by a name that is ours, never one that was read: no links, no pipes, no more than it may have."""
    try:
        opened = os.open(folder / name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError:
        raise RefusedArtifact(f"{name}: it is not there, or is not a plain file") from None
    try:
        if not stat.S_ISREG(os.fstat(opened).st_mode):
            raise RefusedArtifact(f"{name}: it is not a plain file")
        with os.fdopen(opened, "rb", closefd=False) as file:
            content = file.read(_MOST_BYTES[name] + 1)
    finally:
        os.close(opened)
    if len(content) > _MOST_BYTES[name]:
        raise RefusedArtifact(f"{name}: it is larger than {_MOST_BYTES[name]} bytes")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        raise RefusedArtifact(f"{name}: it is not UTF-8") from None
