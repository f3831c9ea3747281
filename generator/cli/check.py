"""``clinsum check``."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.console import (
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
from generator.cli.run_facts import (
    history_words,
    retractions_of,
    retractions_option,
    retractions_words,
)

if TYPE_CHECKING:
    from generator.cli.chosen_files import ChosenFiles
    from generator.configuration import Options
    from generator.diagnostics import Finding
    from generator.pipeline import RunContext

_EXAMPLES = """Examples:

  clinsum check

  clinsum check content/summaries/my-entry.yml

  clinsum check --fix --dry-run

  clinsum check --retractions retraction-watch-2026-11-21.csv

  clinsum check --format sarif --output findings.sarif"""


@click.command(short_help="Find what is wrong in the content.", epilog=_EXAMPLES)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@project_option
@today_option
@strict_option
@format_option
@output_option
@click.option("--fix", is_flag=True, help="Mend what can be mended safely, and say each change.")
@click.option("--dry-run", is_flag=True, help="With --fix: show what would change, and write nothing.")
@retractions_option
@click.option("--no-git", is_flag=True, help="Do not compare dates with the history in git.")
def check(  # noqa: PLR0913 - one parameter for each option
    paths: tuple[Path, ...],
    config: Path,
    today: date | None,
    strict: bool,
    form: str,
    output: Path | None,
    fix: bool,
    dry_run: bool,
    retractions: Path | None,
    no_git: bool,
) -> None:
    """Find what is wrong in the content, with its place, the reason and the cure.

    With PATHS, files or folders of the content, only these are told about, and rules that compare entries with each
    other do not run.

    --fix changes only what is certainly right: comments, layout and quotes stay. An approval does not cover what is
    changed after it.

    Exit codes: 0 no error was found, 1 errors were found (with --strict: or warnings), 2 it could not be done.
    """
    from generator.pipeline import context_of_this_run, history_of

    if dry_run and not fix:
        raise click.UsageError("--dry-run shows what --fix would change: give both")
    options = options_of(config)
    refuse_own_files(options, output)
    chosen = _chosen(options, paths)
    known = retractions_of(retractions)
    history = None if no_git else history_of(options)
    run = context_of_this_run(options, today=today, retractions=known, history=history)
    findings = _findings(_Look(options, run, chosen), fix, dry_run, err=form != "text")
    code = exit_code(findings, strict)
    half = _half_checked(findings) if form == "text" else ()
    said = (*_notices(chosen), *half, history_words(history), retractions_words(known))
    notices = tuple(notice for notice in said if notice)
    mendable = "" if fix and not dry_run else _mendable(findings)
    closing = f"clinsum check: {counts_of(findings)}{mendable}"
    tell_report(Report(options.project, findings, code, notices), form, output, closing)
    sys.exit(code)


@dataclass(frozen=True)
class _Look:
    """Checks the project as it stands now."""

    options: Options
    run: RunContext
    chosen: ChosenFiles | None

    def __call__(self) -> Sequence[Finding]:
        from generator.pipeline import inspect
        from generator.sources.word_places import at_their_words

        found = inspect(self.options, self.run, say_progress, whole=self.chosen is None).findings
        told = found if self.chosen is None else self.chosen.of(found)
        return at_their_words(self.options.project, told)


def _chosen(options: Options, paths: tuple[Path, ...]) -> ChosenFiles | None:
    if not paths:
        return None
    from generator.cli.chosen_files import chosen_files

    return chosen_files(options, paths)


def _findings(look: _Look, fix: bool, dry_run: bool, *, err: bool) -> Sequence[Finding]:
    from generator.cli.fix import show_fixes, write_fixes

    if fix and not dry_run:
        return write_fixes(look.options.project, look, err=err)
    findings = look()
    if dry_run:
        show_fixes(look.options.project, findings, err=err)
    return findings


def _notices(chosen: ChosenFiles | None) -> list[str]:
    """What a person would else take for checked."""
    if chosen is None:
        return []
    from generator.checks import rules_of_the_whole
    from generator.diagnostics.text_report import visible

    unread = (
        f"clinsum reads nothing in {visible(path)}: nothing was checked there" for path in chosen.unread
    )
    count = rules_of_the_whole()
    rules = "1 rule that needs" if count == 1 else f"{count} rules that need"
    return [*unread, f"{rules} the whole library did not run; run clinsum check without paths"]


def _half_checked(findings: Iterable[Finding]) -> Iterator[str]:
    """Who has mended the form of a file may not take it for finished: until then nothing else in it is found."""
    from generator.sources.fixes import is_error_of_form

    files = {one.place.file for one in findings if is_error_of_form(one) and one.place.file.endswith(".yml")}
    if files:
        them = "1 file has" if len(files) == 1 else f"{len(files)} files have"
        yield f"{them} errors of form (SRC, SCH): what else is wrong there shows when these are mended"


def _mendable(findings: Sequence[Finding]) -> str:
    count = sum(finding.fix is not None and finding.waived is None for finding in findings)
    return f"; clinsum check --fix may mend {count}" if count else ""
