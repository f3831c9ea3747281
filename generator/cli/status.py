"""``clinsum status``."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.console import (
    clear_progress,
    exit_code,
    options_of,
    project_option,
    say_progress,
    text_of,
    today_option,
)
from generator.cli.content_version import stop_at_other_version

if TYPE_CHECKING:
    from generator.diagnostics import Finding
    from generator.pipeline.inspect import Inspection

_EXAMPLES = """Examples:

  clinsum status

  clinsum status second-line-treatment

  clinsum status --waiting-for jane-roe

  clinsum status --due-within 90"""
# As they stand in generator.model.state, which is not imported before the command runs.
STATES = (
    "draft",
    "submitted",
    "under-review",
    "approved",
    "review-overdue",
    "suspended",
    "withdrawn",
    "superseded",
)
_UNSURE = ("REC", "DEC", "SSH", "SRC", "SCH")
"""Families of errors after which a state may be another: of the record, and of files that cannot be read."""


@click.command(short_help="Say how every entry stands and what it waits for.", epilog=_EXAMPLES)
@click.argument("entries", nargs=-1, metavar="[ENTRY]...")
@click.option("--waiting-for", "person", metavar="PERSON", help="Only what this person could do, by id.")
@click.option("--state", type=click.Choice(STATES), help="Only editions in this state.")
@click.option("--due-within", "days", type=click.IntRange(0), help="Only what falls due within so many days.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@project_option
@today_option
def status(
    entries: tuple[str, ...],
    person: str | None,
    state: str | None,
    days: int | None,
    form: str,
    config: Path,
    today: date | None,
) -> None:
    """Say how every edition stands: its state, since when, by whom, when it is due, and what is missing.

    With the ids of entries, only these. What is missing is followed by those who could do it. The state is computed
    from the decisions in content/decisions/; nobody can type it.

    Exit codes: 0 it was told, 1 the record or a file has errors, so that what is told may be wrong, 2 it could not be
    done.
    """
    from generator.cli.status_report import closing_line, status_data, status_lines
    from generator.pipeline import context_of_this_run, inspect
    from generator.review.standing import is_due_within, standings

    options = options_of(config)
    stop_at_other_version(options)
    run = context_of_this_run(options, today=today)
    found = inspect(options, run, say_progress)
    clear_progress()
    _refuse_unknown(found, entries, person)
    told = [
        one if person is None else one.for_person(person)
        for one in standings(found.library, found.context.states, found.context.suspended)
        if (not entries or one.entry in entries)
        and (person is None or one.waits_for(person))
        and (state is None or one.state.value == state)
        and (days is None or is_due_within(one, run.today, days))
    ]
    if form == "json":
        click.echo(json.dumps(status_data(told, run.today), ensure_ascii=False, indent=2))
    else:
        for line in (*status_lines(told), f"clinsum status: {closing_line(told, run.today)}"):
            click.echo(line)
    faults = [one for one in found.findings if one.code.startswith(_UNSURE) and one.stops]
    _tell_faults(faults, options.project)
    sys.exit(exit_code(faults, strict=False))


def _refuse_unknown(found: Inspection, entries: Iterable[str], person: str | None) -> None:
    from generator.diagnostics.text_report import visible

    with_pages = {entry.id for entry in found.library.with_pages()}
    for entry in entries:
        if entry not in with_pages:
            raise click.UsageError(visible(_missing(found, entry, with_pages, "entry with a page")))
    people = set(found.library.people)
    if person is not None and person not in people:
        raise click.UsageError(visible(_missing(found, person, people, "person in content/people/")))


def _missing(found: Inspection, written: str, known: set[str], what: str) -> str:
    """Why there is no such id: its file is broken, or it is written like another."""
    from generator.checks.near_names import NearNames
    from generator.cli.broken_file import broken_file

    if place := broken_file(found.library, found.findings, written):
        return f"“{written}” cannot be read: its file has errors ({place}). Run clinsum check and mend them first."
    near = NearNames((name, name) for name in sorted(known)).did_you_mean(written)
    return f"there is no {what} with the id “{written}”. {near}".rstrip()


def _tell_faults(faults: Sequence[Finding], project: Path) -> None:
    """Print to the error stream, so that JSON stays JSON."""
    if faults:
        click.echo("\nThere are errors, so that a state above may be wrong:\n", err=True)
        click.echo(text_of(faults, project, in_colour=False), nl=False, err=True)
