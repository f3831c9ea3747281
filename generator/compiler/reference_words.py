"""One work as words in the site's reference style (AMA, 11th edition), formatted once in a run."""

from __future__ import annotations

from functools import cache

from generator.compiler.reference_style import ReferenceStyle
from generator.model.work import Work
from generator.pages.inline import Emphasis, Inline, Run, Text


@cache
def reference_words(work: Work) -> Run:
    """The reference without its number, DOI and PubMed number, which pages print apart.

    A work without title or authors gives what is known of it; that it could not be identified is said beside it.
    """
    runs = _style().format(work).runs
    nodes: list[Inline] = [Emphasis((Text(run.text),)) if run.italic else Text(run.text) for run in runs]
    return tuple(nodes)


@cache
def _style() -> ReferenceStyle:
    """The style is parsed once: that takes longer than formatting a page of references."""
    return ReferenceStyle()
