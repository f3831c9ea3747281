"""How grave it is that a whole text is new or gone: what counts in a sentence counts also where the sentence is."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from generator.model.change import ChangeClass, Operation, Topic, worst
from generator.model.statement import Statement
from generator.review.contents.cited_text import cited_text
from generator.review.contents.described import texts_of
from generator.review.contents.found_changes import Place
from generator.review.text.text_tokens import WordKind, tokens

_NO_AMOUNTS = frozenset({"percent", "per", "times", "fold", "degree", "°", "‰"})


def whole_level(operation: Operation, value: Any, place: Place) -> ChangeClass:
    """The class of the rule; critical for a text with an amount, such as 5 mg, and for one gone that said “not”.

    How something was found, and whether, is told with its class alone.
    """
    level = place.rule.level(operation)
    if place.rule.topic is Topic.EVIDENCE:
        return level
    is_gone = operation is Operation.UNSET
    is_grave = any(_is_grave(text, is_gone=is_gone) for text in texts_of(_words(value, place)))
    return worst([level, ChangeClass.CRITICAL]) if is_grave else level


def _words(value: Any, place: Place) -> Any:
    if Statement in place.shape.parts:
        return value.get("wording") if isinstance(value, Mapping) else None
    return value if place.rule.is_text else None


def _is_grave(text: str, *, is_gone: bool) -> bool:
    words = tokens(cited_text(text).words)
    if is_gone and any(word.kind is WordKind.NEGATION for word in words):
        return True
    return any(
        number.kind is WordKind.NUMBER and unit.kind is WordKind.UNIT and unit.key not in _NO_AMOUNTS
        for number, unit in pairwise(words)
    )
