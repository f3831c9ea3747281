"""The numbers in what the steps of a review wrote."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pull_request.review_facts import CHANGES, CLASSES, FINDINGS

_FORM = 1
"""The form of the comparison's JSON that is understood here."""


def findings_in(sarif: Path) -> dict[str, int] | None:
    """Errors, warnings and notes that nobody waived; None where the file cannot be read."""
    log = _json_in(sarif)
    try:
        results = log["runs"][0]["results"]
        levels = [one["level"] for one in results if not one.get("suppressions")]
    except (KeyError, IndexError, TypeError, AttributeError):
        return None
    return {name: levels.count(name.removesuffix("s")) for name in FINDINGS}


def changes_in(comparison: Path) -> dict[str, int] | None:
    """Changes by class, what could not be compared, and pages; None where the file cannot be read."""
    said = _json_in(comparison)
    try:
        counts, facts, rules = said["counts"], said["counts"]["facts"], said["counts"]["rules"]
        found = {name: int(facts.get(name, 0)) + int(rules.get(name, 0)) for name in CLASSES}
        found |= {name: int(counts[name]) for name in ("not_compared", "pages", "new_pages", "gone_pages")}
        found |= {"rules": sum(rules.values()), "missing_notes": len(said["missing_notes"])}
        return {name: found[name] for name in CHANGES} if said["form"] == _FORM else None
    except (AttributeError, KeyError, TypeError, ValueError):
        return None


def _json_in(file: Path) -> Any:
    try:
        return json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
