"""Findings for a person at a terminal: by files and lines, each with its line, the reason and the cure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from textwrap import TextWrapper

from generator.diagnostics.by_rule import by_rule
from generator.diagnostics.caret import caret_lines
from generator.diagnostics.counts import counts
from generator.diagnostics.finding import Finding, Place
from generator.diagnostics.visible_text import visible, visible_path

__all__ = ["Paint", "SourceLine", "counts", "no_source", "plain", "text_report", "visible"]

Paint = Callable[[str, str], str]
"""Colours a text by a role (``error``, ``warning``, ``note``, ``place``, ``message``, ``quiet``, ``heading``)."""
SourceLine = Callable[[Place], str | None]
"""The line of a source file, without its line break; None if it cannot be shown. Never raises."""
_INDENT = "    "
_USUAL_WIDTH = 100


def plain(text: str, role: str) -> str:
    """No colour: for everything that is no terminal."""
    return text


def no_source(place: Place) -> str | None:
    """No line of any file."""
    return None


def text_report(
    findings: Iterable[Finding],
    paint: Paint = plain,
    source_line: SourceLine = no_source,
    *,
    width: int | None = None,
) -> str:
    """Findings in the order given, under a heading for each file unless it is but one; waived ones come last.
    Where there are many, a list of the rules that found them closes the report, the worst first.

    The reason of a rule is given once. Sentences are wrapped at ``width`` cells; without it they are not.
    """
    found = list(findings)
    writer = _Writer(paint, source_line, width)
    waived = [finding for finding in found if finding.waived is not None]
    standing = [finding for finding in found if finding.waived is None]
    lines = [*writer.files(standing), *writer.waived(waived), *by_rule(standing, paint)]
    return "".join(f"{line}\n" for line in lines)


class _Writer:
    def __init__(self, paint: Paint, source_line: SourceLine, width: int | None) -> None:
        self._paint = paint
        self._source_line = source_line
        self._width = width
        self._explained: set[str] = set()

    def files(self, findings: Sequence[Finding]) -> Iterator[str]:
        for file, group in groupby(findings, key=lambda finding: finding.place.file):
            in_file = list(group)
            if len(findings) > 1:
                yield f"{self._paint(visible_path(file), 'heading')}: {counts(in_file)}"
                yield ""
            for finding in in_file:
                yield from self._finding(finding)
                yield ""

    def waived(self, findings: list[Finding]) -> Iterator[str]:
        if findings:
            yield self._paint(f"Waived: {len(findings)}", "heading")
            yield ""
        for finding in findings:
            yield from (self._paint(line, "quiet") for line in _where(finding))
            yield from self._said(finding, "quiet")
            yield from self._waiver(finding)
            yield ""

    def _finding(self, finding: Finding) -> Iterator[str]:
        yield from _where(finding)
        yield from self._said(finding)
        yield from self._source(finding)
        if finding.code not in self._explained:
            self._explained.add(finding.code)
            yield from self._sentence("why:  ", finding.rule.why)
        yield from self._sentence("cure: ", finding.cure, "message")

    def _said(self, finding: Finding, role: str = "") -> Iterator[str]:
        """Place, rule and message; the message goes below where it would be broken in the middle of a word."""
        place, severity = visible_path(str(finding.place)), finding.severity.value
        message = visible(finding.message)
        painted = (
            f"{self._paint(place, role or 'place')}: {self._paint(severity, role or severity)} {finding.code}"
        )
        whole = len(f"{place}: {severity} {finding.code} {message}")
        if self._width is None or whole <= self._width:
            yield f"{painted} {self._paint(message, role or 'message')}"
        else:
            yield painted
            yield from self._sentence("", finding.message, role or "message")

    def _source(self, finding: Finding) -> Iterator[str]:
        place = finding.place
        line = self._source_line(place) if place.line else None
        if line is None:
            return
        number = f"{_INDENT}{place.line:>4} | "
        shown, caret = caret_lines(line, place.column, (self._width or _USUAL_WIDTH) - len(number))
        yield f"{self._paint(number, 'quiet')}{shown}".rstrip()
        empty = " " * (len(number) - 2) + "| "
        yield f"{self._paint(empty, 'quiet')}{caret[:-1]}{self._paint('^', finding.severity.value)}"

    def _waiver(self, finding: Finding) -> Iterator[str]:
        if finding.waived is not None:
            yield from self._sentence("waived: ", finding.waived.reason)
            yield from self._sentence("owner:  ", f"{finding.waived.owner}, until {finding.waived.until}")

    def _sentence(self, label: str, text: str, role: str = "quiet") -> Iterator[str]:
        """Labelled and indented, in as many lines as the width wants."""
        whole = f"{_INDENT}{label}{visible(text)}"
        lines = [whole]
        if self._width is not None:
            behind = " " * len(f"{_INDENT}{label}")
            wrapper = TextWrapper(
                max(self._width, 40), subsequent_indent=behind, break_long_words=False, break_on_hyphens=False
            )
            lines = wrapper.wrap(whole)
        yield from (self._paint(line, role) for line in lines)


def _where(finding: Finding) -> tuple[str, ...]:
    """The symbolic place. “at” keeps a key of the content from beginning a line."""
    return (f"at {visible(finding.symbolic_place)}",) if finding.pointer else ()
