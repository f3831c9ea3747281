"""Which rule was meant by a code or name that no rule has."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.checks.near_names import NearNames

_CODE = re.compile(r"([A-Za-z]{1,10})[ -]?0*([1-9][0-9]{0,5})")


def meant_rule(written: str, names: Mapping[str, str]) -> str | None:
    """The code of the rule, or None. ``names`` maps the name of each rule to its code.

    ``dos2`` means DOS002, and so does DSO002 as long as it is no code itself. Between numbers nothing is near:
    DOS012 is another rule than DOS021.
    """
    match = _CODE.fullmatch(written.strip())
    if match is None:
        return NearNames(names.items()).closest(written)
    letters, number = match[1].upper(), f"{int(match[2]):03}"
    families = sorted(code[: -len(number)] for code in set(names.values()) if code.endswith(number))
    if letters in families:
        return letters + number
    swapped = [family for family in families if sorted(family) == sorted(letters)]
    near = [family for family in families if _is_one_letter_off(letters, family)]
    meant = swapped or near
    return meant[0] + number if len(meant) == 1 else None


def _is_one_letter_off(written: str, family: str) -> bool:
    """One letter too many, too few, or another one."""
    longer, shorter = sorted((written, family), key=len, reverse=True)
    if len(longer) == len(shorter):
        return sum(one != other for one, other in zip(longer, shorter, strict=True)) == 1
    return any(longer[:place] + longer[place + 1 :] == shorter for place in range(len(longer)))
