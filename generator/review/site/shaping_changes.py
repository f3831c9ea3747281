"""What shapes every page and belongs to no entry: the language, the words of the frame, templates and settings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model.change import ChangeClass
from generator.review.site.changed_fact import ChangedFact
from generator.review.site.compared import Compared
from generator.review.site.reworded import Reworded
from generator.review.site.site_rule import rule_fact
from generator.review.text.text_weight import text_weight

_ABOUT_TRUST = re.compile(
    r"approv|review|suspend|withdr|supersed|signed|signature|draft|submitted|overdue|preview|demonstration"
    r"|notice|not for care|kept|version",
    re.IGNORECASE,
)
"""Keys and words that tell readers whether somebody stands behind a text."""
_SHOWN = 5


def shaping_facts(base: Compared, head: Compared) -> Iterator[ChangedFact]:
    """Each change in words; of templates and settings only that they are others, for what they do cannot be told."""
    old, new = base.context.language, head.context.language
    if old != new:
        said = f"The site is in another language, and its own words were not compared: {old} → {new}"
        yield rule_fact(ChangeClass.CRITICAL, ("site", "language"), said, old, new)
    else:
        yield from _words(base, head)
    yield from _files(base, head)


def _words(base: Compared, head: Compared) -> Iterator[ChangedFact]:
    """The cause. What unchanged entries say with these words is told beside it, with the pages; of others only here."""
    before, after = base.context.words, head.context.words
    for key in sorted(before.keys() | after.keys()):
        one = Reworded(before.get(key, ""), after.get(key, ""))
        level = _level(key, one)
        if level is not ChangeClass.NONE:
            said = f"Words of the site, “{key}”: “{one.marked}”"
            yield rule_fact(level, ("site", "words", key), said, one.before, one.after)


def _level(key: str, one: Reworded) -> ChangeClass:
    """As of any text; critical too where the words say who stands behind a page."""
    weight = text_weight(one.before, one.after)
    is_about_trust = _ABOUT_TRUST.search(f"{key} {one.before} {one.after}") is not None
    return ChangeClass.CRITICAL if weight is ChangeClass.MAJOR and is_about_trust else weight


def _files(base: Compared, head: Compared) -> Iterator[ChangedFact]:
    before, after = base.shaping, head.shaping
    changed = [name for name in sorted(before.keys() | after.keys()) if before.get(name) != after.get(name)]
    if changed:
        more = len(changed) - _SHOWN
        named = ", ".join(changed[:_SHOWN]) + (f" and {more:,} more" if more > 0 else "")
        said = "Templates or settings are others. What they make of every page was not compared; look at a preview"
        yield rule_fact(ChangeClass.MAJOR, ("site", "files"), f"{said}: {named}", "", ", ".join(changed))
