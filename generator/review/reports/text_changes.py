"""A comparison for a person at a terminal: counts, one line for each fact, and what is to be done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import TextWrapper

from generator.diagnostics.text_report import Paint, plain, visible
from generator.model.change import ChangeClass
from generator.review.reports.change_counts import counts_in_words
from generator.review.reports.report_words import (
    decision_words,
    fact_words,
    is_lesser_rule,
    need_words,
    pages_words,
    where_words,
)
from generator.review.site.changed_fact import ChangedFact, LibraryComparison

_ROLES = {ChangeClass.CRITICAL: "error", ChangeClass.MAJOR: "warning"}
_NARROWEST = 40


def text_changes(comparison: LibraryComparison, paint: Paint = plain, *, width: int | None = None) -> str:
    """Everything that a comparison found; nothing is left out. Lines are wrapped at ``width`` cells, if given."""
    writer = _Writer(paint, width)
    sections = (
        writer.head(comparison),
        writer.facts([fact for fact in comparison.facts if not is_lesser_rule(fact)]),
        writer.rules([fact for fact in comparison.facts if is_lesser_rule(fact)]),
        writer.new_pages(comparison),
        writer.needs(comparison),
        writer.notes(comparison),
        writer.decisions(comparison),
    )
    return "".join(f"{line}\n" for section in sections for line in section)


class _Writer:
    def __init__(self, paint: Paint, width: int | None) -> None:
        self._paint = paint
        self._width = width

    def head(self, comparison: LibraryComparison) -> Iterator[str]:
        sides = f"{comparison.base} → {comparison.head}: "
        yield self._paint(visible(f"{sides}{counts_in_words(comparison)}"), "heading")

    def facts(self, facts: Sequence[ChangedFact]) -> Iterator[str]:
        for level in ChangeClass:
            of = [fact for fact in facts if fact.level is level]
            if of:
                yield ""
                yield self._paint(f"{level.value.upper()} ({len(of)})", _ROLES.get(level, "note"))
            for fact in of:
                yield from self._fact(fact)

    def rules(self, facts: Sequence[ChangedFact]) -> Iterator[str]:
        yield from self._title("Other changes of the rules of the site", facts)
        for fact in facts:
            yield from self._line(
                f"{fact.level.value}: {fact.sentence}", "  ", _ROLES.get(fact.level, "message")
            )

    def new_pages(self, comparison: LibraryComparison) -> Iterator[str]:
        yield from self._title("New pages", comparison.new_pages)
        for page in comparison.new_pages:
            yield from self._line(pages_words([page]), "  ", "message")

    def needs(self, comparison: LibraryComparison) -> Iterator[str]:
        yield from self._title("Before approval, the editorial policy asks for", comparison.needs)
        for need in comparison.needs:
            yield from self._line(f"{need_words(need)}: {pages_words(need.pages)}", "  ", "message")

    def notes(self, comparison: LibraryComparison) -> Iterator[str]:
        yield from self._title("Readers are not told: no change note", comparison.notes)
        for note in comparison.notes:
            yield from self._line(f"{note.level.value}: {', '.join(note.entries)}", "  ", _ROLES[note.level])
            yield from self._line(
                "cure: write a note under changes: in the entry; to begin with:", "    ", "quiet"
            )
            yield from (self._paint(f"      {visible(line)}", "message") for line in note.yaml.splitlines())

    def decisions(self, comparison: LibraryComparison) -> Iterator[str]:
        yield from self._title("Decisions that were added", comparison.decisions)
        for decision in comparison.decisions:
            yield from self._line(decision_words(decision), "  ", "message")

    def _title(self, title: str, items: Sequence[object]) -> Iterator[str]:
        if items:
            yield ""
            yield self._paint(f"{title} ({len(items)})", "heading")

    def _fact(self, fact: ChangedFact) -> Iterator[str]:
        yield from self._line(fact_words(fact), "  ", "message")
        if where := where_words(fact):
            yield from self._line(where, "      ", "quiet")

    def _line(self, text: str, indent: str, role: str) -> Iterator[str]:
        lines = [f"{indent}{visible(text)}"]
        if self._width is not None:
            wrapper = TextWrapper(
                max(self._width, _NARROWEST),
                subsequent_indent=f"{indent}  ",
                break_long_words=False,
                break_on_hyphens=False,
            )
            lines = wrapper.wrap(lines[0]) or lines
        yield from (self._paint(line, role) for line in lines)
