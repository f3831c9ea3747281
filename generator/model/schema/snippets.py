"""What an editor's tool types for a new dose, recommendation and so on: the keys, and no fact.

Nothing is filled in, not even ``not-stated``: that, too, is something that only the editor can say.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Any

_HERE = None
_WORDS = {"clinician": _HERE, "patient": _HERE}
_STANDS_ON = [_HERE]

_LABELS: dict[str, dict[str, dict[str, Any]]] = {
    "Dose": {
        "a dose at an interval: 40 mg every 1 d": {
            "drug": _HERE, "purpose": _HERE, "route": _HERE, "amount": _HERE, "every": _HERE, "duration": _HERE,
            "maximum": _HERE, "cites": _STANDS_ON,
        },
        "a total of a course, divided over days": {
            "drug": _HERE, "purpose": _HERE, "route": _HERE, "course_total": _HERE, "divided_over": _HERE,
            "repeat": _HERE, "cites": _STANDS_ON,
        },
        "a sequence of steps": {
            "drug": _HERE, "purpose": _HERE, "route": _HERE,
            "steps": {"- label": _HERE, "  amount": _HERE, "  every": _HERE, "  duration": _HERE},
            "maximum": _HERE, "cites": _STANDS_ON,
        },
        "as needed, with its limits": {
            "drug": _HERE, "purpose": _HERE, "route": _HERE, "amount": _HERE,
            "as_needed": {"reason": _HERE, "minimum_interval": _HERE},
            "maximum": {"per_dose": _HERE, "per_day": _HERE}, "cites": _STANDS_ON,
        },
    },
    "Recommendation": {
        "a recommendation": {
            "id": _HERE, "intervention": {"drug": _HERE}, "direction": _HERE, "strength": _HERE, "certainty": _HERE,
            "population": _WORDS, "wording": _WORDS, "cites": _STANDS_ON,
        },
    },
    "Option": {
        "an option at its line": {"id": _HERE, "title": _WORDS, "line": _HERE, "doses": [_HERE]},
    },
    "Statement": {"a statement": {"wording": _WORDS, "cites": _STANDS_ON}},
    "Monitoring": {
        "a test in words": {
            "id": _HERE, "drug": _HERE, "test": _WORDS, "when": _WORDS, "threshold": _WORDS, "action": _WORDS,
            "cites": _STANDS_ON,
        },
        "a test as data: schedule and threshold": {
            "id": _HERE, "drug": _HERE, "test": _WORDS,
            "schedule": {"- every": _HERE, "  duration": _HERE},
            "thresholds": {"- value": _HERE, "  action": _WORDS},
            "cites": _STANDS_ON,
        },
    },
    "Harm": {
        "a harm": {
            "id": _HERE, "drug": _HERE, "severity": _HERE, "frequency": _HERE, "wording": _WORDS, "cites": _STANDS_ON,
        },
    },
    "Step": {
        "a step": {"id": _HERE, "wording": _WORDS, "next": {"- if": _HERE, "  go": _HERE}, "cites": _STANDS_ON},
    },
    "EvidenceFigure": {
        "so many of so many": {
            "outcome": _WORDS, "proportion": {"events": _HERE, "of": _HERE, "reported": _HERE}, "cites": _STANDS_ON,
        },
        "a ratio with its interval": {
            "outcome": _WORDS, "hazard_ratio": {"value": _HERE, "ci95": [_HERE, _HERE], "p": _HERE},
            "cites": _STANDS_ON,
        },
    },
}  # fmt: skip


def snippets_of(part: str) -> list[dict[str, Any]]:
    """The snippets of one kind of part (``Dose``), as the YAML language server takes them; empty for most."""
    return [
        {"label": label, "description": f"Types the keys of {label}.", "body": _numbered(body, count(1))}
        for label, body in _LABELS.get(part, {}).items()
    ]


def _numbered(value: Any, stops: Iterator[int]) -> Any:
    """Every open place as a tab stop, in the order of typing: ``$1``, ``$2`` …"""
    if isinstance(value, dict):
        return {key: _numbered(item, stops) for key, item in value.items()}
    if isinstance(value, list):
        return [_numbered(item, stops) for item in value]
    return f"${next(stops)}"
