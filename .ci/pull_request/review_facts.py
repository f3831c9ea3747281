"""``review.json``: what a review found, in numbers. One job writes it, and another that trusts none of it reads it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

SCHEMA = "clinsum-review-1"
STEPS = ("check", "verify", "compare", "preview")
FINDINGS = ("errors", "warnings", "notes")
CLASSES = ("critical", "major", "minor", "editorial")
CHANGES = (*CLASSES, "rules", "not_compared", "pages", "new_pages", "gone_pages", "missing_notes")
"""By class, among them those of the rules of the site; then pages, and changes that no public note tells of."""
COMMENT = "comment.md"

_COMMITS = ("head", "base")
_KEYS = {"schema", "pull_request", *_COMMITS, "exit_codes", "exit_code", "findings", "changes", "comment"}
_MOST = 1_000_000
_SHA = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")


class RefusedArtifact(Exception):
    """What another job left cannot be used; the message says why, without quoting it."""


@dataclass(frozen=True)
class ReviewFacts:
    """The outcome of a review.

    ``pull_request`` is 0 where there is none. ``findings`` and ``changes`` count by name, None where that is not known.
    ``exit_codes`` has one for each step: 0 nothing found, 1 something found, 2 it could not be done.
    """

    pull_request: int
    head: str
    base: str
    exit_codes: Mapping[str, int]
    findings: Mapping[str, int] | None
    changes: Mapping[str, int] | None

    @property
    def exit_code(self) -> int:
        """The worst of all steps."""
        return max(self.exit_codes.values())

    def to_json(self) -> str:
        """The text of the file."""
        return json.dumps(
            {
                "schema": SCHEMA,
                "pull_request": self.pull_request,
                "head": self.head,
                "base": self.base,
                "exit_codes": dict(self.exit_codes),
                "exit_code": self.exit_code,
                "findings": self.findings and dict(self.findings),
                "changes": self.changes and dict(self.changes),
                "comment": COMMENT,
            },
            indent=2,
        )


def facts_of(text: str) -> ReviewFacts:
    """Read the file. Raises RefusedArtifact where a field is missing, unknown, out of range or contradicts another."""
    data = _object(text)
    _demand(set(data) == _KEYS, "it has other fields than it should")
    _demand(data["schema"] == SCHEMA, "it is of another version")
    _demand(data["comment"] == COMMENT, "it names another file for the comment")
    _demand(all(_SHA.fullmatch(str(data[key])) for key in _COMMITS), "it names no commit")
    codes = _numbers(data["exit_codes"], STEPS, most=2)
    facts = ReviewFacts(
        _number(data["pull_request"]),
        str(data["head"]),
        str(data["base"]),
        codes,
        None if data["findings"] is None else _numbers(data["findings"], FINDINGS),
        None if data["changes"] is None else _numbers(data["changes"], CHANGES),
    )
    _demand(_number(data["exit_code"], 2) == facts.exit_code, "its exit code is not the worst of its steps")
    _demand_agreement(facts)
    return facts


def _demand_agreement(facts: ReviewFacts) -> None:
    """No step is clean while its counts are not, or are not there."""
    codes, findings, changes = facts.exit_codes, facts.findings, facts.changes
    if codes["check"] < 2:
        _demand(findings is not None, "a check without counts")
    if codes["check"] == 0:
        _demand(not (findings or {}).get("errors"), "a clean check with errors")
    if codes["compare"] < 2:
        _demand(changes is not None, "a comparison without counts")
        _demand(not (changes or {}).get("not_compared"), "a comparison that did not compare all")
    if codes["compare"] == 0:
        _demand(not (changes or {}).get("critical"), "a clean comparison with critical changes")
        _demand(
            not (changes or {}).get("missing_notes"), "a clean comparison with changes that nobody is told of"
        )


def _object(text: str) -> dict[str, Any]:
    try:
        data = json.loads(text, object_pairs_hook=_without_repeats)
    except (ValueError, RecursionError):
        raise RefusedArtifact("review.json: it is not JSON") from None
    _demand(isinstance(data, dict), "it is no object")
    return dict(data)


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    _demand(len({key for key, _ in pairs}) == len(pairs), "it has a field twice")
    return dict(pairs)


def _numbers(value: object, names: tuple[str, ...], most: int = _MOST) -> dict[str, int]:
    numbers = value if isinstance(value, dict) else {}
    _demand(set(numbers) == set(names), f"it counts other things than {', '.join(names)}")
    return {name: _number(numbers[name], most) for name in names}


def _number(value: object, most: int = _MOST) -> int:
    number = value if isinstance(value, int) and not isinstance(value, bool) else -1
    _demand(0 <= number <= most, f"a number is not between 0 and {most}")
    return number


def _demand(holds: bool, otherwise: str) -> None:
    if not holds:
        raise RefusedArtifact(f"review.json: {otherwise}")
