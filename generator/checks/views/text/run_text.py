"""The words that an author wrote, out of all that readers read: our own wording of doses and facts is left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.checks.context import CheckContext
from generator.checks.once import once
from generator.checks.views.text.own_marks import masked
from generator.checks.views.text.prose_text import PROSE
from generator.checks.walk import walk_fields
from generator.diagnostics import Finding, Fix, Pointer, Rule, pointer_text
from generator.model.entries.entry import Entry
from generator.model.text import MARKERS
from generator.pages.inline import Inline, Run, Text
from generator.pages.site_text import EditionText, TextRun

_TITLES = frozenset({"question", "title"})
"""Fields above the page whose words carry no place of their own."""


@dataclass(frozen=True, slots=True)
class OwnText:
    """One text of an author. ``plain`` is as long as ``written``, so that a place in one is the same in the other.

    ``run`` is given for a page of prose only, where there is no entry.
    """

    written: str
    plain: str
    entry: str
    pointer: Pointer
    run: TextRun | None = None

    def finding(
        self, context: CheckContext, rule: Rule, message: str, cure: str = "", *, fix: Fix | None = None
    ) -> Finding:
        """A finding at this text."""
        if self.run is not None:
            return context.text_finding(rule, self.run, message, cure)
        return context.finding(rule, self.entry, self.pointer, message, cure, fix=fix)

    def fix(self, start: int, end: int, after: str) -> Fix | None:
        """The change of what stands there; none inside a word, nor where the same stands elsewhere in the text, too."""
        around = self.written[max(0, start - 1) : start] + self.written[end : end + 1]
        before = self.written[start:end]
        is_alone = self.written.count(before) == 1 and not any(sign.isalnum() for sign in around)
        if self.run is not None or "\n" in before or not is_alone:
            return None
        return Fix(before, after)

    def shown(self, start: int, end: int) -> str:
        """What stands there, as an author finds it in the file."""
        return " ".join(self.written[start:end].split())


def own_texts(context: CheckContext, text: EditionText) -> tuple[OwnText, ...]:
    """The texts of an edition or page that an author wrote and readers see. They are worked out once."""
    return once(context, _own_texts, text.entry, text.audience)


def profile_of(context: CheckContext, text: EditionText) -> str:
    """The writing profile of the readers; empty for prose, which has none."""
    audience = context.library.audiences.get(text.audience)
    return audience.profile if audience is not None else ""


def _own_texts(context: CheckContext, entry_id: str, audience: str) -> tuple[OwnText, ...]:
    text = context.text_of(entry_id, audience)
    if text is None:
        return ()
    return tuple(_of_prose(text) if entry_id.startswith(PROSE) else _of_entry(context, text))


def _of_prose(text: EditionText) -> Iterator[OwnText]:
    for run in text.runs:
        yield OwnText(run.words.text, masked(run.words.text), text.entry, (), run)


def _of_entry(context: CheckContext, text: EditionText) -> Iterator[OwnText]:
    entry = context.library.entry(text.entry)
    if entry is None:
        return
    shown = {run.words.pointer for run in text.runs}
    for pointer, audience, written in context.wordings(entry):
        if audience == text.audience and _is_shown(pointer, shown):
            yield OwnText(written, masked(written), entry.id, pointer)
    printed = {" ".join(piece.split()) for run in text.runs for piece in _pieces(run.words.run)}
    for pointer, written in _labels(context, entry):
        if " ".join(written.split()) in printed:
            yield OwnText(written, masked(written), entry.id, pointer)


def _is_shown(pointer: Pointer, shown: set[str]) -> bool:
    above = (pointer_text(pointer[:length]) for length in range(len(pointer), 0, -1))
    return pointer[0] in _TITLES or any(place in shown for place in above)


def _pieces(run: Run) -> Iterator[str]:
    for node in run:
        if isinstance(node, Text):
            yield node.text
        else:
            yield from _pieces(_children(node))


def _children(node: Inline) -> Run:
    children: Any = getattr(node, "children", ())
    return tuple(children)


def _labels(context: CheckContext, entry: Entry) -> Iterator[tuple[Pointer, str]]:
    """Titles and other short texts without markup."""
    for above, part in context.parts(entry):
        for pointer, value in walk_fields(part, above):
            if isinstance(value, str) and value not in MARKERS and pointer[-1] != "id":
                yield pointer, value
