"""``clinsum decide``."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from generator.cli.console import (
    EXIT_IMPOSSIBLE,
    clear_progress,
    is_terminal,
    options_of,
    project_option,
    say_progress,
    shown_path,
)
from generator.cli.content_version import stop_at_other_version

if TYPE_CHECKING:
    from generator.configuration import Options
    from generator.model.entries.decision import Decision
    from generator.review.deciding.wish import Situation, Wish

KINDS = (
    "submit", "start-review", "approve", "object", "resolve", "reject", "reaffirm", "suspend", "lift", "withdraw",
    "supersede",
)  # fmt: skip
"""What can be decided, as in `generator.model.entries.decision`, which takes long to load."""
_EXAMPLES = """Examples:

  clinsum decide second-line-treatment --kind start-review --by jane-roe

  clinsum decide second-line-treatment --kind approve --by jane-roe --edition clinician --criteria dose-checked
  --criteria references-read --interests none --sign ~/.ssh/id_ed25519

  clinsum decide second-line-treatment --kind suspend --by jane-roe --dose five-days --reason "The dose is wrong."
  --sign ~/.ssh/id_ed25519"""


_TAKES_OFF = frozenset({"suspend", "lift", "withdraw", "supersede"})
"""Somebody waits for it to take effect."""
_NOTHING = "nothing was written"


class _Refused(click.ClickException):
    """No fault of how the command was typed, so that no usage is shown."""

    exit_code = EXIT_IMPOSSIBLE


class _Moment(click.ParamType[datetime]):
    name = "TIME"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        try:
            return datetime.strptime(str(value), "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
        except ValueError:
            self.fail(f"“{value}” is no moment in UTC: write it like 2026-11-21T09:30:00Z", param, ctx)


@click.command(short_help="Record what a person decides about entries.", epilog=_EXAMPLES)
@click.argument("entries", nargs=-1, required=True, metavar="ENTRY...")
@click.option("--kind", required=True, type=click.Choice(KINDS), help="What is decided.")
@click.option("--by", required=True, metavar="PERSON", help="Who decides: a file in people/, without .yml.")
@click.option("--role", help="In which role [default: the only one that the person has].")
@click.option(
    "--edition", "editions", multiple=True, metavar="AUDIENCE", help="Only this edition [default: all]."
)
@click.option("--meaning", help="The meaning of the signature [default: approved, or reviewed].")
@click.option("--criteria", multiple=True, metavar="ID", help="What was looked at, such as dose-checked.")
@click.option("--interests", multiple=True, metavar="TEXT", help="An interest that bears on it, or: none.")
@click.option("--recused", is_flag=True, help="The person stands aside because of an interest.")
@click.option("--ai-assistance", metavar="TEXT", help="Which machine assistance was used, if any.")
@click.option("--hazard", "hazards", multiple=True, metavar="ID", help="An entry of the hazard log.")
@click.option("--reason", help="Why. To suspend, object, reject and withdraw, it is needed.")
@click.option(
    "--change-only", "only_change", is_flag=True, help="Only the change since the last approval was read."
)
@click.option("--resolves", multiple=True, metavar="DECISION", help="The objection that is answered.")
@click.option(
    "--dose", "doses", multiple=True, metavar="ID", help="Suspend or lift only this dose of the entry."
)
@click.option("--everywhere", is_flag=True, help="Suspend or lift a drug: all its doses, on every page.")
@click.option("--superseded-by", metavar="ENTRY", help="The entry that takes its place.")
@click.option(
    "--sign",
    "key",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="KEY",
    help="Sign with this SSH key: the file of the private key, or of the public one if an agent holds the other.",
)
@click.option(
    "--at", "moment", type=_Moment(), help="The moment in UTC, like 2026-11-21T09:30:00Z [default: now]."
)
@click.option("--yes", is_flag=True, help="Do not ask whether it is right.")
@click.option("--dry-run", is_flag=True, help="Show what would be decided, and write nothing.")
@project_option
def decide(
    config: Path, key: Path | None, moment: datetime | None, yes: bool, dry_run: bool, **asked: Any
) -> None:
    """Record what a person decides about one or several entries: one new file in content/decisions/.

    It binds exactly the texts as they are now and names all earlier decisions. It shows what is about to be decided
    and asks first. No file is ever overwritten.

    Exit codes: 0 it was recorded (with --dry-run: it could be), 2 it was refused or not confirmed.
    """
    from generator.pipeline.run_context import moment_of_this_run
    from generator.review.deciding.decision_preview import decision_preview
    from generator.review.deciding.new_decision import draft_decision
    from generator.review.deciding.wish import DecisionRefused, Wish
    from generator.sources.ssh_keygen import SigningRefused, SshKeygenMissing

    options = options_of(config)
    stop_at_other_version(options)
    wish = Wish(at=moment_of_this_run(moment), **asked)
    situation = _situation(options, wish.at)
    try:
        draft = draft_decision(situation, wish)
        click.echo("\n".join(decision_preview(situation, draft.decision)))
        _tell_of_seal(situation, wish, key, dry_run)
        if dry_run:
            click.echo(f"\nclinsum decide: {_NOTHING}.")
            return
        _confirm(yes)
        decision = _signed(situation, draft.decision, key)
        _write(options, decision, draft.closures)
    except (DecisionRefused, SigningRefused, SshKeygenMissing) as refused:
        raise _Refused(_visible(str(refused))) from refused


def _situation(options: Options, at: datetime) -> Situation:
    from generator.pipeline import context_of_this_run, inspect
    from generator.review.deciding.wish import Situation
    from generator.sources.closures import read_closures

    run = context_of_this_run(options, today=at.date())
    found = inspect(options, run, say_progress)
    clear_progress()
    closures = read_closures(options.project, _content(options))
    return Situation(found.library, found.context.states, found.findings, closures, found.record.verified)


def _tell_of_seal(situation: Situation, wish: Wish, key: Path | None, dry_run: bool) -> None:
    """Whether it is signed, and whether it has to be."""
    from generator.review.deciding.wish import COUNTED, DecisionRefused

    click.echo("")
    if key is not None:
        click.echo(f"It will be signed with {_visible(str(key))}.")
    elif situation.library.policy.approval != "signed" or wish.kind in {"submit", "start-review"}:
        click.echo("It is recorded, and not signed.")
    elif wish.kind not in COUNTED:
        click.echo("It is not signed. It holds all the same; afterwards, record it again with --sign.")
    elif dry_run:
        click.echo("To count, it has to be signed: --sign and the file of the person's SSH key.")
    else:
        raise DecisionRefused(
            f"the policy of this site asks for a signature, and without one it would count for nothing: give --sign "
            f"and the file of the SSH key of “{wish.by}”, such as --sign ~/.ssh/id_ed25519"
        )


def _confirm(yes: bool) -> None:
    if yes:
        return
    if not is_terminal(sys.stdin):
        raise click.UsageError("nobody is here to be asked whether this is right: give --yes")
    question = "\nIs this right? It cannot be taken back, only followed by another decision."
    try:
        is_right = click.confirm(question, err=True)
    except click.Abort:
        click.echo("", err=True)
        is_right = False
    if not is_right:
        _end_unwritten()


def _end_unwritten() -> NoReturn:
    click.echo(f"clinsum decide: {_NOTHING}.", err=True)
    sys.exit(EXIT_IMPOSSIBLE)


def _signed(situation: Situation, decision: Decision, key: Path | None) -> Decision:
    if key is None:
        return decision
    from generator.review.deciding.sign_decision import sign_decision
    from generator.sources.ssh_keygen import SigningRefused

    click.echo("Signing. Type the passphrase or touch the key, if you are asked to.", err=True)
    try:
        return sign_decision(situation.library, decision, key.expanduser())
    except SigningRefused as refused:
        raise SigningRefused(f"it could not be signed, and {_NOTHING}: {refused}") from refused
    except KeyboardInterrupt:
        click.echo("", err=True)
        _end_unwritten()


def _write(options: Options, decision: Decision, closures: Any) -> None:
    from generator.review.deciding.decision_files import write_decision_files

    for path in write_decision_files(options.project, _content(options), decision, closures):
        click.echo(f"wrote {shown_path(path)}")
    click.echo("Next: clinsum check, then propose the change.")
    if decision.decision in _TAKES_OFF:
        click.echo(
            "It takes effect when the site is built and published with it: readers see no change until then."
        )


def _content(options: Options) -> str:
    return options.content.relative_to(options.project).as_posix()


def _visible(text: str) -> str:
    from generator.diagnostics.text_report import visible

    return visible(text)
