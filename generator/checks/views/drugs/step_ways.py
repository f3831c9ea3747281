"""The ways through an algorithm: which step can follow which, by branches and by order."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.diagnostics import Pointer
from generator.model.algorithm import Step, walk_steps

END = -1
"""Where a way leaves the algorithm."""

_ELSE = re.compile(
    r"\b(?:otherwise|else|in (?:all|any) other cases?|in all others|for (?:all|everyone) (?:others?|else))\b",
    re.I,
)


class StepWays:
    """Steps by number, in the order of reading, and the numbers of those that can come after each.

    Branches say where to go on. With a single branch, whoever does not meet its condition goes on in order; with
    several, or with one for all other cases, a step is left by its branches only.
    """

    def __init__(self, algorithm: tuple[Step, ...]) -> None:
        """Take an algorithm, whatever it holds."""
        self.steps: list[tuple[Pointer, Step]] = list(walk_steps(algorithm))
        self._numbers = {pointer: number for number, (pointer, _) in enumerate(self.steps)}
        self._by_id: dict[str, int] = {}
        for number, (_, step) in enumerate(self.steps):
            self._by_id.setdefault(step.id, number)
        self.after: dict[int, frozenset[int]] = {}
        self._follow(algorithm, ("algorithm",), frozenset({END}))

    def reached(self, start: Iterable[int]) -> frozenset[int]:
        """All that can be reached from these steps, with them."""
        return _closure(start, self.after)

    def leading_to_end(self) -> frozenset[int]:
        """All steps from which a way leads out of the algorithm."""
        before: dict[int, set[int]] = {}
        for number, following in self.after.items():
            for one in following:
                before.setdefault(one, set()).add(number)
        return _closure({END}, {number: frozenset(steps) for number, steps in before.items()})

    def parent(self, number: int) -> int | None:
        """The step of which this one is a sub-step."""
        return self._numbers.get(self.steps[number][0][:-2])

    def _follow(self, steps: tuple[Step, ...], above: Pointer, then: frozenset[int]) -> None:
        """Note what follows each of these steps, which stand in order; ``then`` follows the last."""
        for index, step in enumerate(steps):
            following = self._numbers.get((*above, index + 1)) if index + 1 < len(steps) else None
            self._note(step, (*above, index), then if following is None else frozenset({following}))

    def _note(self, step: Step, pointer: Pointer, then: frozenset[int]) -> None:
        number, way_on = self._numbers[pointer], self._way_on(step, then)
        below = [self._numbers[*pointer, "steps", index] for index in range(len(step.steps))]
        if not below:
            self.after[number] = way_on
        elif step.choose is not None:
            self.after[number] = frozenset(below)
            for index, alternative in enumerate(step.steps):
                self._note(alternative, (*pointer, "steps", index), way_on)
        else:
            self.after[number] = frozenset(below[:1])
            self._follow(step.steps, (*pointer, "steps"), way_on)

    def _way_on(self, step: Step, then: frozenset[int]) -> frozenset[int]:
        targets = frozenset(self._by_id[branch.go] for branch in step.next if branch.go in self._by_id)
        is_complete = all(branch.go in self._by_id for branch in step.next)
        return targets if targets and is_complete and _is_decided(step) else targets | then


def _is_decided(step: Step) -> bool:
    """Whether the branches of a step seem to hold every case."""
    words = (text for branch in step.next for text in branch.condition.by_audience.values())
    return len(step.next) > 1 or any(_ELSE.search(text) for text in words)


def _closure(start: Iterable[int], edges: dict[int, frozenset[int]]) -> frozenset[int]:
    found = set(start)
    waiting = sorted(found)
    while waiting:
        new = edges.get(waiting.pop(), frozenset()) - found
        found |= new
        waiting += new
    return frozenset(found)
