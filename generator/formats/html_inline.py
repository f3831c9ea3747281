"""Runs of text as HTML. All authored words pass the one function that escapes."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

from markupsafe import Markup

from generator.formats.html_links import EXTERNAL_REL, SiteAddresses, safe_address
from generator.pages.inline import (
    Amount,
    Citation,
    CitationMark,
    Emphasis,
    Inline,
    Link,
    Missing,
    PageLink,
    Run,
    Strong,
    Subscript,
    Superscript,
    Text,
)

_TAGS: dict[type[Inline], str] = {Emphasis: "em", Strong: "strong", Superscript: "sup", Subscript: "sub"}
_CLASSES: dict[type[Inline], str] = {Amount: "cs-amount", Missing: "cs-missing"}
_UNUSUAL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_NO_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


class InlineWriter:
    """Writes runs of one page.

    ``reference_label`` names a reference for those who hear the page ("reference {number}"). ``claim`` says whether an
    id is still free on the page: a statement that stands on it twice gets its ids once.
    """

    def __init__(self, addresses: SiteAddresses, reference_label: str, claim: Callable[[str], bool]) -> None:
        self._addresses = addresses
        self._reference_label = reference_label
        self._claim = claim

    def write(self, run: Run) -> Markup:
        """The run as HTML."""
        return Markup(self._run(run))  # noqa: S704 - every text in it went through `escape_text`

    def _run(self, run: Run) -> str:
        return "".join([self._node(node) for node in run])

    def _node(self, node: Inline) -> str:
        match node:
            case Text(text):
                return escape_text(text)
            case Amount(text) | Missing(text):
                return f'<span class="{_CLASSES[type(node)]}">{escape_text(text)}</span>'
            case Emphasis(children) | Strong(children) | Superscript(children) | Subscript(children):
                return f"<{_TAGS[type(node)]}>{self._run(children)}</{_TAGS[type(node)]}>"
            case Link(address, children):
                return self._outside(address, self._run(children))
            case PageLink(path, children):
                return f'<a href="{escape_text(self._addresses.to(path))}">{self._run(children)}</a>'
            case Citation(marks):
                return self._citation(marks)

    def _outside(self, address: str, inner: str) -> str:
        if (safe := safe_address(address)) is None:
            return inner
        return f'<a class="cs-external" href="{escape_text(safe)}" rel="{EXTERNAL_REL}">{inner}</a>'

    def _citation(self, marks: tuple[CitationMark, ...]) -> str:
        return f'<sup class="cs-cite">{",".join(map(self._mark, marks))}</sup>' if marks else ""

    def _mark(self, mark: CitationMark) -> str:
        anchor = f' id="{escape_text(mark.anchor)}"' if self._claim(mark.anchor) else ""
        label = escape_text(self._reference_label.replace("{number}", str(mark.number)))
        return f'<a href="#ref-{mark.number}"{anchor} aria-label="{label}">{mark.number}</a>'


def escape_text(text: str) -> str:
    """Escape for HTML. A carriage return is kept as one; controls, which HTML cannot hold, become U+FFFD."""
    if _UNUSUAL.search(text):
        text = _NO_TEXT.sub("\ufffd", text)
        return html.escape(text).replace("\r", "&#13;")
    return html.escape(text)
