"""How long each rule takes on a small and on a large library, and whether its work grows faster than the library."""

from __future__ import annotations

import gc
import sys
import time

from benchmarks.library import context_of, each_rule
from benchmarks.rule_work import growth_of_work

_SIZES = (250, 1000)
_COUNTED = (40, 160)


def main() -> None:
    """Print a line for each rule, the slowest first: milliseconds of processor time on both sizes, growth of work."""
    small, large = (int(size) for size in sys.argv[1:3]) if len(sys.argv) > 2 else _SIZES
    first, second, growth = _times(small), _times(large), growth_of_work(*_COUNTED)
    print(f"{'rule':<8} {f'{small} entries':>14} {f'{large} entries':>14}   growth of work, library = 1")
    for code, seconds in sorted(second.items(), key=lambda item: -item[1]):
        print(f"{code:<8} {first[code] * 1000:>11.1f} ms {seconds * 1000:>11.1f} ms   {growth[code]:.2f}")
    all_first, all_second = (sum(times.values()) * 1000 for times in (first, second))
    print(f"{'all':<8} {all_first:>11.1f} ms {all_second:>11.1f} ms   {max(growth.values()):.2f} at most")


def _times(entries: int) -> dict[str, float]:
    """Seconds by rule code. What rules share is worked out by whichever needs it first."""
    context = context_of(entries)
    gc.collect()
    gc.freeze()
    seconds: dict[str, float] = {}
    for one, run in each_rule(context):
        gc.collect()  # or one rule would pay for what another left behind
        begin = time.process_time()
        for _ in run:
            pass
        seconds[one.rule.code] = time.process_time() - begin
    gc.unfreeze()
    return seconds


if __name__ == "__main__":
    main()
