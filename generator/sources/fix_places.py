"""Where in a file a fix changes what is written, by lines and columns, for programs that offer it at the place."""

from __future__ import annotations

from pathlib import Path

from generator.diagnostics import Finding
from generator.diagnostics.text_change import TextChange
from generator.sources.changed_values import body_start
from generator.sources.fix_in_text import occurrences
from generator.sources.line_index import LineIndex
from generator.sources.value_at import text_at
from generator.sources.yaml_files import YamlFiles
from generator.sources.yaml_spans import span_at


class FixPlaces:
    """Gives the changes of each finding that has a fix. Each file of the project is read once."""

    def __init__(self, project: Path) -> None:
        self._files = YamlFiles(project)

    def __call__(self, finding: Finding) -> tuple[TextChange, ...]:
        """The changes in the order of the file; none where what is written differs from what it says. Never raises."""
        fix = finding.fix
        read = self._files(finding.place.file) if fix is not None else None
        span = span_at(read.spans, finding.pointer) if read else None
        if fix is None or read is None or span is None:
            return ()
        start = body_start(read.text, span)
        found = occurrences(read.text[start : span.end], fix)
        value = text_at(read.root, finding.pointer) or ""
        if len(found) != len(occurrences(value, fix)):
            return ()
        return tuple(_change(read.lines, start + first, start + last, fix.after) for first, last in found)


def _change(lines: LineIndex, start: int, end: int, new: str) -> TextChange:
    return TextChange(*lines.line_and_column(start), *lines.line_and_column(end), new)
