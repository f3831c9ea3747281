"""What changed in a text: its words, weighed one by one, and its citations, each on its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from generator.model.change import ChangeClass, Operation, worst
from generator.review.contents.cited_text import CitedText, cited_text
from generator.review.contents.found_changes import FoundChanges, Place
from generator.review.contents.schema_walk import Shape
from generator.review.text.text_weight import text_weight

_CITED = "cites"
"""The last step of the path of a citation inside a text."""


def compare_wordings(
    before: Mapping[str, Any], after: Mapping[str, Any], place: Place, found: FoundChanges
) -> None:
    """Compare the words for readers. An edition has those of one audience."""
    for audience in sorted(before.keys() | after.keys(), key=str):
        old, new = before.get(audience), after.get(audience)
        here = place if len(before.keys() | after.keys()) == 1 else place.below(audience)
        if old is None or new is None:
            found.add(here, Operation.SET if old is None else Operation.UNSET, old, new)
        elif old != new:
            compare_texts(old, new, here, found)


def compare_texts(before: str, after: str, place: Place, found: FoundChanges) -> None:
    """Compare two texts: at least one change is noted."""
    old, new = cited_text(before), cited_text(after)
    has_cited = _compare_cited(old, new, place, found)
    if has_cited and old.words.split() == new.words.split():
        return
    weight = text_weight(old.words, new.words, found.drug_words)
    if weight is ChangeClass.NONE:
        # Only spaces or the form of characters: nothing that readers see, and yet another text.
        weight = ChangeClass.EDITORIAL
    level = weight if weight is not ChangeClass.MAJOR else worst([weight, place.rule.replace])
    found.add(place, Operation.REPLACE, before, after, level)


def _compare_cited(old: CitedText, new: CitedText, place: Place, found: FoundChanges) -> bool:
    """Note each citation that is gone or new, or else that they stand elsewhere; whether any was noted."""
    if old.cited == new.cited:
        return False
    cited = replace(place, rule=place.citations, shape=Shape()).below(_CITED)
    gone, come = Counter(old.keys) - Counter(new.keys), Counter(new.keys) - Counter(old.keys)
    for key in sorted(gone):
        found.add(cited.below(key), Operation.UNSET, key)
    for key in sorted(come):
        found.add(cited.below(key), Operation.SET, None, key)
    if gone or come:
        return True
    return _note_moved(old, new, cited, found)


def _note_moved(old: CitedText, new: CitedText, cited: Place, found: FoundChanges) -> bool:
    """The same citations: behind other words they support something else; where words are new, nobody can tell."""
    has_same_words = old.words.split() == new.words.split()
    if sorted(old.cited, key=_by_place) == sorted(new.cited, key=_by_place):
        operation, level = Operation.REORDER, cited.rule.reorder
    elif has_same_words or old.keys != new.keys:
        operation, level = Operation.MOVE, worst([cited.rule.move, cited.rule.replace])
    else:
        return False
    found.add(cited, operation, ", ".join(old.keys), ", ".join(new.keys), level)
    return True


def _by_place(cited: tuple[str, int]) -> tuple[int, str]:
    return cited[1], cited[0]
