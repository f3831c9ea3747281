"""In which form a project's content is written: the one number in ``content/schema-version``."""

from __future__ import annotations

import os
import re
from pathlib import Path

from generator.diagnostics import Finding, Place
from generator.sources.project_files import read_bytes
from generator.sources.source_rules import NEWER_CONTENT, OLDER_CONTENT, WRONG_VERSION

CURRENT_VERSION = 2
"""The form that this program reads and writes."""
FIRST_VERSION = 1
"""The form of content without the file: the file came with the second."""
VERSION_FILE = "schema-version"

_NUMBER = re.compile(rb"[1-9][0-9]{0,3}")


def read_schema_version(project: Path, content: str) -> tuple[int | None, list[Finding]]:
    """The version that the content states, 1 without the file; None and a finding if it states none."""
    file = f"{content}/{VERSION_FILE}"
    if not (project / content).is_dir():
        return CURRENT_VERSION, []  # that there is nothing to read is said by who reads it
    if not os.path.lexists(project / file):
        return FIRST_VERSION, []
    data, findings = read_bytes(project, file, 64)
    if findings:
        return None, findings
    if not _NUMBER.fullmatch(data.strip()):
        return None, [WRONG_VERSION.finding(f"{file} does not hold one whole number", Place(file, 1, 1))]
    return int(data), []


def version_findings(project: Path, content: str) -> list[Finding]:
    """Why the content cannot be read as it is: nothing, or one finding for the whole project."""
    version, findings = read_schema_version(project, content)
    return findings if version is None else _compared(version, content)


def _compared(version: int, content: str) -> list[Finding]:
    place = Place(f"{content}/{VERSION_FILE}")
    if version < CURRENT_VERSION:
        message = f"the content has version {version}; this program reads version {CURRENT_VERSION}"
        return [OLDER_CONTENT.finding(message, place)]
    if version > CURRENT_VERSION:
        message = f"the content has version {version}; this program reads up to version {CURRENT_VERSION}"
        return [NEWER_CONTENT.finding(message, place)]
    return []
