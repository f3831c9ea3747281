"""A wording as it is read: without the signs of its markup and without its citations."""

from __future__ import annotations

import re

_GONE = re.compile(r"\s?\[@[^\[\]]*\]|\]\([^()\s]*\)")
_QUOTED = re.compile(r"\{\s*(?:dose|stat|quantity)\b[^{}]*\}")
_SIGNS = re.compile(r"[*_~^\\\[]+")
QUOTED = "\ufffc"
"""Stands where a dose, a figure or an amount is quoted."""


def bare_text(text: str) -> str:
    """The words alone, with single spaces. A quoted dose, figure or amount is left as one sign, `QUOTED`."""
    spaced = " ".join(text.split())
    return " ".join(_SIGNS.sub("", _QUOTED.sub(QUOTED, _GONE.sub("", spaced))).split())
