"""The whole record verified: as it stands, and against another revision that it may only add to."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from generator.configuration import Options, read_configuration
from generator.diagnostics import Finding, Severity
from generator.model.library import Library
from generator.pipeline.inspect import Say, inspect
from generator.pipeline.run_context import RunContext
from generator.review.record.record import BaseRecord
from generator.review.record.record_check import check_record
from generator.sources.closures import read_closures
from generator.sources.load import load_library
from generator.sources.revision import Revision, find_revision, settings_files, write_revision
from generator.sources.signatures import check_signatures, verify_signatures

_OF_THE_RECORD = ("decisions", "people", "reviewers.yml", "editorial-policy.yml", "schema-version")
_RULES = ("REC", "SSH", "DEC001", "DEC002", "DEC003")


class BaseUnreadable(Exception):
    """The record of the base cannot be read, so that nothing can be compared with it. ``cure`` says what to do."""

    def __init__(self, message: str, cure: str) -> None:
        super().__init__(message)
        self.cure = cure


@dataclass(frozen=True, slots=True)
class VerifiedRecord:
    """What was looked at, and what was found. ``base`` is the short name of the commit it was compared with."""

    decisions: int
    signatures: int
    contents: int
    chains: int
    findings: tuple[Finding, ...]
    base: str = ""
    new: int = 0


def verify_record(
    options: Options, run: RunContext, base: str | None = None, say: Say = lambda text: None
) -> VerifiedRecord:
    """Verify every decision of a project; with a ``base``, a revision, that nothing of it changed or is gone.

    Raises `RevisionRefused` and `BaseUnreadable`, and `SshKeygenMissing` where there is a base; without one, a finding
    tells that the program is missing.
    """
    inspection = inspect(options, run, say)
    library = inspection.library
    content = _content(options)
    closures = read_closures(options.project, content)
    found = [_unwaived(one) for one in inspection.findings if _is_about_record(one, content)]
    counted = VerifiedRecord(
        decisions=len(library.decisions),
        signatures=sum(1 for one in library.decisions.values() if one.signature),
        contents=len(closures.files),
        chains=len({covered.entry for one in library.decisions.values() for covered in one.covers}),
        findings=tuple(found),
    )
    if base is None:
        return counted
    say("comparing with the base")
    with tempfile.TemporaryDirectory(prefix="clinsum-") as folder:
        other = _base_record(options, find_revision(options.project, base), Path(folder), library)
        # Empty where nothing is signed, and where no program was found: then this says so.
        checks = inspection.record.checks or verify_signatures(library)
        compared = check_record(library, closures, checks, run.today, inspection.context.states, other)
    findings = sorted((*compared, *_besides(found, compared)), key=lambda one: one.sort_key)
    new = library.decisions.keys() - other.library.decisions.keys()
    return replace(counted, findings=tuple(findings), base=other.name, new=len(new))


def _besides(found: Iterable[Finding], compared: Iterable[Finding]) -> Iterator[Finding]:
    """What is found without the base: also under the law of the proposal, by which it will be judged from now on."""
    told = {(one.code, one.place, one.message) for one in compared}
    return (one for one in found if (one.code, one.place, one.message) not in told)


def _base_record(options: Options, revision: Revision, folder: Path, head: Library) -> BaseRecord:
    """The record of a revision, read with the configuration that it has itself."""
    write_revision(revision, folder, settings_files(revision))
    config = folder / options.config_file.name
    if not config.is_file():
        message = f"the base ({revision.short}) has no {options.config_file.name}"
        raise BaseUnreadable(message, "Name a revision in which the site is there, at the same place.")
    there, findings = read_configuration(config)
    findings += write_revision(revision, folder, (_content(there), _bibliography(there)))
    library, found = load_library(folder, _content(there), _bibliography(there))
    _refuse_unread([*findings, *found], _content(there), revision)
    new = head.decisions.keys() - library.decisions.keys()
    law = replace(head, policy=library.policy, reviewers=library.reviewers)
    closures = read_closures(folder, _content(there))
    return BaseRecord(revision.short, library, closures, check_signatures(law, new))


def _refuse_unread(findings: list[Finding], content: str, revision: Revision) -> None:
    for one in findings:
        is_file = one.code.startswith(("SRC", "SCH")) and _is_in_record(one, content)
        if one.severity is Severity.ERROR and (is_file or one.code.startswith("CONF")):
            raise BaseUnreadable(
                f"the record of the base ({revision.short}) cannot be read: {one.place}: {one.message}",
                "Somebody has to mend the base first, or to look through this proposal by hand.",
            )


def _is_about_record(finding: Finding, content: str) -> bool:
    return finding.code.startswith(_RULES) or (
        finding.code.startswith(("SRC", "SCH")) and _is_in_record(finding, content)
    )


def _is_in_record(finding: Finding, content: str) -> bool:
    """Whether it is about a file of the record, or about the content as a whole."""
    inside = finding.place.file.removeprefix(f"{content}/")
    return finding.place.file == content or inside.split("/")[0] in _OF_THE_RECORD


def _unwaived(finding: Finding) -> Finding:
    """Nothing of the record is let stand."""
    return replace(finding, waived=None)


def _content(options: Options) -> str:
    return options.content.relative_to(options.project).as_posix()


def _bibliography(options: Options) -> str:
    return options.bibliography.relative_to(options.project).as_posix()
