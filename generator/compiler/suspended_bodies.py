"""Bodies as they are published: with a notice in the place of each suspended dose.

The digests of an edition are those of its own words. So only what a suspension touches is worded a second time.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.compiler.context import EditionKey, SiteContext
from generator.compiler.edition_body import EditionBody, compile_body
from generator.compiler.suspended_doses import suspension_of
from generator.model.carriers import carriers_of, quoted_name
from generator.model.library import Library
from generator.model.quotes import quotes_of
from generator.model.state import State
from generator.model.suspension import Suspensions
from generator.model.text import CLINICIAN


def compile_published_bodies(
    library: Library, bodies: Mapping[EditionKey, EditionBody], context: SiteContext
) -> Mapping[EditionKey, EditionBody]:
    """The same bodies, those that would word a suspended dose replaced. They keep the digest of their own words."""
    if not context.suspended.doses and not context.suspended.drugs:
        return bodies
    published = dict(bodies)
    for key in _touched(library, bodies, context):
        body = bodies[key]
        again = compile_body(body.library, body.entry, body.audience, context)
        if again.suspended:
            published[key] = replace(again, words_digest=body.words_digest)
    return published


def own_words(context: SiteContext) -> SiteContext:
    """The context in which nothing is suspended: what is worded in it is what approvals bind."""
    return replace(context, suspended=Suspensions({}, {}))


def with_doses_of_suspended_entries(library: Library, context: SiteContext) -> SiteContext:
    """The context in which the doses of a suspended entry are suspended, too, wherever they are quoted.

    An entry counts whose every edition is suspended, or that of clinicians.
    """
    doses = dict(context.suspended.doses)
    for entry in library.editioned():
        audiences = [audience.id for audience in library.editions_of(entry)]
        states = {one: state for one in audiences if (state := context.states.get((entry.id, one)))}
        stopped = {one: state.decided for one, state in states.items() if state.state is State.SUSPENDED}
        decision = stopped.get(CLINICIAN) or next(iter(stopped.values()), None)
        if decision is not None and (CLINICIAN in stopped or len(stopped) == len(audiences)):
            doses = {f"{entry.id}#{dose}": decision for dose in entry.doses} | doses
    return replace(context, suspended=Suspensions(dict(sorted(doses.items())), context.suspended.drugs))


def _touched(
    library: Library, bodies: Mapping[EditionKey, EditionBody], context: SiteContext
) -> Iterator[EditionKey]:
    """The editions that have a suspended dose or quote one, be it through what they quote.

    What is worded from a library of its own is looked at in any case.
    """
    wanted = {f"dose:{name}" for name in _suspended_doses(library, context)}
    carrying: dict[str, frozenset[str]] = {}
    for (entry, audience), body in bodies.items():
        if audience not in carrying:
            carrying[audience] = frozenset((*wanted, *carriers_of(library, wanted, audience)))
        own = {f"dose:{entry}#{dose}" for dose in getattr(body.edition, "doses", {})}
        names = own.union(quoted_name(quote, entry) for quote in quotes_of(body.edition))
        if body.library is not library or not names.isdisjoint(carrying[audience]):
            yield entry, audience


def _suspended_doses(library: Library, context: SiteContext) -> Iterator[str]:
    yield from context.suspended.doses
    if context.suspended.drugs:
        for entry in library.editioned():
            for dose_id, dose in entry.doses.items():
                if suspension_of(context.suspended, f"{entry.id}#{dose_id}", dose) is not None:
                    yield f"{entry.id}#{dose_id}"
