"""``clinsum verify``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.console import (
    clear_progress,
    counts_of,
    exit_code,
    options_of,
    project_option,
    say_progress,
    strict_option,
    today_option,
)
from generator.cli.report_file import refuse_own_files, tell_report
from generator.cli.report_format import Report, format_option, output_option

if TYPE_CHECKING:
    from generator.configuration import Options
    from generator.pipeline import RunContext
    from generator.pipeline.verify_record import VerifiedRecord


@click.command(
    short_help="Find out whether the record of decisions can be believed.",
    epilog="Examples:\n\n  clinsum verify\n\n  clinsum verify --base origin/main",
)
@click.option(
    "--base",
    metavar="REVISION",
    help="Also compare with this revision in git: its decisions must stand unchanged, and its policy and reviewers "
    "judge what is new.",
)
@project_option
@today_option
@strict_option
@format_option
@output_option
def verify(
    base: str | None,
    config: Path,
    today: date | None,
    strict: bool,
    form: str,
    output: Path | None,
) -> None:
    """Verify every decision: its signature, its place in the chain, the person, and the text that it binds.

    Nothing is fetched and no key is asked for. What each kind of tampering is found by, and what nothing can find,
    is told in docs/record.md.

    Exit codes: 0 no error was found, 1 errors were found (with --strict: or warnings), 2 it could not be done.
    """
    from generator.pipeline import context_of_this_run

    options = options_of(config)
    refuse_own_files(options, output)
    found = _verified(options, context_of_this_run(options, today=today), base)
    clear_progress()
    code = exit_code(found.findings, strict)
    report = Report(options.project, found.findings, code, tuple(_looked_at(found)))
    tell_report(report, form, output, f"clinsum verify: {counts_of(report.findings)}")
    sys.exit(code)


def _verified(options: Options, run: RunContext, base: str | None) -> VerifiedRecord:
    from generator.diagnostics.text_report import visible
    from generator.pipeline.verify_record import BaseUnreadable, verify_record
    from generator.sources.revision import RevisionRefused
    from generator.sources.ssh_keygen import SshKeygenMissing

    try:
        return verify_record(options, run, base, say_progress)
    except (RevisionRefused, BaseUnreadable) as refused:
        clear_progress()
        raise click.UsageError(f"{visible(str(refused))}. {refused.cure}") from refused
    except SshKeygenMissing as missing:
        clear_progress()
        raise click.UsageError(str(missing)) from missing


def _looked_at(found: VerifiedRecord) -> Iterator[str]:
    yield (
        f"looked at {_count(found.decisions, 'decision')}, {_count(found.signatures, 'signature')}, "
        f"{_count(found.contents, 'stored content')}, the chains of {_count(found.chains, 'entry', 'entries')}"
    )
    if found.base:
        yield f"compared with {found.base}: {_count(found.new, 'decision')} new"


def _count(number: int, one: str, many: str = "") -> str:
    return f"1 {one}" if number == 1 else f"{number} {many or one + 's'}"
