"""How a text quotes data: ``{dose:id}``, ``{stat:id}``, ``{quantity:10 {unit}}``; and works: ``[@key; @other]``."""

from __future__ import annotations

# A unit may stand in braces of its own, as UCUM writes {unit}, so one pair inside another belongs to the mark.
_INSIDE = r"(?:[^{}\n]|\{[^{}\n]*\})*"

DATA_MARK = rf"\{{(?:dose|stat|quantity):{_INSIDE}\}}"
"""The pattern of a quote of data, as text for ``re``. It holds no groups."""

LOOSE_DATA_MARK = rf"\{{\s*(?:dose|stat|quantity)\s*:{_INSIDE}\}}"
"""What is meant as such a quote, though spaces may make it unreadable."""

CITATION_MARK = r"\[@[^\[\]\n]*\]"
"""The pattern of a citation inside a text."""
