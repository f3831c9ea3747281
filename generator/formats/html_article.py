"""The drawing of one article: what its templates ask for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from markupsafe import Markup

from generator.formats.html_contents import Heading
from generator.formats.html_inline import InlineWriter
from generator.formats.html_links import (
    EXTERNAL_REL,
    SiteAddresses,
    doi_address,
    pubmed_address,
    safe_address,
)
from generator.formats.html_notices import NoticeBoard
from generator.formats.html_plot import interval_axis, interval_plot
from generator.formats.prose_markdown import render_prose
from generator.pages.blocks import FigureCard, OptionLine, ReferenceItem, SubHeading
from generator.pages.blocks import Markdown as MarkdownBlock
from generator.pages.inline import Words
from generator.pages.site import Page, Section

if TYPE_CHECKING:
    from jinja2 import Environment

_CAPITAL = re.compile(r"(?<!^)(?=[A-Z])")
_TOP_LEVEL = 2


def article_environment(template_folders: Sequence[Path], words: Mapping[str, str]) -> Environment:
    """The environment of the article's templates. Everything is escaped; a word that is missing is an error."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader([folder / "article" for folder in template_folders]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals |= {"word": dict(words), "external": EXTERNAL_REL}
    environment.filters["fill"] = _fill
    return environment


class ArticleDrawing:
    """One article while it is drawn. Templates know it as ``write``; its public methods are what they may call."""

    def __init__(
        self, environment: Environment, page: Page, addresses: SiteAddresses, policy_path: str
    ) -> None:
        self._environment = environment
        self._page = page
        self._addresses = addresses
        self._policy_path = policy_path
        self._taken: set[str] = {section.id for section in page.sections}
        words = cast("Mapping[str, str]", environment.globals["word"])
        self._inline = InlineWriter(addresses, words["reference"], self.claim)
        self._board = NoticeBoard(page.notices)
        self.level = _TOP_LEVEL
        self._is_below_subheading = False
        self.headings: list[Heading] = []

    @property
    def level_below(self) -> int:
        """The level of a heading of a block that may stand below a sub-heading of its section."""
        return self.level + (1 if self._is_below_subheading else 0)

    def article(self) -> str:
        """The whole article."""
        body = Markup("").join(self._section(section) for section in self._page.sections)
        return self.part("page", page=self._page, body=body)

    def part(self, name: str, **values: Any) -> Markup:
        """A template by its name without the suffix."""
        template = self._environment.get_template(f"{name}.html.j2")
        return Markup(template.render(write=self, **values))  # noqa: S704 - our own template, which escapes

    def block(self, block: object) -> Markup:
        """A block by the template of its name (``DoseTable``: ``dose-table``), with its open findings beside it."""
        self._note_heading(block)
        with self._board.around():
            drawn = self.part(_CAPITAL.sub("-", type(block).__name__).lower(), block=block)
            return drawn + self.notices()

    def words(self, words: Words) -> Markup:
        """Words as HTML. Findings about them wait for the next ``notices``."""
        self._board.wait(words.pointer)
        return self._inline.write(words.run)

    def statement(self, words: Words, *, tagged: bool = False) -> Markup:
        """Words with their open findings after them; for places that may hold a list.

        ``tagged`` are those that may be a recommendation's, which then has its tag.
        """
        return self.words(words) + (self.tag(words.pointer) if tagged else Markup("")) + self.notices()

    def tag(self, pointer: str) -> Markup:
        """When the evidence of the recommendation from this place was reviewed; nothing where no review is recorded."""
        tag = self._page.tags.get(pointer)
        return self.part("evidence-tag", tag=tag) if tag else Markup("")

    def notices(self, pointer: str = "") -> Markup:
        """The open findings about a place and about the words written since the last call, each once in a block."""
        found = self._board.take(pointer)
        return self.part("notices", notices=found) if found else Markup("")

    def id(self, anchor: str) -> Markup:
        """The attribute ``id``, unless there is no anchor or it is taken."""
        return Markup(' id="{}"').format(anchor) if anchor and self.claim(anchor) else Markup("")

    def claim(self, anchor: str) -> bool:
        """Take an anchor; False if it was taken."""
        is_free = anchor not in self._taken
        self._taken.add(anchor)
        return is_free

    def address(self, path: str) -> str:
        """The address of a path of the site, from this page."""
        return self._addresses.to(path)

    def policy(self) -> str:
        """The address of the editorial policy, or nothing."""
        return self.address(self._policy_path) if self._policy_path else ""

    def prose(self, block: MarkdownBlock) -> Markup:
        """A prose page, sanitised; its headings enter the contents."""
        prose = render_prose(
            block.text, dict(block.links), self._addresses, level=self.level, claim=self.claim
        )
        for level, anchor, text in prose.headings:
            self._add_heading(level, anchor, text)
        return Markup(prose.html)  # noqa: S704 - sanitised by an allow-list

    def plot(self, card: FigureCard, label: str, beside: FigureCard | None = None) -> Markup:
        """The drawing of a figure, on one axis with the one it is compared with; nothing if it cannot be drawn."""
        if card.interval is None:
            return Markup("")
        other = beside.interval if beside else None
        axis = interval_axis([card.interval, *([other] if other else [])])
        return interval_plot(card.interval, axis, label) if axis else Markup("")

    def reference_links(self, item: ReferenceItem) -> list[tuple[str, str, str]]:
        """The links of a reference as (kind, address, number)."""
        links = (
            ("doi", doi_address(item.doi) if item.doi else None, item.doi),
            ("pubmed", pubmed_address(item.pmid), item.pmid),
            ("full_text", safe_address(item.url), ""),
        )
        return [(kind, address, number) for kind, address, number in links if address]

    def _section(self, section: Section) -> Markup:
        if section.title:
            self._add_heading(_TOP_LEVEL, section.id, section.title)
        self.level = _TOP_LEVEL + (1 if section.title else 0)
        self._is_below_subheading = False
        drawn = self.part("section", section=section)
        self.level = _TOP_LEVEL
        return drawn

    def _note_heading(self, block: object) -> None:
        if isinstance(block, SubHeading):
            self._is_below_subheading = True
            self._add_heading(self.level, block.anchor, block.words.text)
        elif isinstance(block, OptionLine) and block.label:
            self._add_heading(self.level, block.anchor, block.label)

    def _add_heading(self, level: int, anchor: str, text: str) -> None:
        siblings = self.headings
        if level > _TOP_LEVEL and siblings:
            siblings = siblings[-1].below
        if level <= _TOP_LEVEL + 1:
            siblings.append(Heading(anchor, text))


def _fill(words: str, **values: object) -> str:
    """Set values into the places of a sentence of the user interface (``{number}``)."""
    for name, value in values.items():
        words = words.replace("{" + name + "}", str(value))
    return words
