"""``clinsum migrate``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.console import (
    EXIT_ERRORS,
    EXIT_IMPOSSIBLE,
    counts_of,
    options_of,
    print_findings,
    project_option,
    shown_path,
)

if TYPE_CHECKING:
    from generator.sources.migrate import MigratedFile, MigrationPlan


@click.command(
    short_help="Carry the content to the current form.",
    epilog="Examples:\n\n  clinsum migrate --dry-run\n\n  clinsum migrate",
)
@project_option
@click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")
def migrate(config: Path, dry_run: bool) -> None:
    """Carry the content to the form that this program reads.

    Only what has to change is changed: comments, layout and line ends stay as they are. Decisions are never touched,
    and approvals hold. If a file cannot be read, nothing is written. A run that was interrupted is completed by the
    next one.

    Exit codes: 0 the content is in the current form (with --dry-run: it can be carried there), 1 errors were found
    and nothing was written, 2 it could not be done.
    """
    from generator.sources.migrate import plan_migration
    from generator.sources.schema_version import CURRENT_VERSION

    options = options_of(config)
    plan = plan_migration(options.project, options.content.relative_to(options.project).as_posix())
    if plan.findings:
        print_findings(plan.findings)
        click.echo(f"clinsum migrate: nothing was written, {counts_of(plan.findings)}")
        sys.exit(EXIT_ERRORS)
    if not plan.steps:
        click.echo(
            f"clinsum migrate: the content has version {plan.version}, the current one. Nothing to do."
        )
        return
    click.echo(f"The content has version {plan.version}; this program reads version {CURRENT_VERSION}.")
    for step in plan.steps:
        click.echo(f"  {step.from_version} to {step.from_version + 1}: {step.says}")
    if dry_run:
        _show(plan)
    else:
        _write(plan, options.project)


def _show(plan: MigrationPlan) -> None:
    for file in plan.files:
        for line in _difference(file):
            click.secho(line, fg={"+": "green", "-": "red", "@": "cyan"}.get(line[0]), nl=False)
    click.echo(f"clinsum migrate: {_counted(plan, 'would change')}. Nothing was written.")


def _difference(file: MigratedFile) -> Iterator[str]:
    import difflib

    texts = ((data or b"").decode("utf-8") for data in (file.before, file.after))
    before, after = (text.splitlines(keepends=True) for text in texts)
    for line in difflib.unified_diff(before, after, f"a/{file.file}", f"b/{file.file}"):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _write(plan: MigrationPlan, project: Path) -> None:
    """File by file; the version comes last, so that a run which stops in between is simply done again."""
    from generator.cli.replace_file import FileChanged, replace_file
    from generator.sources.schema_version import CURRENT_VERSION

    *entries, version = plan.files
    for file in (*entries, version):
        try:
            replace_file(project / file.file, file.before, file.after)
        except (OSError, FileChanged) as error:
            reason = error.strerror if isinstance(error, OSError) else "it was changed in the meantime"
            click.echo(f"Error: {file.file}: {reason}. Mend that, then run clinsum migrate again.", err=True)
            sys.exit(EXIT_IMPOSSIBLE)
        shown = shown_path(project / file.file)
        click.echo(f"wrote {shown}" if file is version else f"changed {shown} ({_changes(file)})")
    click.echo(
        f"clinsum migrate: {_counted(plan, 'changed')}. The content has version {CURRENT_VERSION} now."
    )
    click.echo("Next: clinsum schema, for completion in your editor; then clinsum check")


def _changes(file: MigratedFile) -> str:
    return "1 change" if file.changes == 1 else f"{file.changes} changes"


def _counted(plan: MigrationPlan, verb: str) -> str:
    changed = len(plan.files) - 1
    return (
        f"{changed} of {plan.read} {'file' if plan.read == 1 else 'files'} {verb}, decisions stay as they are"
    )
