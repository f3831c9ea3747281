"""``clinsum new``: the first files of a site or of an entry."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.console import options_of, project_option, report_written
from generator.cli.content_version import stop_at_other_version


@click.group(
    epilog="Examples:\n\n  clinsum new site my-site\n\n  clinsum new summary ivig-in-neurosarcoidosis"
)
def new() -> None:
    """Write the first files of a site or of an entry."""


@new.command("site", epilog="Example:\n\n  clinsum new site my-site && cd my-site && clinsum build")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def new_site(folder: Path) -> None:
    """Start a site in an empty folder."""
    from generator.scaffold import write_site

    report_written(lambda: write_site(folder), f"Next: cd {folder} && clinsum build")


def _new_entry(kind: str, what: str, example: str) -> None:
    @new.command(
        kind,
        help=f"Write a commented skeleton of {what}.",
        epilog=f"Example:\n\n  clinsum new {kind} {example}",
    )
    @click.argument("id")
    @project_option
    def command(id: str, config: Path) -> None:
        from generator.scaffold import write_entry

        options = options_of(config)
        stop_at_other_version(options)
        report_written(lambda: [write_entry(options.content, kind, id)], "Fill it in, then: clinsum check")


for _kind, _what, _example in (
    ("summary", "a summary", "ivig-in-neurosarcoidosis"),
    ("medication", "a medication page", "neurosarcoidosis-medication"),
    ("drug", "a drug", "azathioprine"),
    ("condition", "a condition", "neurosarcoidosis"),
    ("person", "a person", "jane-roe"),
    ("organisation", "an organisation", "my-clinic"),
    ("audience", "a kind of reader", "nurses"),
):
    _new_entry(_kind, _what, _example)
