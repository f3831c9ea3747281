"""Prose pages: Markdown files below ``content/pages/``."""

from __future__ import annotations

import re

from generator.diagnostics import Finding, Place, Rule, Severity
from generator.model.library import Prose
from generator.model.text import ID_PATTERN
from generator.sources.finding_log import FindingLog
from generator.sources.source_text import read_source_text

_LIMIT = 1024 * 1024
_TITLE = re.compile(r"#[ ]+(?P<title>\S.*?)[ #]*")

PROSE_WITHOUT_TITLE = Rule(
    code="SRC040",
    name="prose-without-title",
    severity=Severity.ERROR,
    summary="A page of prose does not begin with its title.",
    why="The title stands in the menu, in search and on the page.",
    cure="Write the title as the first line: # About this site",
)
PROSE_NAME = Rule(
    code="SRC041",
    name="prose-name",
    severity=Severity.ERROR,
    summary="The file's name of a page of prose cannot be an address.",
    why="The name is the page's permanent address.",
    cure="Use small letters a to z, digits and single hyphens, and the ending .md.",
)


def read_prose(data: bytes, file: str, name: str) -> tuple[Prose | None, list[Finding]]:
    """Read a page. ``name`` is its path below ``content/pages/``."""
    log = FindingLog(file)
    text = read_source_text(data, log, size_limit=_LIMIT)
    findings = list(log.findings())
    path = name.removesuffix(".md")
    if re.fullmatch(ID_PATTERN, path) is None:
        return None, [*findings, PROSE_NAME.finding(f"“{name}” cannot be an address", Place(file))]
    if text is None:
        return None, findings
    first, _, rest = text.lstrip("\r\n").partition("\n")
    title = _TITLE.fullmatch(first.rstrip())
    if title is None:
        return None, [
            *findings,
            PROSE_WITHOUT_TITLE.finding("the first line is not a title", Place(file, 1, 1)),
        ]
    return Prose(path, title["title"], rest, Place(file, 1, 1)), findings
