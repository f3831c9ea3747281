"""The one certain way to write a quantity that cannot be read as it is written."""

from __future__ import annotations

import re
from typing import Any

from generator.diagnostics import Fix
from generator.model.quantity import Quantity

_PROPOSED = re.compile(r".*: write “([^”]+)”", re.DOTALL)
_SIGNS = re.compile(r"[\s‐‑–—−-]|\bto\b")
_BARE_POINT = re.compile(r"(?<![0-9])\.")


def quantity_fix(value: Any, message: str) -> Fix | None:
    """The fix that a message about a quantity proposes: ``50mg`` to ``50 mg``, ``.5 mg`` to ``0.5 mg``.

    Only where the proposal can be read, and is the same numbers with the same unit: nothing but spaces, the zero before
    a point, or the word for a range differs.
    """
    proposed = _PROPOSED.fullmatch(message)
    if proposed is None or not isinstance(value, str) or _signs(value) != _signs(proposed[1]):
        return None
    try:
        Quantity.parse(proposed[1])
    except ValueError:
        return None
    return Fix(value, proposed[1])


def _signs(text: str) -> str:
    return _SIGNS.sub("", _BARE_POINT.sub("0.", text))
