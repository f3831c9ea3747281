"""What became of a work after it was published: retracted, questioned, corrected, or nothing that is known."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks.context import CheckContext
from generator.checks.views.works.first_mentions import first_mentions
from generator.checks.views.works.work_numbers import doi_of, pmid_of
from generator.diagnostics import Pointer
from generator.model.entries.entry import Entry
from generator.model.outside_facts import Retraction, Retractions
from generator.model.work import Work

_CONCERN = "expression-of-concern"


def standing_of(retractions: Retractions, work: Work) -> Retraction | None:
    """The notice that weighs most on a work as it stands now; None where there is none, or it was reinstated.

    A retraction weighs more than an expression of concern, that more than a correction. Reinstatement lifts what was
    said before it; where its day or that of the other notice is not known, it counts as the later one.
    """
    notices = _notices(retractions, work)
    lifted = [notice.day for notice in notices if notice.nature == "reinstatement"]
    standing = [notice for notice in notices if not _is_lifted(notice, lifted)]
    for nature in ("retraction", _CONCERN, "correction"):
        found = [notice for notice in standing if notice.nature == nature]
        if found:
            return found[-1]
    return None


def is_replaced(notice: Retraction) -> bool:
    """Whether a work was retracted to be published again in a mended form, often under the same DOI.

    Which of the two forms a citation means then nobody can tell from its number.
    """
    return any(reason.casefold().startswith("retract and replace") for reason in notice.reasons)


def cited_standings(
    context: CheckContext, entry: Entry
) -> Iterator[tuple[str, Pointer, Retraction, Retractions]]:
    """The cited works that carry a notice: key, first citation, notice, snapshot. Nothing without a snapshot."""
    retractions = context.retractions
    if retractions is None:
        return
    for key, pointer in first_mentions(context, entry).items():
        work = context.library.works.get(key)
        notice = standing_of(retractions, work) if work is not None else None
        if notice is not None:
            yield key, pointer, notice, retractions


def told(notice: Retraction, what: str) -> str:
    """``was retracted on 2024-02-19 (Error in Data; Unreliable Results)``."""
    day = f" on {notice.day.isoformat()}" if notice.day is not None else ""
    reasons = f" ({'; '.join(notice.reasons[:3])})" if notice.reasons else ""
    return f"{what}{day}{reasons}"


def snapshot_told(retractions: Retractions) -> str:
    """``The list of retractions used here is of 2026-11-21.``"""
    dated = f"of {retractions.dated.isoformat()}" if retractions.dated is not None else "without a date"
    return f"The list of retractions used here is {dated}."


def _notices(retractions: Retractions, work: Work) -> tuple[Retraction, ...]:
    by_doi = retractions.by_doi.get(doi_of(work), ())
    by_pmid = retractions.by_pmid.get(pmid_of(work), ())
    found = dict.fromkeys((*by_doi, *by_pmid))
    return tuple(sorted(found, key=lambda notice: notice.day or date.min))


def _is_lifted(notice: Retraction, lifted: list[date | None]) -> bool:
    if notice.nature == "correction":
        return False
    return any(day is None or notice.day is None or day >= notice.day for day in lifted)
