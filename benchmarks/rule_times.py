"""How long each rule takes on a small and on a large library, and whether its time grows faster than the library."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.corpus import write_corpus
from generator.checks.context import CheckContext
from generator.checks.registry import Check, Scope, all_checks
from generator.compiler.context import SiteContext
from generator.compiler.site import compile_bodies
from generator.package_files import packaged_templates
from generator.pipeline.inspect import site_texts
from generator.sources.load import load_library
from generator.sources.words import read_words

_SIZES = (250, 1000)


def main() -> None:
    """Print one line for each rule: milliseconds on both sizes, and the growth in multiples of that of the library."""
    small, large = (int(size) for size in sys.argv[1:3]) if len(sys.argv) > 2 else _SIZES
    first, second = _times(small), _times(large)
    print(
        f"{'rule':<8} {f'{small} entries':>14} {f'{large} entries':>14}   growth against that of the library"
    )
    for code, seconds in sorted(second.items(), key=lambda item: -item[1]):
        growth = seconds / max(first[code], 1e-6) / (large / small)
        print(f"{code:<8} {first[code] * 1000:>11.1f} ms {seconds * 1000:>11.1f} ms   {growth:.2f}")
    total, before = sum(second.values()), sum(first.values())
    share = total / max(before, 1e-6) / (large / small)
    print(f"{'all':<8} {before * 1000:>11.1f} ms {total * 1000:>11.1f} ms   {share:.2f}")


def _times(entries: int) -> dict[str, float]:
    """Seconds by rule code. What rules share is worked out by whichever needs it first."""
    with TemporaryDirectory() as name:
        write_corpus(Path(name), entries)
        library, _ = load_library(Path(name))
        words, _ = read_words((packaged_templates(),), "en")
        bodies = compile_bodies(library, SiteContext(today=date(2026, 1, 1), words=words, publishes_all=True))
        context = CheckContext(library, {}, date(2026, 1, 1), site_texts(bodies))
        return {one.rule.code: _seconds(_run(one, context)) for one in all_checks()}


def _run(one: Check, context: CheckContext) -> Iterator[object]:
    if one.scope is Scope.ENTRY:
        for entry in context.library.entries():
            yield from one.run(context, entry)
    elif one.scope is Scope.SITE_TEXT:
        for text in context.texts:
            yield from one.run(context, text)
    elif one.scope is Scope.LIBRARY:
        yield from one.run(context)


def _seconds(found: Iterator[object]) -> float:
    begin = time.perf_counter()
    for _ in found:
        pass
    return time.perf_counter() - begin


if __name__ == "__main__":
    main()
