"""Where the lines of a long text begin."""

from __future__ import annotations

from bisect import bisect_right


class LineIndex:
    """Finds line and column of many places of one text (lines end in LF) in short time."""

    def __init__(self, text: str) -> None:
        self._starts = [0]
        start = text.find("\n") + 1
        while start:
            self._starts.append(start)
            start = text.find("\n", start) + 1

    def line_and_column(self, index: int) -> tuple[int, int]:
        """The line and column, both from 1, of the code point at an index."""
        line = bisect_right(self._starts, index)
        return line, index - self._starts[line - 1] + 1
