"""Summaries say ``overview`` where they said ``background``, as medication pages do: it is one section of the page."""

from __future__ import annotations

from collections.abc import Iterable

from generator.sources.document import Document
from generator.sources.migrations.migration import Migration
from generator.sources.yaml_edits import EditableYaml, TextEdit


def _rename_background(document: Document, written: EditableYaml) -> Iterable[TextEdit]:
    if document.root is not None and "background" in document.root:
        yield written.rename_key(("background",), "overview")


FROM_1_TO_2 = Migration(
    from_version=1,
    says="In summaries, background is called overview, as in medication pages.",
    edits={"summary": _rename_background},
)
