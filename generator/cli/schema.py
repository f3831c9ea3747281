"""``clinsum schema``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from generator.cli.console import report_written


@click.command(
    short_help="Write JSON Schemas, for completion in editors.",
    epilog="Example:\n\n  clinsum schema --out schema",
)
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), default=Path("schema"), show_default=True
)
@click.option(
    "--handbook",
    type=click.Path(path_type=Path, dir_okay=False),
    help="A page whose tables of fields and units are made anew, such as docs/editing.md.",
)
@click.option(
    "--change-classes",
    type=click.Path(path_type=Path, dir_okay=False),
    help="A page that is made anew: how grave a change of each field is, such as docs/change-classes.md.",
)
def schema(out: Path, handbook: Path | None, change_classes: Path | None) -> None:
    """Write the JSON Schema of every kind of entry, for completion in editors."""
    from generator.scaffold import write_change_classes, write_handbook, write_schemas

    def write() -> Iterator[Path]:
        if handbook:
            yield write_handbook(handbook)
        if change_classes:
            yield write_change_classes(change_classes)
        yield from write_schemas(out)

    try:
        report_written(lambda: list(write()))
    except UnicodeDecodeError as error:
        raise click.UsageError(f"{handbook} is not UTF-8 text: nothing was written") from error
