"""What changes, or a whole edition, are about: the editorial policy asks for roles by topic."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.model.change import ALL_TOPICS, ChangeClass, ClinicalChange, Topic
from generator.model.field import Part
from generator.review.contents.comparison import content_kind
from generator.review.contents.quote_comparison import quoted_kind
from generator.review.contents.schema_walk import fields_of, parts_in


def topics_of(changes: Iterable[ClinicalChange]) -> frozenset[Topic]:
    """The topics that changes touch. What could not be compared may be about anything."""
    found = [change for change in changes if change.level is not ChangeClass.NONE]
    if not all(change.is_compared for change in found):
        return ALL_TOPICS
    return frozenset(change.topic for change in found)


def topics_in(closure: Mapping[str, Any]) -> frozenset[Topic]:
    """Every topic of an edition, for its first approval. A dose is one of its own, one quoted, or a usual limit."""
    content = closure.get("content")
    kind = content_kind(content)
    if kind is None or not isinstance(content, Mapping):
        return ALL_TOPICS
    quotes = closure.get("quotes")
    quoted = quotes if isinstance(quotes, Mapping) else {}
    topics = set(_topics(content, kind))
    for name, part in quoted.items():
        known = quoted_kind(str(name))
        if known is not None and isinstance(part, Mapping):
            topics.update(_topics(part, known))
    topics.discard(Topic.DOSE)
    has_doses = content.get("doses") or content.get("usual_limits")
    if has_doses or any(str(name).startswith("dose:") for name in quoted):
        topics.add(Topic.DOSE)
    return frozenset(topics)


def _topics(part: Mapping[str, Any], kind: type[Part]) -> Iterator[Topic]:
    known = fields_of(kind)
    for key, value in part.items():
        if key in known:
            yield known[key].rule.topic
            for below, below_kind in parts_in(value, known[key].shape):
                yield from _topics(below, below_kind)
