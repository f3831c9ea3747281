"""The decisions about one entry as a chain with branches: who names whom, and who was left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from generator.model.edition_record import DecisionAbout
from generator.model.entries.decision import Decision


class Chain:
    """Decisions are held as bits of a number, so that long records are walked through fast.

    Two people may decide at the same time: then neither names the other, and whoever comes next names both.
    """

    def __init__(self, decisions: Sequence[DecisionAbout], is_sealed: Callable[[Decision], bool]) -> None:
        self._all = tuple({one.decision.id: one.decision for one in decisions}.values())
        self._number = {one.id: number for number, one in enumerate(self._all)}
        self._is_sealed = is_sealed
        named: dict[str, set[str]] = {}
        for one in decisions:
            named.setdefault(one.decision.id, set()).update(one.covered.previous)
        self._parents = [
            sorted(self._number[name] for name in named[one.id] if name in self._number) for one in self._all
        ]
        self._before = [self._ancestors(number) for number in range(len(self._all))]

    def heads(self) -> tuple[Decision, ...]:
        """The decisions that no other one names, in the order of time."""
        named = {
            parent for number, parents in enumerate(self._parents) for parent in parents if parent != number
        }
        return tuple(one for number, one in enumerate(self._all) if number not in named)

    def left_out(self) -> Iterator[tuple[Decision, Decision]]:
        """Each decision that a later one had to name, directly or through others, and did not; with the last such one.

        A later one had to if it names another that is newer than the one left out, or if the same person made both. A
        sealed decision that names both branches brings them together again.
        """
        joins = [
            before | 1 << number
            for number, before in enumerate(self._before)
            if before and self._is_sealed(self._all[number])
        ]
        for left, decision in enumerate(self._all):
            later = [
                number
                for number in range(left + 1, len(self._all))
                if self._leaves_out(number, left)
                and not any(both >> left & 1 and both >> number & 1 for both in joins)
            ]
            if later:
                yield decision, self._all[later[-1]]

    def _leaves_out(self, number: int, left: int) -> bool:
        one, other = self._all[number], self._all[left]
        if one.at <= other.at or self._before[number] >> left & 1:
            return False
        return one.by == other.by or any(self._all[parent].at > other.at for parent in self._parents[number])

    def _ancestors(self, number: int) -> int:
        """Whoever names a later one names what that names, too; loops end, since each is looked at once."""
        found, waiting = 0, list(self._parents[number])
        while waiting:
            parent = waiting.pop()
            if not found >> parent & 1:
                found |= 1 << parent
                waiting += self._parents[parent]
        return found
