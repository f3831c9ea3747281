"""The file that takes a report."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.console import EXIT_IMPOSSIBLE

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
