"""The YAML files of a project as they are written, for whoever points into a value."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from generator.diagnostics import Severity
from generator.sources.document import Tree
from generator.sources.line_index import LineIndex
from generator.sources.project_files import read_bytes
from generator.sources.strict_yaml import SIZE_LIMIT, read_yaml
from generator.sources.yaml_spans import Span, yaml_spans


@dataclass(frozen=True, slots=True)
class YamlFile:
    """What is written, what it says, and where each value stands in it."""

    text: str
    root: Tree
    spans: Span
    lines: LineIndex


@dataclass
class YamlFiles:
    """Reads each file that is asked for once."""

    project: Path
    _files: dict[str, YamlFile | None] = field(default_factory=dict)

    def __call__(self, file: str) -> YamlFile | None:
        """None for another kind of file, and where the strict reader finds an error. Never raises."""
        if file not in self._files:
            self._files[file] = self._read(file) if file.endswith(".yml") else None
        return self._files[file]

    def _read(self, file: str) -> YamlFile | None:
        data, unreadable = read_bytes(self.project, file, SIZE_LIMIT)
        document = read_yaml(data, file)
        broken = any(finding.severity is Severity.ERROR for finding in document.findings)
        if unreadable or broken or document.root is None:
            return None
        text = data.decode("utf-8")
        return YamlFile(text, document.root, yaml_spans(text), LineIndex(text))
