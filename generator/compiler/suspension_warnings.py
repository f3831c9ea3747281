"""Warnings at the top of pages: of suspended doses that stand on them, and of suspended drugs that they name.

What an author typed as free text cannot be known to speak of a suspended dose: the warning is for that.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from generator.compiler.context import EditionKey, SiteContext
from generator.compiler.drug_names import drug_names
from generator.compiler.edition_body import EditionBody
from generator.compiler.entry_lists import is_eligible
from generator.compiler.inline_markdown import parse_inline
from generator.compiler.suspended_doses import since_and_who, suspension_of
from generator.compiler.withheld_words import tells_an_amount
from generator.model.entries.decision import Decision
from generator.model.library import Library
from generator.model.quotes import quotes_of
from generator.model.state import NOTICES
from generator.model.text import CLINICIAN
from generator.pages.blocks import Callout
from generator.pages.inline import Text, Words, plain_text, words
from generator.pages.reading import spoken
from generator.pages.site import Page

Bodies = Mapping[EditionKey, EditionBody]


@dataclass(frozen=True, slots=True)
class _Stopped:
    """A suspended dose by the names of its drugs, or a suspended drug."""

    drugs: tuple[str, ...]
    decision: Decision


def with_suspension_warnings(
    pages: tuple[Page, ...], library: Library, bodies: Bodies, context: SiteContext
) -> tuple[Page, ...]:
    """The same pages, those that speak of what is suspended with a warning at their top."""
    if not context.suspended.doses and not context.suspended.drugs:
        return pages
    warnings = _Warnings(library, bodies, context)
    return tuple(warnings.put_on(page) for page in pages)


class _Warnings:
    def __init__(self, library: Library, bodies: Bodies, context: SiteContext) -> None:
        self._library, self._context = library, context
        self._doses = _doses_of_pages(bodies, context)
        self._drugs = _drugs_of_pages(bodies, context)
        self._names = {drug: drug_names(library, drug) for drug in context.suspended.drugs}

    def put_on(self, page: Page) -> Page:
        """The page with what must be said of it. A notice says it already."""
        if page.status is not None and page.status.code in NOTICES:
            return page
        said = tuple(dict.fromkeys(self._said(page)))
        if not said:
            return page
        warning = Callout("warning", self._context.word("suspended-title"), said)
        return replace(page, lead=(warning, *page.lead))

    def _said(self, page: Page) -> Iterator[Words]:
        audience = self._library.audiences.get(page.audience)
        is_plain = audience is not None and audience.ratings == "plain"
        context = replace(self._context, is_plain=is_plain)
        told = set()
        for drug in self._drugs_on(page):
            decision = context.suspended.drugs[drug]
            told.add(decision.id)
            yield words(self._of_drug(drug, decision, context))
        for dose in self._doses.get((page.entry, page.audience), ()):
            if dose.decision.id not in told:
                values = since_and_who(dose.decision, self._library, context)
                names = f" {context.word('or')} ".join(dose.drugs)
                yield words(context.word("dose-suspended-on-page", drugs=names, **values))

    def _drugs_on(self, page: Page) -> list[str]:
        """The suspended drugs that a page quotes or names, in whichever spelling."""
        quoted = self._drugs.get((page.entry, page.audience), frozenset())
        sections = [(section.title, section.blocks) for section in page.sections]
        text = "\n".join(spoken((page.heading, page.lead, sections))) if self._names else ""
        return [drug for drug, names in self._names.items() if drug in quoted or names.search(text)]

    def _of_drug(self, drug: str, decision: Decision, context: SiteContext) -> str:
        known = self._library.drugs.get(drug)
        values = since_and_who(decision, self._library, context)
        said = context.word("drug-suspended-on-page", drug=known.name if known else drug, **values)
        if not decision.reason or context.is_plain or tells_an_amount(decision.reason, context):
            return said
        run = parse_inline(decision.reason, lambda mark: (Text(mark),), lambda address, label: label)
        return f"{said} {context.word('suspended-reason', reason=plain_text(run))}"


def _doses_of_pages(bodies: Bodies, context: SiteContext) -> dict[EditionKey, list[_Stopped]]:
    """The suspended doses of each edition, and those that the page of a drug lists."""
    found: dict[EditionKey, list[_Stopped]] = {}
    for key, body in bodies.items():
        for name in body.suspended:
            found.setdefault(key, []).append(_stopped(body, name, context))
        state = context.states.get(key)
        if key[1] != CLINICIAN or state is None or not is_eligible(state, CLINICIAN, context):
            continue
        for dose_id, dose in getattr(body.edition, "doses", {}).items():
            name = f"{key[0]}#{dose_id}"
            if suspension_of(context.suspended, name, dose) is not None:
                for drug in dose.drugs:
                    found.setdefault((drug, CLINICIAN), []).append(_stopped(body, name, context))
    return found


def _stopped(body: EditionBody, name: str, context: SiteContext) -> _Stopped:
    owner, _, dose_id = name.partition("#")
    dose = getattr(body.library.entry(owner), "doses", {})[dose_id]
    decision = suspension_of(context.suspended, name, dose)
    assert decision is not None, "a notice stands in the place of the dose"
    drugs = body.library.drugs
    return _Stopped(tuple(drugs[drug].name if drug in drugs else drug for drug in dose.drugs), decision)


def _drugs_of_pages(bodies: Bodies, context: SiteContext) -> dict[EditionKey, frozenset[str]]:
    """The suspended drugs that each edition quotes or links to."""
    if not context.suspended.drugs:
        return {}
    return {
        key: frozenset(quote.target for quote in quotes_of(body.edition) if quote.kind in ("drug", "entry"))
        for key, body in bodies.items()
    }
