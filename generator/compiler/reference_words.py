"""One work as words in the site's reference style (AMA, 11th edition)."""

from __future__ import annotations

from generator.model.work import Work
from generator.pages.inline import Run, Text


def reference_words(work: Work) -> Run:
    """placeholder"""
    return (Text(work.title or work.key),)
