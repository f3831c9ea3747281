"""The headings of an article, and the list of them that leads to each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with its anchor, and the headings below it."""

    anchor: str
    text: str
    below: list[Heading] = field(default_factory=list)


def contents_list(headings: Sequence[Heading]) -> Markup:
    """The items of the theme's table of contents, nested."""
    return Markup("").join(_item(heading) for heading in headings)


def _item(heading: Heading) -> Markup:
    link = Markup('<a class="md-nav__link" href="#{}">{}</a>').format(heading.anchor, heading.text)
    below = contents_list(heading.below)
    if below:
        inner = Markup('<nav class="md-nav" aria-label="{}"><ul class="md-nav__list">{}</ul></nav>')
        below = inner.format(heading.text, below)
    return Markup('<li class="md-nav__item">{}{}</li>').format(link, below)
