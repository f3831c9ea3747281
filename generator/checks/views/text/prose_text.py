"""The words of prose pages, line by line: they are site text as well, though of no entry and for every reader."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model.library import Library, Prose
from generator.pages.inline import Text, Words
from generator.pages.site_text import EditionText, TextRun

PROSE = "prose:"
"""Before the path of a page in ``Words.entry``; ``Words.pointer`` is then the number of the line in the file."""

_NO_PROSE = re.compile(r"`[^`]*`|https?://[^\s)]+")
_NOT_WORDS = re.compile(r"\]\([^()\s]*\)|<[^<>]*>|&[a-z]+;")
_MARKUP = re.compile(r"^\s*(?:[#>*+-]+|\d+\.)\s+|[*_|\[\]]+")


def prose_texts(library: Library) -> Iterator[EditionText]:
    """One text for each page of prose, in the order of the pages. It has no audience."""
    for prose in library.prose:
        yield EditionText(PROSE + prose.path, "", tuple(_runs(prose)))


def _runs(prose: Prose) -> Iterator[TextRun]:
    lines = [prose.title, *prose.markdown.splitlines()]
    is_code = False
    for number, line in enumerate(lines, start=prose.place.line):
        is_code ^= line.lstrip().startswith("```")
        text = " ".join(_MARKUP.sub(" ", _NO_PROSE.sub(" … ", _NOT_WORDS.sub(" ", line))).split())
        if text and not is_code:
            yield TextRun(Words((Text(text),), "", PROSE + prose.path, str(number)), "prose")
