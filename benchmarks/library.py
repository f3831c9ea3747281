"""The corpus, read and compiled, with all that rules may look at; and one run of each rule over it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.corpus import write_corpus
from generator.checks.context import CheckContext
from generator.checks.registry import Check, Scope, all_checks
from generator.compiler.context import SiteContext
from generator.compiler.site import compile_bodies
from generator.diagnostics import Finding
from generator.model.library import Library
from generator.model.outside_facts import GitHistory, Retraction, Retractions
from generator.package_files import packaged_templates
from generator.pipeline.inspect import site_texts
from generator.sources.load import load_library
from generator.sources.words import read_words

_TODAY = date(2026, 1, 1)


def context_of(entries: int) -> CheckContext:
    """What rules see of a corpus of so many summaries and medication pages."""
    with TemporaryDirectory() as name:
        write_corpus(Path(name), entries)
        library, _ = load_library(Path(name))
    words, _ = read_words((packaged_templates(),), "en")
    bodies = compile_bodies(library, SiteContext(today=_TODAY, words=words, publishes_all=True))
    return CheckContext(library, {}, _TODAY, site_texts(bodies), _retractions(library), _history(library))


def each_rule(context: CheckContext) -> Iterator[tuple[Check, Iterator[Finding]]]:
    """Every rule with its run, which is still to be done; those that look at findings come last and get all of them."""
    found: list[Finding] = []
    for one in sorted(all_checks(), key=lambda one: one.scope is Scope.FINDINGS):
        yield one, _kept(_run(one, context, found), found if one.scope is not Scope.FINDINGS else [])


def _kept(run: Iterator[Finding], found: list[Finding]) -> Iterator[Finding]:
    for finding in run:
        found.append(finding)
        yield finding


def _run(one: Check, context: CheckContext, found: list[Finding]) -> Iterator[Finding]:
    if one.scope is Scope.ENTRY:
        for entry in context.library.entries():
            yield from one.run(context, entry)
    elif one.scope is Scope.SITE_TEXT:
        for text in context.texts:
            yield from one.run(context, text)
    elif one.scope is Scope.LIBRARY:
        yield from one.run(context)
    else:
        yield from one.run(context, tuple(found))


def _retractions(library: Library) -> Retractions:
    """Each work has a notice, which is the most that there could be to tell."""
    notices = (Retraction("retraction", date(2025, 6, 1), ("Error in Data",)),)
    by_doi = {work.doi.lower(): notices for work in library.works.values() if work.doi}
    return Retractions("retraction-watch.csv", _TODAY, by_doi)


def _history(library: Library) -> GitHistory:
    files = {library.place_of(entry.id, ()).file for entry in library.entries()}
    return GitHistory(False, {file: (date(2025, 1, 1), date(2025, 6, 1)) for file in sorted(files)})
