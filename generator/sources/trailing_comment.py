"""Comments behind a plain value that may be the end of the value."""

from __future__ import annotations

import re

from generator.diagnostics import Rule
from generator.sources.source_rules import COMMENT_CUTS_VALUE, COMMENT_LIKE_VALUE

_COMMENT = re.compile(r"[ ]*#([^\r\n]{0,200})")
_PART_OF_A_VALUE = re.compile(
    r"""[ ]+(?:
        [<>≤≥±~]?\s*\d
      | [%/×]
      | (?:per|each|every|daily|weekly|monthly|once|twice|max|maximum|of|to|or)\b
      | (?:kg|g|mg|mcg|[uµμ]g|ng|l|ml|dl|iu|units?|mmol|[uµμ]mol|mol|meq|kcal|kda|bpm|mmhg)\b
      | (?:s|min|h|d|wk|mo|a|seconds?|minutes?|hours?|days?|weeks?|months?|years?)\b
      | (?:doses?|tablets?|capsules?|puffs?|drops?|patch(?:es)?|infusions?|cycles?)\b
    )""",
    re.VERBOSE | re.IGNORECASE,
)


def trailing_comment(text: str, end: int) -> tuple[Rule, str, int] | None:
    """The rule that a comment behind a plain value breaks, with the comment and the index of its ``#``.

    ``end`` is the index in the text at which the value ends. None if there is no comment or an honest one.
    """
    match = _COMMENT.match(text, end)
    if match is None:
        return None
    comment, index = match[1], match.start(1) - 1
    if comment and comment[0] not in " #":
        return COMMENT_CUTS_VALUE, f"#{comment.rstrip()}", index
    if _PART_OF_A_VALUE.match(comment):
        return COMMENT_LIKE_VALUE, f"#{comment.rstrip()}", index
    return None
