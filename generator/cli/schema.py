"""``clinsum schema``."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.console import report_written


@click.command(epilog="Example:\n\n  clinsum schema --out schema")
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), default=Path("schema"), show_default=True
)
def schema(out: Path) -> None:
    """Write the JSON Schema of every kind of entry, for completion in editors."""
    from generator.scaffold import write_schemas

    report_written(lambda: write_schemas(out))
