"""Reading HTML back with a parser: its tags with the names of their attributes, its text, its ids and links."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset({"img", "br", "hr", "circle", "path", "line"})


@dataclass
class ReadHtml(HTMLParser):
    """What a parser finds in a piece of HTML. ``skeleton`` has no text and no attribute's value."""

    source: str
    skeleton: list[str] = field(default_factory=list)
    attributes: list[tuple[str, str, str]] = field(default_factory=list)
    texts: list[tuple[str, str]] = field(default_factory=list)
    open_tags: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.feed(self.source)
        self.close()
        assert not self.open_tags, f"never closed: {self.open_tags}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.skeleton.append(" ".join([tag, *(name for name, _ in attrs)]))
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag not in _VOID:
            self.open_tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        assert self.open_tags and self.open_tags[-1] == tag, f"</{tag}> closes {self.open_tags[-3:]}"
        self.open_tags.pop()
        self.skeleton.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        self.texts.append((self.open_tags[-1] if self.open_tags else "", data))

    def values(self, name: str, tag: str = "") -> list[str]:
        """The values of an attribute, of one tag or of all."""
        return [value for at, attribute, value in self.attributes if attribute == name and at == (tag or at)]

    def text(self, tag: str = "") -> str:
        """All text, or the text directly inside one kind of tag."""
        return "".join(data for at, data in self.texts if at == (tag or at))
