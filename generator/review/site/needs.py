"""What the editorial policy asks for before changed editions are approved again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.compiler.context import EditionKey
from generator.model.change import ChangeClass, Topic, worst
from generator.model.policy import EditorialPolicy, Requirement
from generator.review.site.changed_fact import ChangedFact, Need
from generator.review.site.compared import Compared


def needs(
    base: Compared, head: Compared, facts: Iterable[ChangedFact], new: Mapping[EditionKey, frozenset[Topic]]
) -> tuple[Need, ...]:
    """What each changed or new edition needs; editions that need the same are told together.

    Of two policies the stricter counts: a change cannot lower what it takes to accept it. ``new`` has the topics of
    each new edition.
    """
    found: dict[EditionKey, list[ChangedFact]] = {}
    for fact in facts:
        for page in fact.all_pages:
            found.setdefault((page.entry, page.audience), []).append(fact)
    extents = {
        key: (frozenset(fact.change.topic for fact in of), worst([fact.level for fact in of]))
        for key, of in found.items()
    }
    extents |= {key: (topics, ChangeClass.CRITICAL) for key, topics in new.items()}
    wanted: dict[tuple[int, tuple[tuple[str, ...], ...]], list[EditionKey]] = {}
    for key, (topics, level) in sorted(extents.items()):
        if key in head.bodies:
            kind = str(getattr(head.bodies[key].entry, "kind", ""))
            wanted.setdefault(_wanted(base, head, (kind, key[1]), topics, level), []).append(key)
    return tuple(
        Need(people, roles, tuple(head.page(key) for key in keys)) for (people, roles), keys in wanted.items()
    )


def _wanted(
    base: Compared, head: Compared, of: tuple[str, str], topics: frozenset[Topic], level: ChangeClass
) -> tuple[int, tuple[tuple[str, ...], ...]]:
    people, roles = 1, dict[tuple[str, ...], None]()
    for policy in (base.library.policy, head.library.policy):
        for one in _requirements(policy, of, topics, level):
            people = max(people, one.people or 0)
            roles |= {one.one_of_roles: None} if one.one_of_roles else {}
        people = max(people, policy.people)
    return people, tuple(roles)


def _requirements(
    policy: EditorialPolicy, of: tuple[str, str], topics: frozenset[Topic], level: ChangeClass
) -> list[Requirement]:
    kind, audience = of
    return [
        one
        for one in policy.requirements
        if (not one.kinds or kind in one.kinds)
        and (not one.audiences or audience in one.audiences)
        and (not one.topics or not topics.isdisjoint(one.topics))
        and (not one.classes or level in one.classes)
    ]
