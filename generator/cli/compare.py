"""``clinsum compare``."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.console import (
    EXIT_IMPOSSIBLE,
    clear_progress,
    is_terminal,
    look_of_a_report,
    project_option,
    say_progress,
    shown_path,
    today_option,
)
from generator.cli.report_file import refuse_own_files, write_report

if TYPE_CHECKING:
    from generator.review.site.changed_fact import LibraryComparison

_EXAMPLES = """Examples:

  clinsum compare main

  clinsum compare v1.0 main

  clinsum compare ../site-of-last-year

  clinsum compare origin/main --pack for-the-board

  clinsum compare origin/main --format markdown --output comment.md"""


@click.command(short_help="Say what changed clinically, and show it.", epilog=_EXAMPLES)
@click.argument("base")
@click.argument("head", required=False)
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "markdown", "json")),
    default="text",
    show_default=True,
    help="For a person (text), a comment on a proposed change (markdown), another program (json).",
)
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False, writable=True),
    help="Write the report to this file.",
)
@click.option(
    "--pack",
    type=click.Path(path_type=Path, file_okay=False),
    help="Write pages that show the changes before and after, into this folder: open its index.html.",
)
@click.option("--strict", is_flag=True, help="Major changes count like critical ones.")
@project_option
@today_option
def compare(
    base: str,
    head: str | None,
    form: str,
    output: Path | None,
    pack: Path | None,
    strict: bool,
    config: Path,
    today: date | None,
) -> None:
    """Say in a clinician's words what changed between BASE and HEAD, on which pages, and who must approve it.

    BASE and HEAD are folders of a site, or revisions in git: a branch, a tag, a commit. Without HEAD the project as it
    stands is compared. Nothing is fetched, and nothing is changed in either.

    Exit codes: 0 no critical change, 1 critical changes, or critical or major ones that no note tells readers (with
    --strict: any major change), 2 something could not be compared.
    """
    request = _Request(config, base, head, form, output, pack, strict)
    try:
        code = _compared(request, today)
    except (OSError, click.ClickException):
        raise
    except Exception as unexpected:  # whatever fails must never read as “no change”
        clear_progress()
        fault = f"{type(unexpected).__name__}: {unexpected}".encode("ascii", "backslashreplace").decode()
        click.echo(f"Error: NOT COMPARED: the program met what it did not expect: {fault}", err=True)
        code = EXIT_IMPOSSIBLE
    sys.exit(code)


@dataclass(frozen=True, slots=True)
class _Request:
    config: Path
    base: str
    head: str | None
    form: str
    output: Path | None
    pack: Path | None
    strict: bool


def _compared(asked: _Request, today: date | None) -> int:
    """Compare, tell it, and give the exit code."""
    from generator.configuration import read_configuration
    from generator.pipeline import context_of_this_run
    from generator.pipeline.compare import ComparisonRequest, compare
    from generator.review.site.verdict import exit_code

    refuse_own_files(read_configuration(asked.config)[0], asked.output)
    request = ComparisonRequest(asked.config, asked.base, asked.head, asked.pack, asked.strict)
    found = compare(request, context_of_this_run(today=today, is_preview=True), say_progress)
    clear_progress()
    _tell(found.comparison, asked)
    if found.pack_failure:
        from generator.diagnostics.text_report import visible

        click.echo(f"Error: the pack was not written: {visible(found.pack_failure)}", err=True)
        return EXIT_IMPOSSIBLE
    if asked.pack is not None:
        beside = asked.form != "text" and asked.output is None
        click.echo(f"wrote {shown_path(asked.pack / 'index.html')}", err=beside)
    return exit_code(found.comparison, strict=asked.strict)


def _tell(comparison: LibraryComparison, asked: _Request) -> None:
    in_colour = asked.output is None and is_terminal(sys.stdout)
    text = _written(comparison, asked.form, in_colour=in_colour, strict=asked.strict)
    if asked.output is None:
        click.echo(text, nl=False, color=in_colour)
    else:
        write_report(asked.output, text)


def _written(comparison: LibraryComparison, form: str, *, in_colour: bool, strict: bool) -> str:
    from generator.review.reports.json_changes import json_changes
    from generator.review.reports.markdown_comment import markdown_comment
    from generator.review.reports.text_changes import text_changes

    if form == "json":
        return json_changes(comparison, strict=strict)
    if form == "markdown":
        return markdown_comment(comparison)
    paint, width = look_of_a_report(in_colour=in_colour)
    return text_changes(comparison, paint, width=width)
