"""A report told here or in the file that takes it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.console import EXIT_IMPOSSIBLE, clear_progress, is_terminal
from generator.cli.report_format import Report, written_report

if TYPE_CHECKING:
    from generator.configuration import Options


def refuse_own_files(options: Options, output: Path | None) -> None:
    """End the command with a usage error where a report would replace a file of the project, or stand in the site.

    A build refuses a site that holds what no build wrote, and an entry that is replaced is lost.
    """
    if output is None:
        return
    file = output.resolve()
    for own in (options.content, options.templates, options.output):
        if file.is_relative_to(own.resolve()):
            raise click.UsageError(f"no report is written into {own.name}/: give --output another place")
    for own in (options.bibliography, options.config_file):
        if file == own.resolve():
            raise click.UsageError(f"the report would replace {own.name}: give --output another name")


def write_report(output: Path, text: str) -> None:
    """Write it in UTF-8; ends the command where that cannot be done."""
    try:
        output.write_bytes(text.encode("utf-8"))
    except OSError as error:
        click.echo(f"Error: {output}: {error.strerror}", err=True)
        sys.exit(EXIT_IMPOSSIBLE)


def tell_report(report: Report, form: str, output: Path | None, closing: str) -> None:
    """The report to its file or here; closing lines behind a text, or beside what another program reads."""
    clear_progress()
    in_colour = output is None and is_terminal(sys.stdout)
    text = written_report(report, form, in_colour=in_colour)
    beside = form != "text" and output is None
    if output is None:
        click.echo(text, nl=False, color=in_colour)
    else:
        write_report(output, text)
    for notice in report.notices:
        click.echo(notice, err=beside)
    if not beside:
        click.echo(closing)
