"""Which rule was meant by a code or name that no rule has."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.checks.near_names import NearNames

_CODE = re.compile(r"([A-Za-z]{1,10})[ -]?0*([1-9][0-9]{0,5})")


def meant_rule(written: str, names: Mapping[str, str]) -> str | None:
    """The code of the rule, or None. ``names`` maps the name of each rule to its code.

    ``dos2`` means DOS002. Between codes nothing is near: DOS012 is another rule than DOS021.
    """
    match = _CODE.fullmatch(written.strip())
    if match is None:
        return NearNames(names.items()).closest(written)
    code = f"{match[1].upper()}{int(match[2]):03}"
    return code if code in names.values() else None
