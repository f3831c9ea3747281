"""What a migration is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from generator.sources.document import Document
from generator.sources.yaml_edits import EditableYaml, TextEdit

FileEdits: TypeAlias = Callable[[Document, EditableYaml], Iterable[TextEdit]]
"""The edits of one file: a pure function of what it says and of how that is written.

It gives nothing for a file that has the new form already, so that a migration which was interrupted can run again.
Raises EditRefused where a person has to choose.
"""


@dataclass(frozen=True)
class Migration:
    """The step from one version of the form to the next. ``says`` tells an editor what changes, in a sentence.

    ``edits`` has a function for each kind of entry that changes; ``editorial-policy`` is the policy's file. Decisions
    are never changed: their digests map into version 1 instead.
    """

    from_version: int
    says: str
    edits: Mapping[str, FileEdits]
