"""The safe fixes of findings: what would be written to the files of a project, and why some cannot be made."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import reduce
from itertools import groupby
from pathlib import Path

from generator.diagnostics import Finding, Fix, Pointer, Severity
from generator.sources.changed_values import change_values
from generator.sources.document import Tree
from generator.sources.fix_in_text import fixed_text, occurrences
from generator.sources.project_files import read_bytes
from generator.sources.strict_yaml import SIZE_LIMIT, read_yaml
from generator.sources.value_at import text_at

_OF_FORM = ("SRC", "SCH")
_BROKEN = "waits: the file has other errors of form; mend those first"
_NOT_YAML = "is not mended: only YAML files of the content are changed"
_NOT_FOUND = "does not stand in the text in this form; change it by hand"
_DIFFICULT = "stands in a text that is written in a way that cannot be changed safely; change it by hand"


@dataclass(frozen=True, slots=True)
class FixedFile:
    """One file, as a path from the project, before and after, with the findings that the change mends."""

    file: str
    before: bytes
    after: bytes
    mended: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class FixPlan:
    """What is to be written, and each finding whose fix cannot be made, with the reason."""

    files: tuple[FixedFile, ...] = ()
    refused: tuple[tuple[Finding, str], ...] = ()


def plan_fixes(project: Path, findings: Iterable[Finding]) -> FixPlan:
    """Work out the fixes of all findings that have one and are not waived. Writes nothing; never raises for content.

    ``findings`` are all that are known of the project: a file that has errors of form besides is not changed.
    """
    files: list[FixedFile] = []
    refused: list[tuple[Finding, str]] = []
    in_order = sorted(findings, key=lambda finding: finding.sort_key)
    for file, group in groupby(in_order, key=lambda finding: finding.place.file):
        in_file = list(group)
        wanted = [finding for finding in in_file if finding.fix is not None and finding.waived is None]
        if wanted:
            plan = _plan_file(project, file, in_file, wanted)
            files += plan.files
            refused += plan.refused
    return FixPlan(tuple(files), tuple(refused))


def _plan_file(project: Path, file: str, in_file: Sequence[Finding], wanted: Sequence[Finding]) -> FixPlan:
    if not file.endswith(".yml"):
        return _refuse(wanted, _NOT_YAML)
    before, unreadable = read_bytes(project, file, SIZE_LIMIT)
    document = read_yaml(before, file)
    root = document.root
    if unreadable or root is None or any(map(_has_to_be_mended_first, (*in_file, *document.findings))):
        return _refuse(wanted, _BROKEN)
    values = _Values(root)
    refused = [(finding, reason) for finding in wanted if (reason := values.take(finding))]
    after, difficult = change_values(before.decode("utf-8"), root, values.fixes)
    mended = tuple(one for one in values.taken if one.pointer not in difficult)
    refused += [(one, _DIFFICULT) for one in values.taken if one.pointer in difficult]
    files = (FixedFile(file, before, after.encode("utf-8"), mended),) if mended else ()
    return FixPlan(files, tuple(refused))


def _refuse(findings: Iterable[Finding], reason: str) -> FixPlan:
    return FixPlan(refused=tuple((finding, reason) for finding in findings))


def is_error_of_form(finding: Finding) -> bool:
    """Whether the file cannot be used as long as the finding stands."""
    return finding.severity is Severity.ERROR and finding.code.startswith(_OF_FORM)


def _has_to_be_mended_first(finding: Finding) -> bool:
    """Whether a person has to mend the file, before anything in it can be relied on."""
    return is_error_of_form(finding) and finding.fix is None


@dataclass
class _Values:
    """The texts of one file with their fixes, which compose: each is made in what those before it leave."""

    root: Tree
    fixes: dict[Pointer, list[Fix]] = field(default_factory=dict)
    taken: list[Finding] = field(default_factory=list)

    def take(self, finding: Finding) -> str:
        """Take the fix of a finding; else the reason why it changes nothing. Two findings may want the same."""
        value = text_at(self.root, finding.pointer)
        fixes, fix = self.fixes.get(finding.pointer, []), finding.fix
        if fix is None or value is None:
            return _NOT_FOUND
        if fix not in fixes:
            left = reduce(fixed_text, fixes, value)
            if not occurrences(left, fix) or fixed_text(left, fix) == left:
                return _NOT_FOUND
            self.fixes.setdefault(finding.pointer, []).append(fix)
        self.taken.append(finding)
        return ""
