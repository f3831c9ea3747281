"""What every subcommand shares: its options, its way to print, its exit codes."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from generator.configuration import Options
    from generator.diagnostics import Finding

EXIT_ERRORS = 1
EXIT_IMPOSSIBLE = 2
_IMPOSSIBLE = ("CONF", "ENGINE", "FRAME", "PUB")
"""Families of findings that mean: it could not be done, whatever the content is."""
_COLOURS = {"error": "red", "warning": "yellow", "note": "blue", "place": "cyan", "quiet": "bright_black"}


class _Day(click.ParamType[date]):
    name = "YYYY-MM-DD"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        try:
            return value if isinstance(value, date) else date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"“{value}” is not a day: write it like 2026-11-21", param, ctx)


project_option = click.option(
    "--config",
    "config",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("mkdocs.yml"),
    show_default=True,
    help="The configuration file of the site; its folder is the project.",
)
today_option = click.option(
    "--today", type=_Day(), help="The day of the run, which decides what is overdue [default: today, UTC]."
)
strict_option = click.option("--strict", is_flag=True, help="Warnings count as errors.")


def options_of(config: Path) -> Options:
    """The configuration of the project; ends the command where it cannot be used."""
    from generator.configuration import read_configuration
    from generator.diagnostics import Severity

    options, findings = read_configuration(config)
    if any(finding.severity is Severity.ERROR for finding in findings):
        print_findings(findings)
        sys.exit(EXIT_IMPOSSIBLE)
    return options


def report_written(write: Callable[[], Iterable[Path]], then: str = "") -> None:
    """Write files and name them; what was refused becomes a usage error, with what comes next."""
    from generator.scaffold import ScaffoldRefused

    try:
        for path in write():
            click.echo(f"wrote {shown_path(path)}")
    except (ScaffoldRefused, OSError) as refused:
        raise click.UsageError(str(refused)) from refused
    if then:
        click.echo(then)


def print_findings(findings: Iterable[Finding]) -> None:
    """Print findings as text, in colour on a terminal only."""
    from generator.diagnostics.text_report import text_report

    click.echo(text_report(findings, lambda text, role: click.style(text, fg=_COLOURS.get(role))), nl=False)


def counts_of(findings: Iterable[Finding]) -> str:
    """How many errors, warnings and notes."""
    from generator.diagnostics.text_report import counts

    return counts(findings)


def exit_code(findings: Iterable[Finding], strict: bool) -> int:
    """0, 1 or 2 for these findings."""
    from generator.diagnostics import Severity

    found = list(findings)
    if any(f.severity is Severity.ERROR and f.code.startswith(_IMPOSSIBLE) for f in found):
        return EXIT_IMPOSSIBLE
    stops = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return EXIT_ERRORS if any(one.severity in stops and one.waived is None for one in found) else 0


def say_progress(text: str) -> None:
    """Progress, for people only: a terminal gets one line that is written over."""
    if sys.stderr.isatty():
        click.echo(f"\r\033[K{text} …", nl=False, err=True)


def close_progress(text: str) -> None:
    """Print the closing line in place of the progress."""
    if sys.stderr.isatty():
        click.echo("\r\033[K", nl=False, err=True)
    click.echo(text)


def shown_path(path: Path) -> str:
    """A path as a person would type it from here."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
