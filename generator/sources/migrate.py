"""Carrying content from its version to the current one: what would be written, and why it cannot be. Writes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.diagnostics import Finding, Severity
from generator.model.library import FOLDERS
from generator.sources.document import Document
from generator.sources.migrations import MIGRATIONS, Migration
from generator.sources.project_files import list_files, read_bytes
from generator.sources.schema_version import (
    CURRENT_VERSION,
    VERSION_FILE,
    read_schema_version,
    version_findings,
)
from generator.sources.source_rules import BLOCKED_MIGRATION
from generator.sources.strict_yaml import SIZE_LIMIT, read_yaml
from generator.sources.yaml_edits import EditableYaml, EditRefused, apply_edits

_POLICY = "editorial-policy"


@dataclass(frozen=True, slots=True)
class MigratedFile:
    """One file of the project, as a path from its folder, before and after. ``changes`` counts the edits.

    ``before`` is None if there is no such file yet.
    """

    file: str
    before: bytes | None
    after: bytes
    changes: int


@dataclass(frozen=True, slots=True)
class MigrationPlan:
    """What is to be written, file by file, the one with the version last.

    ``findings`` stop the migration if one of them is an error; then there is nothing to write.
    """

    version: int
    steps: tuple[Migration, ...] = ()
    files: tuple[MigratedFile, ...] = ()
    read: int = 0
    findings: tuple[Finding, ...] = ()


def plan_migration(project: Path, content: str = "content") -> MigrationPlan:
    """Compute every change of the content. Never raises for content; the same content gives the same plan."""
    version, _ = read_schema_version(project, content)
    if version is None or version > CURRENT_VERSION:
        return MigrationPlan(version or 0, findings=tuple(version_findings(project, content)))
    steps = tuple(step for step in MIGRATIONS if step.from_version >= version)
    if not steps:
        return MigrationPlan(version)
    listed, findings = list_files(project, content)
    files = [file for file in listed if _kind_of(file, content)]
    migrated = [_migrate(project, file, _kind_of(file, content), steps) for file in files]
    findings += [finding for _, found in migrated for finding in found]
    if any(finding.severity is Severity.ERROR for finding in findings):
        findings.sort(key=lambda finding: finding.sort_key)
        return MigrationPlan(version, steps, (), len(files), tuple(findings))
    changed = [file for file, _ in migrated if file is not None and file.changes]
    return MigrationPlan(version, steps, (*changed, _version_file(project, content)), len(files))


def _kind_of(file: str, content: str) -> str:
    """The first kind of the file's folder; empty for what no migration may change, such as decisions."""
    inside = PurePosixPath(file).relative_to(content)
    if str(inside) == f"{_POLICY}.yml":
        return _POLICY
    is_entry = len(inside.parts) == 2 and inside.suffix == ".yml" and inside.parts[0] != "decisions"
    return FOLDERS.get(inside.parts[0], ("",))[0] if is_entry else ""


def _migrate(
    project: Path, file: str, kind: str, steps: Sequence[Migration]
) -> tuple[MigratedFile | None, Sequence[Finding]]:
    """The file after all steps; what each has made is read anew, by the next step and in the end."""
    before, findings = read_bytes(project, file, SIZE_LIMIT)
    if findings:
        return None, findings
    after, changes = before, 0
    document = read_yaml(after, file)
    for edits_of in (step.edits[kind] for step in steps if kind in step.edits):
        if _is_broken(document):
            break
        text = after.decode("utf-8")
        try:
            edits = list(edits_of(document, EditableYaml(text)))
            after = apply_edits(text, edits).encode("utf-8")
        except EditRefused as refused:
            return None, [_blocked(document, refused)]
        changes += len(edits)
        document = read_yaml(after, file) if edits else document
    if _is_broken(document):
        return None, document.findings
    return MigratedFile(file, before, after, changes), ()


def _is_broken(document: Document) -> bool:
    return any(finding.severity is Severity.ERROR for finding in document.findings)


def _blocked(document: Document, refused: EditRefused) -> Finding:
    place = document.place(refused.pointer, key=True)
    return BLOCKED_MIGRATION.finding(str(refused), place, pointer=refused.pointer)


def _version_file(project: Path, content: str) -> MigratedFile:
    file = f"{content}/{VERSION_FILE}"
    before = read_bytes(project, file, SIZE_LIMIT)[0] if (project / file).exists() else None
    return MigratedFile(file, before, f"{CURRENT_VERSION}\n".encode(), 1)
