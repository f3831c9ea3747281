"""Text of content as it may stand in a comment on a proposed change: it stays text, whatever it holds."""

from __future__ import annotations

import re

from generator.diagnostics.text_report import visible

_MARKUP = re.compile(r"([\\`*_{}\[\]|~$^])")
"""What is markup in the middle of a line; nothing of the content ever begins one."""
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_BREAK = "\u200b"
"""A space without width: what it parts is no mention, no number of an issue, no address."""
_LINKED = re.compile(
    r"(?<=@)|(?<=[#!$~%&^])(?=[\w\"{(])|(?<=://)|(?<=\b[Ww]{3}\.)|(?<=\b[Gg][Hh]-)|(?<=mailto:)|(?<=:)(?=[\w+-]+:)"
)


def markdown_safe(text: str, longest: int | None = None) -> str:
    """One line without markup, HTML, links, mentions and numbers of issues; cut with … at so many characters.

    The length is that before the signs are escaped.
    """
    shown = " ".join(visible(text).split())
    if longest is not None and len(shown) > longest:
        shown = f"{shown[:longest].rstrip()} …"
    parted = _LINKED.sub(_BREAK, shown)
    return _MARKUP.sub(r"\\\1", parted).translate(_ENTITIES)
