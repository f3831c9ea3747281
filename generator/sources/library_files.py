"""What is said once for the whole library: policy, reviewers, retired ids, waivers, lists that a project adds to."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import TypeVar

from pydantic import ValidationError

from generator.diagnostics import Finding, Place, Pointer
from generator.model.field import Part
from generator.model.library import Redirect
from generator.model.policy import EditorialPolicy
from generator.model.reviewers import Reviewers
from generator.model.vocabulary import Vocabulary
from generator.model.waiver import Waiver, Waivers
from generator.sources.document import Document
from generator.sources.entry_rules import MISSING_KEY
from generator.sources.validation_findings import validation_findings

_POLICY, _REDIRECTS, _WAIVERS, _VOCABULARY = "editorial-policy", "redirects", "waivers", "vocabulary"
_REVIEWERS = "reviewers"
_NEEDED_BY_A_WAIVER = {
    "rule": "Write rule: and the code of the rule, as the report prints it.",
    "entry": "Write entry: and the id of the entry in which the finding stands.",
    "reason": "Write reason: and why the finding may stand. Nothing is waived without a reason.",
    "owner": "Write owner: and the id of the person who answers for it.",
    "until": "Write until: and the last day on which it holds, such as 2027-01-31.",
}

PartType = TypeVar("PartType", bound=Part)


@dataclass
class LibraryFiles:
    """Takes the documents of such files one after the other. Of a file with errors nothing is used."""

    policy: EditorialPolicy = field(default_factory=EditorialPolicy)
    reviewers: Reviewers | None = None
    redirects: tuple[Redirect, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    vocabulary: dict[str, Vocabulary] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    _documents: dict[str, Document] = field(default_factory=dict)

    def read(self, document: Document, inside: PurePosixPath) -> None:
        """Take a file for which `is_library_file` holds. What is wrong with it is added to ``findings``."""
        if document.root is None:
            return
        if inside.parts[0] == _VOCABULARY:
            self._read_vocabulary(document, inside.stem)
        elif inside.stem == _POLICY:
            self.policy = self._read_model(EditorialPolicy, document, _POLICY) or self.policy
        elif inside.stem == _REVIEWERS:
            self.reviewers = self._read_model(Reviewers, document, _REVIEWERS)
        elif inside.stem == _WAIVERS:
            read = self._read_model(Waivers, document, _WAIVERS)
            self.waivers = read.waivers if read else ()
        else:
            self.redirects = _redirects(document)

    def place(self, name: str, pointer: Pointer) -> Place | None:
        """Where a value stands, by the names that `Library.place_of` has for these files; None for other names."""
        document = self._documents.get(name)
        if document is None:
            return None
        if name == _WAIVERS and pointer[:1] != (_WAIVERS,):
            pointer = (_WAIVERS, *pointer)
        return document.place(pointer)

    def _read_vocabulary(self, document: Document, name: str) -> None:
        read = self._read_model(Vocabulary, document, f"{_VOCABULARY}:{name}")
        if read is not None:
            self.vocabulary[name] = read

    def _read_model(self, model: type[PartType], document: Document, name: str) -> PartType | None:
        self._documents[name] = document
        try:
            return model.model_validate(document.root, by_alias=True, by_name=False)
        except ValidationError as error:
            self.findings += map(_with_cure, validation_findings(error, model, document, name))
            return None


def is_library_file(inside: PurePosixPath) -> bool:
    """Whether a path inside the content folder is that of such a file."""
    if inside.suffix != ".yml":
        return False
    if len(inside.parts) == 1:
        return inside.stem in (_POLICY, _REVIEWERS, _REDIRECTS, _WAIVERS)
    return len(inside.parts) == 2 and inside.parts[0] == _VOCABULARY


def _redirects(document: Document) -> tuple[Redirect, ...]:
    return tuple(
        Redirect(retired, str(target), document.place((retired,)))
        for retired, target in sorted((document.root or {}).items())
    )


def _with_cure(finding: Finding) -> Finding:
    """What a waiver lacks is no part that cannot be shown, but an answer that nobody gave."""
    if finding.entry != _WAIVERS or finding.rule is not MISSING_KEY:
        return finding
    return replace(finding, cure=_NEEDED_BY_A_WAIVER.get(str(finding.pointer[-1]), finding.cure))
