"""Inline text as a small tree that every writer (HTML, print, search) walks. The nodes here are all there are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Text:
    """Words as they stand."""

    text: str


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit: never parted at the end of a line."""

    text: str


@dataclass(frozen=True, slots=True)
class Missing:
    """Words that say that the source omits something."""

    text: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Words with stress."""

    children: Run


@dataclass(frozen=True, slots=True)
class Strong:
    """Words of importance."""

    children: Run


@dataclass(frozen=True, slots=True)
class Superscript:
    """Raised text."""

    children: Run


@dataclass(frozen=True, slots=True)
class Subscript:
    """Lowered text."""

    children: Run


@dataclass(frozen=True, slots=True)
class Link:
    """A link to another host: ``https:``, ``http:`` or ``mailto:`` only."""

    address: str
    children: Run


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link inside the site. ``path`` is from the site's root without a leading stroke, with an optional fragment.

    A fragment alone (``#dose-x``) stays on the page.
    """

    path: str
    children: Run


@dataclass(frozen=True, slots=True)
class CitationMark:
    """One number of a citation. ``anchor`` names this mention, so that the reference can link back to it."""

    number: int
    key: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Citation:
    """The works that the words before it stand on."""

    marks: tuple[CitationMark, ...]


Inline: TypeAlias = (
    Text | Amount | Missing | Emphasis | Strong | Superscript | Subscript | Link | PageLink | Citation
)
Run: TypeAlias = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """A run of text with its audience and its place in the source (entry id and pointer as text)."""

    run: Run
    audience: str = ""
    entry: str = ""
    pointer: str = ""

    @property
    def text(self) -> str:
        """The words alone, without citations."""
        return plain_text(self.run)


def words(text: str) -> Words:
    """Words that come from no entry, such as a heading of the site."""
    return Words((Text(text),))


def plain_text(run: Iterable[Inline]) -> str:
    """The words of a run without marks and citations."""
    return "".join(_plain(node) for node in run)


def _plain(node: Inline) -> str:
    if isinstance(node, (Text, Amount, Missing)):
        return node.text
    if isinstance(node, Citation):
        return ""
    return plain_text(node.children)
