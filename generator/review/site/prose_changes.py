"""Pages of prose that are new, gone or say something else. Nobody approves them, and yet readers act on them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.model.change import ChangeClass, ClinicalChange, Operation, Topic, worst
from generator.model.library import Prose
from generator.review.site.changed_fact import ChangedFact, ComparedPage, FactKind
from generator.review.words.closure_names import shortened
from generator.review.site.compared import Compared
from generator.review.site.prose_lines import prose_lines
from generator.review.site.reworded import Reworded, reworded
from generator.review.text.text_weight import text_weight

_BEGINNING = 160


def prose_facts(base: Compared, head: Compared) -> Iterator[ChangedFact]:
    """A fact for each place of a page whose words are others, and one for each page that is new or gone."""
    old, new = ({one.path: one for one in side.library.prose} for side in (base, head))
    drugs = base.drug_words | head.drug_words
    for path in sorted(old.keys() | new.keys()):
        if any(side.cannot_read(f"pages/{path}.md") for side in (base, head)):
            continue  # told as that: the page is neither new nor gone
        was = prose_lines(old[path], base.library.images) if path in old else []
        now = prose_lines(new[path], head.library.images) if path in new else []
        page = new[path] if path in new else old[path]
        yield from _said_otherwise(page, was, now, drugs) if was and now else [_whole(page, was, now, drugs)]


def prose_key(path: str) -> tuple[str, str]:
    """How reports name a page of prose: by its file below the content; it has no editions."""
    return f"pages/{path}.md", ""


def _said_otherwise(
    page: Prose, was: Sequence[str], now: Sequence[str], drugs: frozenset[str]
) -> Iterator[ChangedFact]:
    for one in reworded(was, now):
        weight = text_weight(one.before, one.after, drugs)
        # Lines that differ in nothing but the form of their letters.
        level = ChangeClass.EDITORIAL if weight is ChangeClass.NONE else weight
        yield _fact(page, one, level, f"Page of text “{page.title}”: “{one.marked}”")


def _whole(page: Prose, was: Sequence[str], now: Sequence[str], drugs: frozenset[str]) -> ChangedFact:
    """A page that is new or gone: at least major, whatever its words."""
    one = Reworded(" ".join(was), " ".join(now))
    level = worst([ChangeClass.MAJOR, text_weight(one.before, one.after, drugs)])
    words = " ".join((was or now)[1:])
    begins = f", with {len(words.split()):,} words: “{shortened(words, _BEGINNING)}”" if words else ""
    return _fact(page, one, level, f"Page of text “{page.title}” is {'gone' if was else 'new'}{begins}")


def _fact(page: Prose, one: Reworded, level: ChangeClass, sentence: str) -> ChangedFact:
    operation = Operation.SET if not one.before else Operation.REPLACE if one.after else Operation.UNSET
    change = ClinicalChange(
        level,
        operation,
        Topic.TEXT,
        ("prose", page.path),
        before=one.before,
        after=one.after,
        sentence=sentence,
    )
    named = ComparedPage(*prose_key(page.path), page.title, "page of text")
    return ChangedFact(FactKind.PROSE, f"prose:{page.path}", change, pages=(named,))
