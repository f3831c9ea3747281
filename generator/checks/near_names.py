"""Names that are nearly the one that was written, found without comparing it with every other."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterable

_LIKENESS = 0.7
_RAREST = 8
_COMPARED = 20
_COMMON = 1000


class NearNames:
    """Finds the id whose name is nearest to a misspelt one.

    Names that share their rarest runs of three letters are compared and no others, so that a project full of
    misspellings takes no more than its length in time.
    """

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        """``names`` are pairs of a spelling and the id that it stands for."""
        self._ids: dict[str, str] = {}
        self._having: dict[str, list[str]] = {}
        for spelling, name_id in names:
            plain = spelling.casefold()
            if plain not in self._ids:
                self._ids[plain] = name_id
                for run in _runs(plain):
                    self._having.setdefault(run, []).append(plain)

    def closest(self, written: str) -> str | None:
        """The id of the nearest name, or None if no name is near."""
        plain = written.casefold()
        near = difflib.get_close_matches(plain, self._candidates(plain), n=1, cutoff=_LIKENESS)
        return self._ids[near[0]] if near else None

    def did_you_mean(self, written: str) -> str:
        """The question for an editor, ``Did you mean “azathioprine”?``, or nothing."""
        closest = self.closest(written)
        return f"Did you mean “{closest}”?" if closest is not None else ""

    def _candidates(self, plain: str) -> list[str]:
        rare = sorted((len(self._having[run]), run) for run in _runs(plain) if run in self._having)
        shared: Counter[str] = Counter()
        for _, run in rare[:_RAREST]:
            shared.update(self._having[run][:_COMMON])
        return sorted(shared, key=lambda name: (-shared[name], name))[:_COMPARED]


def _runs(plain: str) -> list[str]:
    padded = f"  {plain} "
    return sorted({padded[start : start + 3] for start in range(len(padded) - 2)})
