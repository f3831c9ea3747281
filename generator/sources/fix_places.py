"""Where in a file a fix changes what is written, by lines and columns, for programs that offer it at the place."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from generator.diagnostics import Finding, Severity
from generator.diagnostics.text_change import TextChange
from generator.sources.changed_values import body_start
from generator.sources.document import Document
from generator.sources.fix_in_text import occurrences
from generator.sources.line_index import LineIndex
from generator.sources.project_files import read_bytes
from generator.sources.strict_yaml import SIZE_LIMIT, read_yaml
from generator.sources.value_at import text_at
from generator.sources.yaml_spans import Span, span_at, yaml_spans


@dataclass(frozen=True)
class _ReadFile:
    text: str
    document: Document
    spans: Span
    lines: LineIndex


@dataclass
class FixPlaces:
    """Gives the changes of each finding that has a fix. Each file of the project is read once."""

    project: Path
    _files: dict[str, _ReadFile | None] = field(default_factory=dict)

    def __call__(self, finding: Finding) -> tuple[TextChange, ...]:
        """The changes in the order of the file; none where what is written differs from what it says. Never raises."""
        fix, file = finding.fix, finding.place.file
        if fix is None or not file.endswith(".yml"):
            return ()
        if file not in self._files:
            self._files[file] = self._read(file)
        read = self._files[file]
        span = span_at(read.spans, finding.pointer) if read else None
        if read is None or span is None or read.document.root is None:
            return ()
        start = body_start(read.text, span)
        found = occurrences(read.text[start : span.end], fix)
        value = text_at(read.document.root, finding.pointer) or ""
        if len(found) != len(occurrences(value, fix)):
            return ()
        return tuple(_change(read.lines, start + first, start + last, fix.after) for first, last in found)

    def _read(self, file: str) -> _ReadFile | None:
        data, unreadable = read_bytes(self.project, file, SIZE_LIMIT)
        document = read_yaml(data, file)
        broken = any(finding.severity is Severity.ERROR for finding in document.findings)
        if unreadable or broken or document.root is None:
            return None
        text = data.decode("utf-8")
        return _ReadFile(text, document, yaml_spans(text), LineIndex(text))


def _change(lines: LineIndex, start: int, end: int, new: str) -> TextChange:
    return TextChange(*lines.line_and_column(start), *lines.line_and_column(end), new)
