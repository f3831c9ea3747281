"""Which rules a waiver may name: those about what entries say, not those about the form of files."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from generator.checks.registry import Scope, all_checks

FIXED_FAMILIES = frozenset(
    {"SRC", "SCH", "BIB", "ADD", "CONF", "ENGINE", "FRAME", "PUB", "WAI", "REC", "SSH", "KEP", "CHG"}
)
"""Families whose findings always stand: what cannot be read or built, the editorial record, and waivers themselves."""

NEED_RETRACTIONS = frozenset({"CIT013", "CIT014", "CIT015", "REV006"})
"""Rules that find something only in a run that is given a snapshot of retracted works."""
NEED_HISTORY = frozenset({"REV004", "REV005"})
"""Rules that find something only in a project with a history in git."""

_FAMILY = re.compile(r"([A-Z]+)[0-9]*")


def is_fixed(code: str) -> bool:
    """Whether a code is of a family that cannot be waived."""
    family = _FAMILY.fullmatch(code)
    return family is not None and family[1] in FIXED_FAMILIES


@cache
def waivable_codes() -> frozenset[str]:
    """The codes that a waiver may name."""
    return frozenset(one.rule.code for one in all_checks() if one.scope is not Scope.FINDINGS)


@cache
def waivable_names() -> Mapping[str, str]:
    """The names of the same rules, each with its code."""
    return {one.rule.name: one.rule.code for one in all_checks() if one.rule.code in waivable_codes()}
