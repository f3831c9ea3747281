"""``clinsum check``."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from generator.cli.console import (
    close_progress,
    counts_of,
    exit_code,
    options_of,
    print_findings,
    project_option,
    say_progress,
    strict_option,
    today_option,
)


@click.command(
    short_help="Find what is wrong in the content.",
    epilog="Examples:\n\n  clinsum check\n\n  clinsum check --format json > findings.json",
)
@project_option
@today_option
@strict_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="For a person, or for another program.",
)
def check(config: Path, today: date | None, strict: bool, form: str) -> None:
    """Find what is wrong in the content, with its place, the reason and the cure.

    Exit codes: 0 no error was found, 1 errors were found (with --strict: or warnings), 2 it could not be done.
    """
    from generator.diagnostics.json_report import json_report
    from generator.pipeline import context_of_this_run, inspect

    options = options_of(config)
    found = inspect(options, context_of_this_run(options, today=today), say_progress).findings
    if form == "json":
        click.echo(json_report(found), nl=False)
    else:
        print_findings(found)
        close_progress(f"clinsum check: {counts_of(found)}")
    sys.exit(exit_code(found, strict))
