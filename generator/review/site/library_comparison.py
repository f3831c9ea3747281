"""Two sides of a site compared: every fact that changed, told once, with every page that it reaches."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.compiler.context import EditionKey
from generator.compiler.dosing.profiles import PROFILES
from generator.model.change import ChangeClass, Topic
from generator.model.text import CLINICIAN
from generator.pages.blocks import References
from generator.review.site.changed_fact import ChangedFact, LibraryComparison
from generator.review.site.compared import Compared
from generator.review.contents.comparison import compare_closures
from generator.review.site.editions_apart import apart_facts
from generator.review.site.fact_grouping import FoundChange, grouped, in_order
from generator.review.site.missing_notes import missing_notes
from generator.review.site.needs import needs
from generator.review.site.not_compared import is_unread, not_compared
from generator.review.site.page_changes import PagePairs, page_facts, pair_pages, renamed
from generator.review.site.prose_changes import prose_facts
from generator.review.site.rendered_changes import rendered_facts
from generator.review.words.sentences import worded
from generator.review.site.site_rule_changes import added_decisions, site_rule_facts
from generator.review.contents.topics import topics_in
from generator.review.site.weighed_drugs import with_all_drugs

__all__ = ["Compared", "LibraryComparison", "compare_libraries"]

_Pair = tuple[EditionKey, EditionKey]


def compare_libraries(base: Compared, head: Compared) -> LibraryComparison:
    """Compare all editions of all entries with pages, the rules of the site, and what was decided."""
    pages = pair_pages(base, head)
    told = {pair: _changes(base, head, pair) for pair in pages.pairs}
    content = grouped((one for found in told.values() for one in found), head.page)
    same = [pair for pair, found in told.items() if not found]
    changed = sorted({pair[1][0] for pair, found in told.items() if found})
    facts = in_order(
        [
            *not_compared(base, head),
            *content,
            *(fact for entry in changed for fact in apart_facts(base, head, entry)),
            *rendered_facts(base, head, same),
            *page_facts(base, head, pages),
            *prose_facts(base, head),
            *site_rule_facts(base, head),
        ]
    )
    return LibraryComparison(
        base=base.name,
        head=head.name,
        compared=len(pages.pairs),
        facts=facts,
        new_pages=tuple(head.page(key) for key in sorted(pages.new)),
        decisions=added_decisions(base.library, head.library),
        needs=needs(base, head, _for_approval(facts), _topics(head, pages)),
        notes=tuple(missing_notes(base, head, facts)),
    )


def _changes(base: Compared, head: Compared, pair: _Pair) -> tuple[FoundChange, ...]:
    """The worded changes of one edition. What is quoted but unreadable is told once, as that."""
    before: Mapping[str, object] = base.closures[pair[0]]
    after = head.closures[pair[1]]
    if pair[0] != pair[1]:
        before = renamed(before, pair[1][0])
    if before == after:
        return ()
    found = [
        with_all_drugs(change, base, head)
        for change in compare_closures(before, after)
        if change.level is not ChangeClass.NONE and not is_unread(base, head, change.within)
    ]
    profile = PROFILES[head.library.audiences.get(CLINICIAN, head.bodies[pair[1]].audience).profile]
    numbers = dict(_numbers(base, pair[0]))
    return tuple((pair[1], one) for one in worded(found, before, after, profile=profile, numbers=numbers))


def _numbers(side: Compared, key: EditionKey) -> Iterator[tuple[str, int]]:
    """The references of a page by their keys, as it numbers them."""
    blocks = (block for section in side.bodies[key].sections for block in section.blocks)
    for block in blocks:
        if isinstance(block, References):
            yield from ((item.key, item.number) for item in block.items)


def _topics(head: Compared, pages: PagePairs) -> Mapping[EditionKey, frozenset[Topic]]:
    return {key: topics_in(head.closures[key]) for key in pages.new}


def _for_approval(facts: tuple[ChangedFact, ...]) -> Iterator[ChangedFact]:
    """What ends an approval: changes of what an edition says or of the words that readers get."""
    return (fact for fact in facts if fact.change.path[:1] != ("pages",))
