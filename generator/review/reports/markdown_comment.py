"""A comparison as one comment on a proposed change: it always fits, and no critical change is folded away."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.model.change import ChangeClass
from generator.review.reports.change_counts import counts_in_words, left_out_words
from generator.review.reports.markdown_room import Room, Section, fill
from generator.review.reports.markdown_safe import markdown_safe
from generator.review.reports.report_words import (
    decision_words,
    fact_words,
    is_lesser_rule,
    need_words,
    pages_words,
    where_words,
)
from generator.review.site.changed_fact import ChangedFact, LibraryComparison, MissingNote

MOST_CHARACTERS = 58_000
MOST_BYTES = 63_000
"""Less than the 60,000 characters and 65,000 bytes of a comment, so that whoever posts it can add a few words."""
_ADDRESS = re.compile(r"https?://[^\s<>\"`\\|]{1,500}")
_SENTENCE = 1_500
_WHERE = 400
_URGENCY = {ChangeClass.CRITICAL: 0, ChangeClass.MAJOR: 3, ChangeClass.MINOR: 4, ChangeClass.EDITORIAL: 5}


def markdown_comment(comparison: LibraryComparison, *, full_report: str = "") -> str:
    """Markdown under 60,000 characters and 65,000 bytes. ``full_report`` is the address of the report that has all.

    What does not fit is counted exactly. Criticals get their room first.
    """
    head = list(_head(comparison))
    foot = _foot(full_report)
    room = Room(MOST_CHARACTERS, MOST_BYTES)
    for line in (*head, *foot):
        room.take(line)
    sections = _sections(comparison)
    fill([section for section, _ in sections], room)
    lines = [*head]
    for section, facts in sections:
        lines += _written(section, facts)
    return "\n".join((*lines, *foot)) + "\n"


def _head(comparison: LibraryComparison) -> Iterator[str]:
    yield f"### Clinical changes: {markdown_safe(counts_in_words(comparison))}"
    yield ""
    sides = f"{comparison.base} → {comparison.head}"
    yield f"{markdown_safe(sides, _WHERE)}, {comparison.compared:,} editions compared"


def _foot(full_report: str) -> tuple[str, ...]:
    if not _ADDRESS.fullmatch(full_report):
        return ("", "The full report is among the files of this run.")
    return ("", f"[The full report](<{full_report}>)")


def _sections(comparison: LibraryComparison) -> list[tuple[Section, Sequence[ChangedFact]]]:
    content = [fact for fact in comparison.facts if not is_lesser_rule(fact)]
    rules = [fact for fact in comparison.facts if is_lesser_rule(fact)]
    needs = [_item(f"{need_words(one)}: {pages_words(one.pages)}") for one in comparison.needs]
    pages = [_item(pages_words([one])) for one in comparison.new_pages]
    decisions = [_item(decision_words(one)) for one in comparison.decisions]
    critical, *others = (_of_level(level, content) for level in _URGENCY)
    return [
        critical,
        (Section("#### Before approval, the editorial policy asks for", needs, 1), ()),
        (
            Section("#### Readers are not told: no change note", [_note(one) for one in comparison.notes], 2),
            (),
        ),
        *others,
        (Section("#### Other changes of the rules of the site", [_line(one) for one in rules], 4), rules),
        (Section("#### New pages", pages, 4), ()),
        (Section("#### Decisions that were added", decisions, 6), ()),
    ]


def _of_level(level: ChangeClass, facts: Sequence[ChangedFact]) -> tuple[Section, Sequence[ChangedFact]]:
    of = [fact for fact in facts if fact.level is level]
    title = f"#### {level.value.capitalize()} ({len(of):,})"
    return Section(title, [_line(fact) for fact in of], _URGENCY[level]), of


def _line(fact: ChangedFact) -> str:
    sentence = markdown_safe(fact_words(fact), _SENTENCE)
    bold = f"**{sentence}**" if fact.level is ChangeClass.CRITICAL else sentence
    level = f"{fact.level.value}: " if is_lesser_rule(fact) else ""
    where = where_words(fact)
    return f"- {level}{bold}" + (f" — {markdown_safe(where, _WHERE)}" if where else "")


def _item(text: str) -> str:
    return f"- {markdown_safe(text, _SENTENCE)}"


def _note(note: MissingNote) -> str:
    """The entry with a note to copy; a fence of tildes, which no line of YAML of ours begins with."""
    entries = markdown_safe(", ".join(note.entries), _WHERE)
    return f"- {note.level.value}: {entries}. Write a note under `changes:`; to begin with:\n\n~~~yaml\n{note.yaml}~~~"


def _written(section: Section, facts: Sequence[ChangedFact]) -> Iterator[str]:
    if not section.lines:
        return
    yield from ("", section.title)
    yield from section.lines[: section.shown]
    if section.left_out:
        what = left_out_words(facts[section.shown :]) or f"{section.left_out:,}"
        yield f"- **{what} more did not fit here: see the full report.**"
