"""The files of a new decision: its own, and the contents that it binds."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.model.decision_digest import decision_digest
from generator.model.digest import closure_text
from generator.model.entries.decision import Decision
from generator.review.deciding.wish import DecisionRefused
from generator.sources.closures import closure_file
from generator.sources.decision_text import decision_text
from generator.sources.new_file import FileExists, write_new_file
from generator.sources.parse_entry import parse_entry
from generator.sources.strict_yaml import read_yaml


def write_decision_files(
    project: Path, content: str, decision: Decision, closures: Mapping[str, Mapping[str, Any]]
) -> tuple[Path, ...]:
    """Write the contents, then the decision; gives what was written. A content that is stored already stays.

    ``content`` is the folder of the content from the project. Nothing is overwritten. Raises `DecisionRefused`, and
    OSError.
    """
    files = {
        closure_file(content, digest): f"{closure_text(closure)}\n"
        for digest, closure in sorted(closures.items())
    }
    files[f"{content}/decisions/{decision.id}.yml"] = file_text(decision)
    try:
        return tuple(
            project / name for name, text in files.items() if write_new_file(project, name, text.encode())
        )
    except FileExists as error:
        raise DecisionRefused(str(error)) from error


def file_text(decision: Decision) -> str:
    """The text of the file, which gives exactly what was signed when it is read. Raises `DecisionRefused`."""
    text = decision_text(decision)
    document = read_yaml(text.encode(), f"content/decisions/{decision.id}.yml")
    read, findings = parse_entry(document, "decisions")
    faults = [*document.findings, *findings]
    if not isinstance(read, Decision) or decision_digest(read) != decision_digest(decision):
        why = f": {faults[0].message}" if faults else ""
        raise DecisionRefused(f"this cannot be written so that it is read in the same way{why}")
    if faults:
        raise DecisionRefused(f"this cannot be written: {faults[0].message}")
    return text
