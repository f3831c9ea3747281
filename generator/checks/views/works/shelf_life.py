"""How long a search for evidence is taken to tell what there is."""

from __future__ import annotations

from datetime import date

SHELF_LIFE = 5
"""Years. A house choice: half of all systematic reviews were out of date after 5.5 years (Shojania 2007)."""


def is_past_shelf_life(searched: date, today: date) -> bool:
    """Whether more than `SHELF_LIFE` years have gone by since a search."""
    later = (today.year - SHELF_LIFE, today.month, today.day)
    return (searched.year, searched.month, searched.day) < later
