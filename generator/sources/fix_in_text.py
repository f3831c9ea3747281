"""A fix inside one text."""

from __future__ import annotations

import re

from generator.diagnostics import Fix


def fixed_text(text: str, fix: Fix) -> str:
    """The text with every occurrence changed that adjoins neither a letter nor a digit."""
    return _pattern(fix).sub(lambda match: fix.after, text)


def occurrences(text: str, fix: Fix) -> list[tuple[int, int]]:
    """Where the fix changes the text: start and end, in code points."""
    return [match.span() for match in _pattern(fix).finditer(text)] if fix.before else []


def _pattern(fix: Fix) -> re.Pattern[str]:
    # An empty text would be found everywhere; what nothing can match stands for it.
    return re.compile(rf"(?<![^\W_]){re.escape(fix.before)}(?![^\W_])" if fix.before else r"(?!)")
