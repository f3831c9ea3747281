"""``clinsum check --fix``: the safe fixes of findings, written or shown."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.console import EXIT_IMPOSSIBLE, clear_progress

if TYPE_CHECKING:
    from generator.diagnostics import Finding
    from generator.sources.fixes import FixedFile, FixPlan

Look = Callable[[], Sequence["Finding"]]
"""Checks the project as it stands now."""
_ROUNDS = 8
"""A fix may bring another finding to light; no chain of them is as long as this."""


def show_fixes(project: Path, findings: Sequence[Finding], *, err: bool) -> None:
    """Show as a difference what the fixes would change, and write nothing."""
    from generator.diagnostics.text_report import visible
    from generator.sources.fixes import plan_fixes

    plan = plan_fixes(project, findings)
    clear_progress()
    for file in plan.files:
        for line in _difference(file):
            colour = {"+": "green", "-": "red", "@": "cyan"}.get(line[0])
            click.secho(_harmless(visible(line)), fg=colour, err=err)
    _say_refused(plan, err)
    count = sum(len(file.mended) for file in plan.files)
    click.echo(f"{_counted(count, 'can')} be mended in this way. Nothing was written.\n", err=err)


def write_fixes(project: Path, look: Look, *, err: bool) -> Sequence[Finding]:
    """Make the fixes, say each, and give the findings that are left.

    Checks again after each round, until nothing is left that can be mended: a second run changes nothing.
    """
    from generator.sources.fixes import plan_fixes

    mended = 0
    findings = look()
    plan = plan_fixes(project, findings)
    for _ in range(_ROUNDS):
        clear_progress()
        if not plan.files:
            break
        for file in plan.files:
            _write(project, file)
            for finding in file.mended:
                click.echo(f"mended {_words(finding)}", err=err)
        mended += sum(len(file.mended) for file in plan.files)
        findings = look()
        plan = plan_fixes(project, findings)
    _say_refused(plan, err)
    click.echo(f"{_counted(mended, 'was' if mended == 1 else 'were')} mended.\n", err=err)
    return findings


def _write(project: Path, file: FixedFile) -> None:
    """Replace the file whole; ends the command where it cannot be written, or somebody else wrote it meanwhile."""
    from generator.cli.replace_file import FileChanged, replace_file

    try:
        replace_file(project / file.file, file.before, file.after)
    except (OSError, FileChanged) as error:
        reason = error.strerror if isinstance(error, OSError) else "it was changed in the meantime"
        click.echo(f"Error: {file.file}: {reason}. Mend that, then run clinsum check --fix again.", err=True)
        sys.exit(EXIT_IMPOSSIBLE)


def _words(finding: Finding) -> str:
    from generator.diagnostics.text_report import visible

    fix = finding.fix
    change = f"“{fix.before}” is now “{fix.after}”" if fix else ""
    return visible(f"{finding.place}: {finding.code} {change}")


def _say_refused(plan: FixPlan, err: bool) -> None:
    from generator.diagnostics.text_report import visible

    for finding, reason in plan.refused:
        wanted = f"“{finding.fix.before}” " if finding.fix else ""
        click.echo(visible(f"not mended {finding.place}: {finding.code} {wanted}{reason}"), err=err)


def _harmless(line: str) -> str:
    """A line that was not changed may be anything; at its beginning a build service would carry out ``::``."""
    return line.replace("::", ": :", 1) if line.lstrip().startswith("::") else line


def _counted(count: int, verb: str) -> str:
    return f"{count} {'finding' if count == 1 else 'findings'} {verb}"


def _difference(file: FixedFile) -> Iterator[str]:
    before, after = (data.decode("utf-8").splitlines() for data in (file.before, file.after))
    return difflib.unified_diff(before, after, f"a/{file.file}", f"b/{file.file}", lineterm="")
