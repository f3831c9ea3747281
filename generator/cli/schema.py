"""``clinsum schema``."""

from __future__ import annotations

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
def schema(out: Path, handbook: Path | None) -> None:
    """Write the JSON Schema of every kind of entry, for completion in editors."""
    from generator.scaffold import write_handbook, write_schemas

    try:
        report_written(lambda: [*([write_handbook(handbook)] if handbook else []), *write_schemas(out)])
    except UnicodeDecodeError as error:
        raise click.UsageError(f"{handbook} is not UTF-8 text: nothing was written") from error
