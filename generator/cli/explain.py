"""``clinsum explain``."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from generator.handbook.documented_rule import DocumentedRule

_WIDTH = 96
_COLOURS = {"error": "red", "warning": "yellow", "note": "blue"}


@click.command(
    short_help="Say what a rule finds, why, and the cure.",
    epilog="Examples:\n\n  clinsum explain DOS002\n\n  clinsum explain dose-without-maximum CIT002",
)
@click.argument("rules", metavar="RULE...", nargs=-1, required=True)
def explain(rules: tuple[str, ...]) -> None:
    """Explain rules by code or name: what each finds, why that matters to a reader, and how to mend it.

    With each come an example that is bad and one that is good, the works that it stands on, and how a finding is let
    stand for a while. ``clinsum rules`` lists all rules.

    Exit codes: 0 all were found, 2 there is no such rule.
    """
    found = [one for written in rules for one in _named(written.strip())]
    click.echo("\n".join("\n".join(_paragraphs(one)) for one in dict.fromkeys(found)), nl=False)


def _named(written: str) -> list[DocumentedRule]:
    """The rule of this code, or the rules of this name: a few rooms have a name in common."""
    from generator.checks.meant_rule import meant_rule
    from generator.cli.rule_catalogue import rule_catalogue
    from generator.diagnostics.text_report import visible

    catalogue = rule_catalogue()
    found = [
        one for code, one in catalogue.items() if code == written.upper() or one.rule.name == written.lower()
    ]
    if found:
        return found
    family = written.upper()
    if family in {code.rstrip("0123456789") for code in catalogue}:
        raise click.UsageError(f"{family} is a family of rules: clinsum rules {family} lists them")
    meant = meant_rule(written, {one.rule.name: code for code, one in catalogue.items()})
    hint = f"Did you mean {meant} {catalogue[meant].rule.name}?" if meant else ""
    raise click.UsageError(
        f"there is no rule “{visible(written)}”. {hint or 'clinsum rules lists all of them.'}"
    )


def _paragraphs(one: DocumentedRule) -> Iterator[str]:
    from generator.handbook.basis_references import basis_references

    rule = one.rule
    yield click.style(f"{rule.code} {rule.name}", bold=True)
    yield from _wrapped(one.what)
    yield ""
    yield f"  severity: {_painted(one)}"
    yield f"  looks at: {one.looks_at}"
    if rule.judges:
        yield "  judges:   it weighs words and may be wrong"
    if one.lists:
        yield f"  lists:    {', '.join(one.lists)}"
    yield ""
    yield from _titled("Why:", _wrapped(rule.why))
    yield from _titled("Cure:", _wrapped(rule.cure))
    yield from _titled("Bad:", one.bad.splitlines())
    yield from _titled("Good:", one.good.splitlines())
    numbered = (f"{number}. {text}" for number, text in enumerate(basis_references(rule), start=1))
    yield from _titled("Stands on:", (line for text in numbered for line in _wrapped(text, "   ")))
    waiver = one.waiver.splitlines() or ["It cannot be: mend what it finds."]
    yield from _titled("To let a finding stand for a while, in content/waivers.yml:", waiver)


def _painted(one: DocumentedRule) -> str:
    words = one.severity_words.split("; ")
    return "; ".join(click.style(said, fg=_COLOURS[said.split()[0]]) for said in words)


def _titled(title: str, lines: Iterator[str] | list[str]) -> Iterator[str]:
    """A title with lines below it; nothing where there are none."""
    below = [f"  {line}".rstrip() for line in lines]
    if below:
        yield from (click.style(title, bold=True), *below, "")


def _wrapped(text: str, hanging: str = "") -> Iterator[str]:
    for paragraph in text.split("\n\n"):
        yield from textwrap.wrap(
            " ".join(paragraph.split()),
            _WIDTH,
            subsequent_indent=hanging,
            break_long_words=False,
            break_on_hyphens=False,
        )
