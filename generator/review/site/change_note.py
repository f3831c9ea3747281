"""A public change note to begin with: made from nothing but the changes that were found."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import date

from generator.diagnostics.text_report import visible
from generator.review.words.closure_names import shortened

_TOLD = 3
_LONGEST = 300
_MARKUP = re.compile(r"([\\*_`~^<>])")
_ROUND = str.maketrans("[]{}", "()()")
"""Brackets that would quote a work or a dose, whatever stands before them."""


def change_note(sentences: Sequence[str]) -> str:
    """The changes in one sentence; of many the first three, and how many more there are."""
    told = [shortened(visible(one).rstrip("."), _LONGEST) for one in dict.fromkeys(sentences)]
    more = len(told) - _TOLD
    counted = [f"and {more} more {'change' if more == 1 else 'changes'}"] if more > 0 else []
    return "; ".join([*told[:_TOLD], *counted]) + "."


def note_yaml(day: date, note: str, kind: str = "major") -> str:
    """The note as it is written in an entry, where nothing in it is markup: brackets are round, signs escaped."""
    text = json.dumps(_MARKUP.sub(r"\\\1", note.translate(_ROUND)), ensure_ascii=False)
    return f"changes:\n  - date: {day.isoformat()}\n    kind: {kind}\n    note: {text}\n"
