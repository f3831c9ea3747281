"""A quote in the text cannot be read: a dose, a figure, a quantity, a citation or a link to an entry.

Bad:
    wording: The tablet of {quantity:50mg} is halved [@dyck-2009, @dyck-2014].

Good:
    wording: The tablet of {quantity:50 mg} is halved [@dyck-2009; @dyck-2014].
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.diagnostics import Finding, Rule, Severity
from generator.model.entries.entry import Entry
from generator.model.quantity import Quantity

RULE = Rule(
    code="REF008",
    name="malformed-mark",
    severity=Severity.ERROR,
    summary="A quote in the text cannot be read.",
    why="Its signs would be printed where a dose, a number or a reference is meant to stand.",
    cure="Write `{dose:id}`, `{stat:id}`, `{quantity:75 kg}`, `[@key; @other-key]` or `[words](entry:id)`.",
)
SCOPE = Scope.ENTRY

_ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_KEY = r"@[A-Za-z0-9][A-Za-z0-9_:.-]*"
_BRACES = re.compile(r"\{\s*(?P<kind>[A-Za-z]+)(?P<rest>(?:[^{}]|\{[^{}]*\})*)(?P<end>\}?)")
_PART = re.compile(rf"{_ID}(?:#{_ID})?")
_CITATION = re.compile(r"\[[^\[\]@]{0,80}(?<![A-Za-z0-9])@[^\[\]]*\]?")
_GOOD_CITATION = re.compile(rf"\[{_KEY}(?: ?; ?{_KEY})*\]")
_LINK = re.compile(r"\]\(\s*entry:(?P<target>[^()]*)\)?")
_GOOD_LINK = re.compile(rf"\]\(entry:{_ID}(?:#{_ID})?\)")


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find every mark that readers would see as it is written."""
    for pointer, _, text in context.wordings(entry):
        for written, reason in _malformed(" ".join(text.split())):
            message = f"“{_short(written)}” cannot be read: {reason}"
            yield context.finding(RULE, entry.id, pointer, message)


def _malformed(text: str) -> Iterator[tuple[str, str]]:
    for braces in _BRACES.finditer(text):
        if (reason := _wrong_braces(braces)) is not None:
            yield braces[0], reason
    for citation in _CITATION.finditer(text):
        is_link = text[citation.end() : citation.end() + 1] == "("
        if not is_link and _GOOD_CITATION.fullmatch(citation[0]) is None:
            yield (
                citation[0],
                "a citation is a key, or keys with semicolons between, as in [@key; @other-key]",
            )
    for link in _LINK.finditer(text):
        if _GOOD_LINK.fullmatch(link[0]) is None:
            yield link[0], "a link is written [words](entry:id)"


def _wrong_braces(braces: re.Match[str]) -> str | None:
    kind, rest = braces["kind"], braces["rest"]
    if kind not in ("dose", "stat", "quantity"):
        is_mark = rest.lstrip().startswith(":") or kind.lower() in (
            "dose",
            "doses",
            "stat",
            "stats",
            "quantity",
        )
        return "braces hold dose:, stat: or quantity:" if is_mark else None
    if not braces["end"]:
        return "the closing brace is missing"
    if braces[0][1] == " " or not rest.startswith(":"):
        return f"the opening brace is followed by {kind}: and by nothing else"
    return _wrong_quantity(rest[1:]) if kind == "quantity" else _wrong_part(kind, rest[1:])


def _wrong_quantity(written: str) -> str | None:
    try:
        Quantity.parse(written)
    except ValueError as error:
        return str(error)
    return None


def _wrong_part(kind: str, written: str) -> str | None:
    if _PART.fullmatch(written):
        return None
    return f"{kind}: is followed by an id, or by entry#id, without spaces"


def _short(written: str) -> str:
    return written if len(written) <= 60 else f"{written[:57]}…"
