"""``clinsum where``."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.console import options_of, project_option, say_progress, today_option
from generator.cli.content_version import stop_at_other_version

if TYPE_CHECKING:
    from generator.model.target import Target
    from generator.pipeline.inspect import Inspection

_COLOURS = {"warning": "yellow", "place": "cyan", "quiet": "bright_black"}


@click.command(
    short_help="List what quotes a drug, a work, a dose.",
    epilog="Examples:\n\n  clinsum where drug:azathioprine\n\n  clinsum where work:roe-2020\n\n"
    "  clinsum where dose:my-question#azathioprine\n\n  clinsum where azathioprine --format json",
)
@click.argument("target")
@project_option
@today_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="For a person, or for another program.",
)
def where(target: str, config: Path, today: date | None, form: str) -> None:
    """List every entry, page and edition that quotes TARGET, before you edit it.

    TARGET is drug:ID, condition:ID, person:ID, work:KEY, dose:ENTRY#ID, stat:ENTRY#ID, entry:ID (an entry of any
    kind), or an id or key alone. What quotes it through something else is listed too: whoever quotes a drug also
    prints the works that the drug's own words cite.

    Exit codes: 0 it was found (even if nothing quotes it), 2 there is no such thing, its file has errors,
    or the name is ambiguous.
    """
    from generator.cli.uses_report import UsesReport
    from generator.model.uses import uses_of
    from generator.pipeline import context_of_this_run, inspect

    options = options_of(config)
    stop_at_other_version(options)
    found = inspect(options, context_of_this_run(options, today=today), say_progress)
    uses = uses_of(found.library, _the_target(found, target.strip()))
    report = UsesReport(found.library, uses, found.context.states)
    if form == "json":
        click.echo(report.json(), nl=False)
    else:
        click.echo(report.text(lambda text, role: click.style(text, fg=_COLOURS.get(role))), nl=False)


def _the_target(found: Inspection, written: str) -> Target:
    """The one thing that was meant; else a usage error that helps to name it."""
    from generator.diagnostics.text_report import visible
    from generator.model.target import find_targets

    targets = find_targets(found.library, written)
    if len(targets) > 1:
        named = ", ".join(str(target) for target in targets)
        raise click.UsageError(f"“{visible(written)}” can mean several things; name one of them: {named}")
    if not targets:
        raise click.UsageError(visible(_missing(found, written)))
    return targets[0]


def _missing(found: Inspection, written: str) -> str:
    from generator.checks.missing_target import missing_target
    from generator.cli.broken_file import broken_file
    from generator.model.target import KINDS_OF_TARGET

    kind, colon, _ = written.partition(":")
    if colon and kind not in KINDS_OF_TARGET:
        return (
            f"“{kind}:” is no kind of target; write one of {', '.join(f'{one}:' for one in KINDS_OF_TARGET)}"
        )
    # Of kind:entry#part and of kind:entry, the entry is what has a file
    owner = (written.partition(":")[2] if colon else written).partition("#")[0]
    if kind != "work" and (place := broken_file(found.library, found.findings, owner)):
        return (
            f"“{owner}” cannot be read: its file has errors ({place}). Run clinsum check and mend them first."
        )
    return missing_target(found.library, written, found.context.today)
