"""Findings at the very words that they quote, where these stand inside a longer text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from generator.diagnostics import Finding, Place
from generator.sources.changed_values import body_start
from generator.sources.value_at import text_at
from generator.sources.yaml_files import YamlFiles
from generator.sources.yaml_spans import span_at

_QUOTED = re.compile(r"“([^“”]+)”")


def at_their_words(project: Path, findings: Iterable[Finding]) -> list[Finding]:
    """The findings in the order of their places; those that quote words of a text stand at the first of these words.

    A text can be a paragraph of many lines, at whose beginning nobody sees what is meant. Where the words cannot be
    found as they are quoted, the finding stays at the beginning. Never raises.
    """
    files = YamlFiles(project)
    placed = (_placed(files, finding) for finding in findings)
    return sorted(placed, key=lambda finding: finding.sort_key)


def _placed(files: YamlFiles, finding: Finding) -> Finding:
    quoted = _QUOTED.search(finding.message) if finding.pointer else None
    read = files(finding.place.file) if quoted else None
    if quoted is None or read is None or text_at(read.root, finding.pointer) is None:
        return finding
    span = span_at(read.spans, finding.pointer)
    if span is None:
        return finding
    found = _pattern(quoted[1]).search(read.text, body_start(read.text, span), span.end)
    if found is None:
        return finding
    return replace(finding, place=Place(finding.place.file, *read.lines.line_and_column(found.start())))


def _pattern(words: str) -> re.Pattern[str]:
    """The words as they stand in a text that may be broken into lines."""
    in_order = r"\s+".join(map(re.escape, words.split()))
    return re.compile(rf"(?<!\w){in_order}(?!\w)" if in_order else r"(?!)")
