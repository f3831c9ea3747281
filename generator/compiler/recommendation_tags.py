"""When the evidence of each recommendation was reviewed: ``[new 2026]``, ``[2026]``, ``[2024, amended 2026]``.

The tags assert a review of the evidence. So they come from approvals in which somebody recorded that the search of the
evidence is current, and from nothing else: not from the day of an edit, nor from git.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from generator.compiler.context import DecidedContents, SiteContext
from generator.diagnostics import pointer_text
from generator.model.approval import ApprovedVersion
from generator.model.digest import closure_text
from generator.model.entries.audience import Audience
from generator.model.entries.decision import CoveredEdition, Decision
from generator.model.entries.entry import Entry
from generator.model.state import EditionState
from generator.pages.site import EvidenceTag

CRITERION = "evidence-search-current"
"""What an approval says whose giver found the search of the evidence current."""


def recommendation_tags(
    edition: Entry, audience: Audience, state: EditionState, context: SiteContext
) -> dict[str, EvidenceTag]:
    """The tags of an approved edition by the pointers of its recommendations; none of a text that is not approved."""
    if not state.is_approved:
        return {}
    told = evidence_reviews(edition.id, audience.id, state.versions, context.closures)
    context = replace(context, is_plain=audience.ratings == "plain")
    recommendations = getattr(edition, "recommendations", ())
    return {
        pointer_text(one.origin): tag
        for one in recommendations
        if (reviewed := told.get(one.id)) is not None and (tag := reviewed.tag(context)) is not None
    }


@dataclass(frozen=True, slots=True)
class EvidenceReview:
    """Of one recommendation: the year of the last review of its evidence, 0 for none; whether it was new or changed
    then; and the year of the last change since, 0 for none.
    """

    year: int = 0
    is_new: bool = False
    amended: int = 0

    def tag(self, context: SiteContext) -> EvidenceTag | None:
        """The tag in words; None where no review is recorded."""
        if not self.year:
            return None
        code = "amended" if self.amended else "new" if self.is_new else "reviewed"
        years = {"year": str(self.year), "amended": str(self.amended)}
        return EvidenceTag(
            code, context.word(f"tag-{code}", **years), context.word(f"tag-means-{code}", **years)
        )


def evidence_reviews(
    entry: str, audience: str, versions: tuple[ApprovedVersion, ...], contents: DecidedContents
) -> Mapping[str, EvidenceReview]:
    """What is recorded of each recommendation of the last version, by its id.

    ``versions`` are oldest first. Without the content of one of them nobody can tell what changed in it: then nothing
    is asserted at all.
    """
    known: dict[str, EvidenceReview] = {}
    before: dict[str, str] = {}
    if not any(CRITERION in decision.criteria for one in versions for decision in one.approvals):
        return known
    for version in versions:
        closure = contents.get(version.digests.content)
        if closure is None:
            return {}
        after = _recommendations(closure)
        reviews = tuple(_reviews(version, entry, audience))
        known = {
            one: _reviewed(
                known.get(one, EvidenceReview()), version, reviews, is_changed=before.get(one) != text
            )
            for one, text in after.items()
        }
        before = after
    return known


@dataclass(frozen=True, slots=True)
class _Review:
    """A recorded review of the evidence. ``is_whole`` is no where only a change was read."""

    decision: Decision
    is_whole: bool

    @property
    def year(self) -> int:
        return self.decision.at.year


def _reviews(version: ApprovedVersion, entry: str, audience: str) -> Iterator[_Review]:
    for decision in sorted(version.approvals, key=lambda one: (one.at, one.id)):
        if CRITERION in decision.criteria:
            bound = list(_bound(decision, entry, audience))
            yield _Review(decision, any(one.change_from is None for one in bound))


def _bound(decision: Decision, entry: str, audience: str) -> Iterator[CoveredEdition]:
    for covered in decision.covers:
        if covered.entry == entry:
            yield from (one for one in covered.editions if one.audience == audience)


def _reviewed(
    known: EvidenceReview, version: ApprovedVersion, reviews: tuple[_Review, ...], *, is_changed: bool
) -> EvidenceReview:
    """What is known of a recommendation after one more version: first what made it approved, then later readings."""
    making = [one for one in reviews if one.decision.at <= version.at]
    if is_changed and making:
        known = EvidenceReview(making[-1].year, is_new=True)
    elif is_changed:
        known = replace(known, amended=version.at.year)
    elif any(one.is_whole for one in making):
        known = EvidenceReview(max(one.year for one in making if one.is_whole))
    for later in reviews:
        is_of_another_year = later.year != known.year or known.amended
        if later.is_whole and later.decision.at > version.at and is_of_another_year:
            known = EvidenceReview(later.year)
    return known


def _recommendations(closure: Mapping[str, Any]) -> dict[str, str]:
    """Each recommendation of a content as canonical JSON, by its id."""
    content = closure.get("content")
    found = content.get("recommendations", ()) if isinstance(content, Mapping) else ()
    return {str(one["id"]): closure_text(one) for one in found if isinstance(one, Mapping) and "id" in one}
