"""How much work each rule does, counted in calls of functions: the same on every machine and in every run."""

from __future__ import annotations

import sys
from types import FrameType
from typing import Any

from benchmarks.library import context_of, each_rule


def growth_of_work(small: int, large: int) -> dict[str, float]:
    """For each rule code, how much more it does for the larger number of entries, in multiples of the entries."""
    before, after = _calls(small), _calls(large)
    return {code: count / max(1, before[code]) / (large / small) for code, count in after.items()}


def _calls(entries: int) -> dict[str, int]:
    counted: dict[str, int] = {}
    for one, run in each_rule(context_of(entries)):
        counter = _Counter()
        sys.setprofile(counter)
        try:
            for _ in run:
                pass
        finally:
            sys.setprofile(None)
        counted[one.rule.code] = counter.calls
    return counted


class _Counter:
    calls = 0

    def __call__(self, frame: FrameType, event: str, argument: Any) -> None:
        self.calls += 1
