"""What every subcommand shares: its options, its way to print, its exit codes."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Any, TextIO

import click

if TYPE_CHECKING:
    from generator.configuration import Options
    from generator.diagnostics import Finding
    from generator.diagnostics.text_report import Paint

EXIT_ERRORS = 1
EXIT_IMPOSSIBLE = 2
_IMPOSSIBLE = ("CONF", "ENGINE", "FRAME", "PUB", "SSH")
"""Families of findings that mean: it could not be done, whatever the content is."""
_WIDEST = 120
_STYLES: Mapping[str, Mapping[str, Any]] = {
    "error": {"fg": "red", "bold": True},
    "warning": {"fg": "yellow", "bold": True},
    "note": {"fg": "blue", "bold": True},
    "place": {"fg": "cyan"},
    "quiet": {"fg": "bright_black"},
    "heading": {"bold": True},
}


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


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a person looks at a stream; a command that was started without one has None."""
    return stream is not None and stream.isatty()


def print_findings(findings: Iterable[Finding], project: Path | None = None) -> None:
    """Print findings as text, in colour on a terminal only; with a project, each with its line."""
    from generator.sources.word_places import at_their_words

    in_colour = is_terminal(sys.stdout)
    found = at_their_words(project, findings) if project is not None else findings
    click.echo(text_of(found, project, in_colour=in_colour), nl=False, color=in_colour)


def text_of(findings: Iterable[Finding], project: Path | None, *, in_colour: bool) -> str:
    """Findings for a person, wrapped for the terminal if it is one."""
    from generator.diagnostics.text_report import no_source, text_report
    from generator.sources.source_lines import SourceLines

    paint, width = look_of_a_report(in_colour=in_colour)
    lines = SourceLines(project) if project is not None else no_source
    return text_report(findings, paint, lines, width=width)


def look_of_a_report(*, in_colour: bool) -> tuple[Paint, int | None]:
    """How a report is painted, and how wide it may be in cells; without a terminal neither painted nor wrapped."""
    from generator.diagnostics.text_report import plain
    from generator.pipeline.run_context import colour_is_unwanted

    paint = _paint if in_colour and not colour_is_unwanted() else plain
    return paint, min(get_terminal_size().columns, _WIDEST) if in_colour else None


def _paint(text: str, role: str) -> str:
    return click.style(text, **_STYLES.get(role, {}))


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
    if is_terminal(sys.stderr):
        click.echo(f"\r\033[K{text} …", nl=False, err=True)


def clear_progress() -> None:
    """Take the line of progress away."""
    if is_terminal(sys.stderr):
        click.echo("\r\033[K", nl=False, err=True)


def close_progress(text: str) -> None:
    """Print the closing line in place of the progress."""
    clear_progress()
    click.echo(text)


def shown_path(path: Path) -> str:
    """A path as a person would type it from here."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
