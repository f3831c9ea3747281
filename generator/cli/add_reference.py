"""``clinsum add-reference``."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from generator.cli.console import (
    EXIT_IMPOSSIBLE,
    close_progress,
    options_of,
    print_findings,
    project_option,
    shown_path,
)
from generator.sources.bib_fields import KINDS_OF_EVIDENCE

if TYPE_CHECKING:
    from generator.compiler.reference_style import ReferenceStyle
    from generator.diagnostics import Finding
    from generator.model.work import Work
    from generator.sources.references.add_references import Addition

_EVIDENCE = [kind for kind in KINDS_OF_EVIDENCE if kind != "not-stated"]


@click.command(
    "add-reference",
    short_help="Add works to the bibliography.",
    epilog="Examples:\n\n  clinsum add-reference export.nbib\n\n  clinsum add-reference export.ris --dry-run\n\n"
    "  clinsum add-reference --key roe-2020 --type trial < one-work.bib",
)
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True), default=Path("-"))
@project_option
@click.option(
    "--key", default="", help="The key of the work, where there is only one [default: name and year]."
)
@click.option("--type", "evidence", type=click.Choice(_EVIDENCE), help="The kind of evidence of the works.")
@click.option("--skip-duplicates", is_flag=True, help="Add the others where some are there already.")
@click.option("--dry-run", is_flag=True, help="Show what would be added, and write nothing.")
def add_reference(
    file: Path, config: Path, key: str, evidence: str | None, skip_duplicates: bool, dry_run: bool
) -> None:
    """Add the works of FILE (or of the standard input) to the bibliography.

    FILE is BibTeX, RIS or PubMed text (.nbib), with one work or many; which of them it is shows in the text. Each
    work gets a key like roe-2020. A work that is there already, by its DOI or its PubMed number, is refused.

    Exit codes: 0 all was added (with --skip-duplicates: all that was new), 2 nothing was added.
    """
    from generator.sources.references.add_references import Wish, add_references
    from generator.sources.references.read_references import read_references

    options = options_of(config)
    name = options.bibliography.relative_to(options.project).as_posix()
    references = read_references(_input(file), _input_name(file))
    if key and len(references.records) > 1:
        raise click.UsageError(f"--key is for one work; {_input_name(file)} holds {len(references.records)}")
    if not references.is_usable:
        _stop(references.findings)
    old = _bibliography(options.project, name)
    wish = Wish(key, evidence or "", skip_duplicates)
    addition = add_references(old or b"", name, references.records, wish)
    found = [*references.findings, *addition.findings]
    if _has_error(found):
        _stop(found)
    print_findings(found)
    if not dry_run and addition.added:
        _write(options.bibliography, old, addition.data)
    _tell(addition, shown_path(options.bibliography), is_dry_run=dry_run)


def _input(file: Path) -> bytes:
    from generator.sources.references.read_references import SIZE_LIMIT

    if str(file) == "-":
        if sys.stdin.isatty():
            click.echo("Paste the reference, then press Ctrl-D on a line of its own.", err=True)
        return sys.stdin.buffer.read(SIZE_LIMIT + 1)
    try:
        with file.open("rb") as stream:
            return stream.read(SIZE_LIMIT + 1)
    except OSError as error:
        raise click.UsageError(f"{file} cannot be read: {error.strerror}") from error


def _input_name(file: Path) -> str:
    return "standard-input" if str(file) == "-" else file.as_posix()


def _bibliography(project: Path, name: str) -> bytes | None:
    """The bytes of the bibliography; None where there is none yet."""
    from generator.sources.bibtex import SIZE_LIMIT
    from generator.sources.project_files import read_bytes

    if not (project / name).exists() and not (project / name).is_symlink():
        return None
    data, findings = read_bytes(project, name, SIZE_LIMIT)
    if findings:
        _stop(findings)
    return data


def _has_error(findings: Iterable[Finding]) -> bool:
    from generator.diagnostics import Severity

    return any(finding.severity is Severity.ERROR for finding in findings)


def _stop(findings: Iterable[Finding]) -> NoReturn:
    """Say why nothing was added. What is only worth knowing of works that were added is left out."""
    from generator.diagnostics import Severity

    print_findings(finding for finding in findings if finding.severity is not Severity.NOTE)
    close_progress("clinsum add-reference: nothing was added")
    sys.exit(EXIT_IMPOSSIBLE)


def _write(path: Path, old: bytes | None, new: bytes) -> None:
    from generator.cli.replace_file import FileChanged, replace_file

    try:
        replace_file(path, old, new)
    except (OSError, FileChanged) as error:
        raise click.UsageError(f"{shown_path(path)} was not written: {error}") from error


def _tell(addition: Addition, file: str, *, is_dry_run: bool) -> None:
    from generator.compiler.reference_style import ReferenceStyle
    from generator.diagnostics.text_report import visible

    style = ReferenceStyle()
    for one in addition.added:
        key = one.work.key
        if is_dry_run:
            click.echo(one.text)
        click.echo(f"{key}: cite it as [@{key}] within a text, or as cites: [{key}]")
        click.echo(f"  it will read: {visible(_printed(style, one.work))}\n")
    number = len(addition.added)
    works = f"{number} work{'' if number == 1 else 's'}"
    done = "would be added to" if is_dry_run else "added to"
    close_progress(f"clinsum add-reference: {works} {done} {file}")


def _printed(style: ReferenceStyle, work: Work) -> str:
    """The reference as pages print it, with its numbers."""
    numbers = (("doi:", work.doi), ("PMID ", work.pmid), ("", work.url))
    return " ".join([style.format(work).text, *(f"{name}{value}" for name, value in numbers if value)])
