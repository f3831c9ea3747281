"""An author's text with everything in it hidden that is no word of the author: quotes, citations, addresses."""

from __future__ import annotations

import re

from generator.model.marks import CITATION_MARK, DATA_MARK
from generator.model.quantity import Quantity
from generator.model.unit_table import AMOUNTS, ITEMS

AMOUNT = "\ue010"
"""Stands for a quoted dose or for a quantity that may be one."""
FIGURE = "\ue011"
"""Stands for any other quoted quantity or result of a study."""
CITED = "\ue012"
"""Stands for a citation."""
_HIDDEN = "\ue013"
_SIGN = "\u2060"

_MARK = re.compile(
    rf"{CITATION_MARK}|{DATA_MARK}|\]\([^()\s]*\)|`[^`\n]*`"
    r"|(?:https?://|www\.)[^\s)]+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]+\.[\w.]+|\b10\.\d{4,9}/[^\s)]+"
)
_SIGNS = str.maketrans(dict.fromkeys("*_~^\\[]", _SIGN) | dict.fromkeys("\n\r\t", " "))
_NO_DOSE = frozenset({"kg", "%"})
_MEASURED_PER = frozenset({"L", "dL", "mL", "uL", "min", "{1.73_m2}"})
_DOSE_UNITS = (AMOUNTS.keys() | ITEMS.keys()) - _NO_DOSE


def masked(written: str) -> str:
    """The text at its own length: each mark becomes a run of `AMOUNT`, `FIGURE` or `CITED`, emphasis a sign."""
    clean = re.sub(f"[{AMOUNT}-{_HIDDEN}]", "\ufffd", written)
    return _MARK.sub(_mask, clean).translate(_SIGNS)


def _mask(found: re.Match[str]) -> str:
    mark = found[0]
    if mark.startswith("[@"):
        sign = CITED
    elif mark.startswith("{"):
        sign = AMOUNT if mark.startswith("{dose") or _may_be_dose(mark) else FIGURE
    else:
        sign = _HIDDEN
    return sign * len(mark)


def _may_be_dose(mark: str) -> bool:
    if not mark.startswith("{quantity:"):
        return False
    try:
        above, *below = Quantity.parse(mark[len("{quantity:") : -1].strip()).unit.parts
    except ValueError:
        return True
    return above in _DOSE_UNITS and not _MEASURED_PER & set(below)
