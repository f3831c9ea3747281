"""Ids that no entry may have: they are taken by operating systems, by the site itself or by the format."""

from __future__ import annotations

import re

from generator.model.text import MARKERS

_OF_SYSTEMS = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")
_OF_THE_SITE = frozenset({"index", "assets", "pagefind", "search", "404", "waivers"})


def is_reserved(name: str) -> bool:
    """Whether a file of this name could not be stored everywhere, or its page would replace another."""
    return bool(_OF_SYSTEMS.fullmatch(name)) or name in _OF_THE_SITE or name in MARKERS
