"""A project checked as a build checks it: compiled first, so that rules of site text have their words."""

from __future__ import annotations

from datetime import date
from functools import cache

from generator.checks import check
from generator.compiler.context import SiteContext
from generator.compiler.site import compile_bodies
from generator.diagnostics import Finding
from generator.model.library import Library
from generator.model.outside_facts import GitHistory, Retractions
from generator.model.state import Digests, EditionState, State
from generator.pages.site_text import EditionText
from generator.pipeline.inspect import site_texts
from tests.compiler.english import english

TODAY = date(2026, 11, 21)


def checked(
    library: Library,
    state: State = State.DRAFT,
    *,
    retractions: Retractions | None = None,
    history: GitHistory | None = None,
) -> tuple[Finding, ...]:
    """Every finding; all editions stand in the same state."""
    made = EditionState(state, Digests("", ""))
    states = {(entry.id, audience): made for entry in library.entries() for audience in library.audiences}
    return check(library, states, TODAY, texts_of(library), retractions=retractions, history=history)


def texts_of(library: Library) -> tuple[EditionText, ...]:
    """What readers will read of every edition."""
    return site_texts(compile_bodies(library, _context()))


@cache
def _context() -> SiteContext:
    return SiteContext(today=TODAY, words=english(), publishes_all=True)
