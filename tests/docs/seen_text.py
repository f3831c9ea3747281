"""What a reader sees of a built page, a line for each block of its text."""

from __future__ import annotations

from html.parser import HTMLParser

_INLINE = frozenset(
    {
        *("a", "abbr", "b", "bdi", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "label", "mark"),
        *("q", "s", "small", "span", "strong", "sub", "sup", "time", "u", "var"),
    }
)
_UNSEEN = frozenset({"script", "style", "template", "title"})
_VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "wbr", "source", "col"})


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = [""]
        self._open: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._break(tag)
        if tag not in _VOID:
            self._open.append((tag, tag in _UNSEEN or "hidden" in dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        self._break(tag)
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not any(is_unseen for _, is_unseen in self._open):
            self.lines[-1] += data

    def _break(self, tag: str) -> None:
        if tag not in _INLINE and self.lines[-1]:
            self.lines.append("")


def seen_lines(html: str) -> list[str]:
    """The lines of a page without what is hidden."""
    reader = _Reader()
    reader.feed(html)
    return [line for line in (" ".join(one.split()) for one in reader.lines) if line]
