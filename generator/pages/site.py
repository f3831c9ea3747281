"""The site as data: every page with its sections, its state and what search must know of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.pages.audit import Audit
from generator.pages.blocks import Block
from generator.pages.feed import Feed
from generator.pages.inline import Words


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a page. ``is_clinical`` sections are what the digest of the rendered words covers."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    is_clinical: bool = True


@dataclass(frozen=True, slots=True)
class Crumb:
    """One step of the breadcrumb. The last has no path."""

    label: str
    path: str | None


@dataclass(frozen=True, slots=True)
class EditionLink:
    """A link to an edition of the same entry."""

    audience: str
    label: str
    switch: str
    path: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class StateStep:
    """One step of the review: exactly one of them, or none (then the state stands outside them), is current."""

    code: str
    words: str
    is_current: bool
    is_done: bool


@dataclass(frozen=True, slots=True)
class StatusBar:
    """State in words, who made it and when, and the warning of what is not approved (empty where approved).

    ``lacks`` says what an approval still needs. ``due_day`` is ``2027-11-22``: read after that day, an approved page
    says that its review is overdue. ``published`` is the day of the last major change, ``updated`` that of the last
    of any kind. ``history`` is the path of the page that tells all versions.
    """

    code: str
    words: str
    steps: tuple[StateStep, ...]
    decided: str
    warning: str
    updated: str
    due: str
    due_day: str
    digest: str
    short_digest: str
    lacks: tuple[str, ...] = ()
    published: str = ""
    full_review: str = ""
    history: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """A finding shown beside what it is about. ``waived`` says until when, by whom and why it is let stand."""

    code: str
    severity: str
    message: str
    waived: str = ""


@dataclass(frozen=True, slots=True)
class EvidenceTag:
    """When the evidence of a recommendation was reviewed: ``[new 2026]``, with its meaning in words.

    ``code`` is ``new``, ``reviewed`` or ``amended``.
    """

    code: str
    text: str
    meaning: str


@dataclass(frozen=True, slots=True)
class SearchFacts:
    """What search must know: filters, and names under which the page is found though they may not stand on it."""

    kind: str
    audience: str
    state: str
    conditions: tuple[str, ...] = ()
    drugs: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """One page. ``path`` is its address from the site's root: ``summaries/x/clinician/`` (the home page: empty).

    ``frame`` names the frame: ``entry`` for pages outside the navigation, ``index`` for those that stand in it.
    ``notices`` maps a block's ``pointer`` to the open findings about it, ``tags`` that of a recommendation to its tag.
    """

    path: str
    kind: str
    kind_words: str
    entry: str
    audience: str
    title: str
    heading: Words
    description: str
    frame: str = "entry"
    breadcrumb: tuple[Crumb, ...] = ()
    status: StatusBar | None = None
    editions: tuple[EditionLink, ...] = ()
    lead: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    notices: Mapping[str, tuple[Notice, ...]] = field(default_factory=dict)
    tags: Mapping[str, EvidenceTag] = field(default_factory=dict)
    is_indexed: bool = False
    search: SearchFacts | None = None
    language: str = "en"

    @property
    def depth(self) -> int:
        """How many folders deep the page lies: the home page 0, ``drugs/x/`` 2."""
        return self.path.count("/")


@dataclass(frozen=True, slots=True)
class RedirectPage:
    """A retired address and where it leads."""

    path: str
    to: str
    title: str


@dataclass(frozen=True, slots=True)
class Site:
    """All pages, in the order of their addresses, with the words of the user interface.

    ``feed`` and ``audit`` are what programs read of the record.
    """

    pages: tuple[Page, ...]
    redirects: tuple[RedirectPage, ...]
    words: Mapping[str, str]
    is_demonstration: bool = False
    is_preview: bool = False
    images: tuple[str, ...] = ()
    feed: Feed | None = None
    audit: Audit | None = None
