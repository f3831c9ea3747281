"""The command ``clinsum``. Heavy rooms are imported inside the functions, so that help answers at once."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from typing import Any

import click

from generator import __version__
from generator.cli.add_reference import add_reference
from generator.cli.build import build
from generator.cli.check import check
from generator.cli.compare import compare
from generator.cli.console import EXIT_IMPOSSIBLE
from generator.cli.decide import decide
from generator.cli.dose import dose
from generator.cli.explain import explain
from generator.cli.migrate import migrate
from generator.cli.new import new
from generator.cli.rules import rules
from generator.cli.schema import schema
from generator.cli.status import status
from generator.cli.verify import verify
from generator.cli.where import where


class _Impossible(click.ClickException):
    exit_code = EXIT_IMPOSSIBLE


class _Commands(click.Group):
    """Commands that end in words where the system refuses: a full disk, a folder that may not be read."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except OSError as refused:
            # Whoever reads our output may stop early: click ends quietly then.
            if refused.errno == errno.EPIPE:
                raise
            _let_go_of_output()
            raise _Impossible(str(refused)) from refused


def _let_go_of_output() -> None:
    """What could not be written is not tried again at the end, where Python would answer with words of its own."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Examples:\n\n  clinsum new site my-site\n\n  clinsum check\n\n  clinsum build",
)
@click.version_option(__version__, prog_name="clinsum")
def main() -> None:
    """Check clinical entries and build a searchable static site from them.

    Exit codes: 0 no error was found, 1 errors were found (with --strict: or warnings), 2 it could not be done.
    """


_REVIEW = (decide, status, verify)
for _command in (
    new,
    check,
    compare,
    explain,
    rules,
    build,
    *_REVIEW,
    schema,
    where,
    dose,
    add_reference,
    migrate,
):
    main.add_command(_command)
