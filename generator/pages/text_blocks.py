"""Text: paragraphs, lists, facts, tables, callouts, pictures, prose."""

from __future__ import annotations

from dataclasses import dataclass

from generator.pages.inline import Words


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what is said under it."""

    label: str
    words: Words


@dataclass(frozen=True, slots=True)
class Group:
    """A small heading with statements below it."""

    label: str
    items: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """A list of labels and what is said under each."""

    items: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """Paragraphs, one statement each."""

    items: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Bullets:
    """Statements, one per line."""

    items: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class SubHeading:
    """A heading below that of the section."""

    anchor: str
    words: Words


@dataclass(frozen=True, slots=True)
class ThresholdLine:
    """A value at which something is done, and what."""

    value: Words
    action: Words


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of cells; the first is its header. ``thresholds`` stand below it."""

    cells: tuple[Words, ...]
    pointer: str
    thresholds: tuple[ThresholdLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A labelled table; on a phone each row becomes a card."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[TableRow, ...]


@dataclass(frozen=True, slots=True)
class Callout:
    """Words that stand out. ``tone`` is ``warning``, ``alert`` (high-alert drug) or ``note``."""

    tone: str
    title: str
    items: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """An image of ``content/images/`` with its text alternative."""

    path: str
    alt: str
    caption: Words | None
    credit: str


@dataclass(frozen=True, slots=True)
class Markdown:
    """A page of prose: untrusted Markdown of ``content/pages/``. ``links`` maps ``entry:id`` to paths."""

    text: str
    links: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class SearchForm:
    """The place where the search page shows its form and results."""
