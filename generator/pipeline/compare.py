"""Comparing two states of a project: what ``clinsum compare`` does."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from generator.model.change import ChangeClass, ClinicalChange, Operation, Topic
from generator.pipeline.compared_side import WORKING_TREE, OpenSide, SideRefused, open_side
from generator.pipeline.comparison_pack import write_pack
from generator.pipeline.inspect import Say
from generator.pipeline.inspected_side import InspectedSide, inspect_side
from generator.pipeline.run_context import RunContext
from generator.review.site.changed_fact import ChangedFact, FactKind, LibraryComparison
from generator.review.site.library_comparison import compare_libraries


@dataclass(frozen=True, slots=True)
class ComparisonRequest:
    """What to compare: of a project with this configuration a folder or revision with another, or with what is there.

    ``pack`` is the folder to write pages for reviewers into, if any; ``is_strict`` goes into its report.
    """

    config: Path
    base: str
    head: str | None = None
    pack: Path | None = None
    is_strict: bool = False


@dataclass(frozen=True, slots=True)
class ComparisonResult:
    """What was found, and why the pack that was asked for was not written; empty where all was done."""

    comparison: LibraryComparison
    pack_failure: str = ""


def compare(request: ComparisonRequest, run: RunContext, say: Say = lambda text: None) -> ComparisonResult:
    """Compare, and write the pack that was asked for.

    Never raises for content, revisions, templates or the disk: what could not be compared stands in the comparison.
    """
    try:
        with ExitStack() as stack:
            base = stack.enter_context(open_side(request.config, request.base))
            head = stack.enter_context(open_side(request.config, request.head))
            return _compared(request, base, head, run, say)
    except SideRefused as refused:
        return _nothing(request, str(refused))
    except OSError as refused:
        return _nothing(request, f"the system refuses: {refused}")
    except Exception as unexpected:  # whatever fails here must never read as “no change”
        return _nothing(request, f"the program met what it did not expect: {_fault(unexpected)}")


def _compared(
    request: ComparisonRequest, base: OpenSide, head: OpenSide, run: RunContext, say: Say
) -> ComparisonResult:
    _refuse_one_folder(base, head)
    is_shown = request.pack is not None
    sides = [inspect_side(side, run, say, with_rules=is_shown) for side in (base, head)]
    say("comparing")
    comparison = _comparison(*sides)
    if request.pack is None:
        return ComparisonResult(comparison)
    say("writing the pack")
    try:
        write_pack(comparison, sides[0], sides[1], request.pack, is_strict=request.is_strict)
    except Exception as refused:  # the comparison is told all the same
        return ComparisonResult(comparison, _fault(refused))
    return ComparisonResult(comparison)


def _comparison(base: InspectedSide, head: InspectedSide) -> LibraryComparison:
    """Of a side that cannot be read nothing is said but that: all its pages would seem gone, or new."""
    before, after = base.compared, head.compared
    if before is None or after is None:
        reasons = [
            f"{why} ({side.name})" for side in (base, head) if side.compared is None for why in side.failures
        ]
        return _only(base.name, head.name, reasons)
    if not before.bodies and not after.bodies:
        return _only(base.name, head.name, ["neither side has a page"])
    return _with_reasons(compare_libraries(before, after), (base, head))


def _with_reasons(comparison: LibraryComparison, sides: Iterable[InspectedSide]) -> LibraryComparison:
    """With the place and the reason at each entry and work that cannot be read."""
    reasons = {owner: why for side in sides for owner, why in side.reasons.items()}

    def told(fact: ChangedFact) -> ChangedFact:
        if fact.kind is not FactKind.NOT_COMPARED or fact.owner not in reasons or fact.change.path:
            return fact
        return replace(fact, change=replace(fact.change, sentence=f"{fact.sentence}: {reasons[fact.owner]}"))

    return replace(comparison, facts=tuple(told(fact) for fact in comparison.facts))


def _refuse_one_folder(base: OpenSide, head: OpenSide) -> None:
    """Whoever names the same folder twice compares nothing, and would be told that nothing changed."""
    folders = [side.options.project.resolve() for side in (base, head) if side.options is not None]
    if len(folders) == 2 and folders[0] == folders[1]:
        raise SideRefused(
            "both sides are the same folder. Name the older state of the site: a folder or a revision."
        )


def _nothing(request: ComparisonRequest, why: str) -> ComparisonResult:
    comparison = _only(request.base, request.head or WORKING_TREE, [why])
    return ComparisonResult(comparison, "nothing was compared" if request.pack is not None else "")


def _only(base: str, head: str, reasons: Iterable[str]) -> LibraryComparison:
    return LibraryComparison(base, head, compared=0, facts=tuple(map(_not_compared, reasons)))


def _not_compared(why: str) -> ChangedFact:
    change = ClinicalChange(
        ChangeClass.CRITICAL,
        Operation.REPLACE,
        Topic.TEXT,
        path=(),
        after=why,
        sentence=f"NOT COMPARED: {why}",
        is_compared=False,
    )
    return ChangedFact(FactKind.NOT_COMPARED, "", change)


def _fault(error: Exception) -> str:
    said = str(error)
    return said if isinstance(error, OSError) and said else f"{type(error).__name__}: {said}".rstrip(": ")
