"""Changes of the editorial policy: what makes it weaker is critical."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.change import ChangeClass
from generator.model.policy import EditorialPolicy, Requirement
from generator.model.quantity import Quantity
from generator.review.site.changed_fact import ChangedFact
from generator.review.site.site_rule import rule_fact

_CRITICAL, _MAJOR, _MINOR = ChangeClass.CRITICAL, ChangeClass.MAJOR, ChangeClass.MINOR


def policy_facts(before: EditorialPolicy, after: EditorialPolicy) -> Iterator[ChangedFact]:
    """Each change of the policy in words."""
    if before == after:
        return
    yield from _approval(before, after)
    yield from _requirements(before, after)
    yield from _afterwards(before, after)
    if after.version <= before.version:
        is_lower = after.version < before.version
        said = (
            f"its version is lower than before: {before.version} → {after.version}"
            if is_lower
            else "its version was not raised"
        )
        level = _CRITICAL if is_lower else _MAJOR
        yield _fact(
            level, "version", f"The editorial policy changed, and {said}", before.version, after.version
        )


def _approval(before: EditorialPolicy, after: EditorialPolicy) -> Iterator[ChangedFact]:
    if before.approval != after.approval:
        is_weaker = after.approval == "recorded"
        said = (
            "Approvals count without a signature: signed → recorded"
            if is_weaker
            else "Approvals need a signature: recorded → signed"
        )
        yield _fact(_CRITICAL if is_weaker else _MINOR, "approval", said, before.approval, after.approval)
    if before.people != after.people:
        is_weaker = after.people < before.people
        said = f"{'Fewer' if is_weaker else 'More'} people must approve: {before.people} → {after.people}"
        yield _fact(_CRITICAL if is_weaker else _MINOR, "people", said, before.people, after.people)


def _requirements(before: EditorialPolicy, after: EditorialPolicy) -> Iterator[ChangedFact]:
    for one in before.requirements:
        if one not in after.requirements:
            words = requirement_words(one)
            yield _fact(_CRITICAL, "requirements", f"No longer required for approval: {words}", words)
    for one in after.requirements:
        if one not in before.requirements:
            words = requirement_words(one)
            yield _fact(_MINOR, "requirements", f"Newly required for approval: {words}", "", words)


def _afterwards(before: EditorialPolicy, after: EditorialPolicy) -> Iterator[ChangedFact]:
    old, new = before.review_every, after.review_every
    if old != new:
        said = f"How often entries are reviewed: every {old.written} → every {new.written}"
        level = _MINOR if _is_shorter(new, old) else _MAJOR
        yield _fact(level, "review_every", said, old.written, new.written)
    if before.changed_entry != after.changed_entry:
        said = f"What readers see of a changed entry: {before.changed_entry} → {after.changed_entry}"
        yield _fact(_MAJOR, "changed_entry", said, before.changed_entry, after.changed_entry)
    if set(before.suspend_roles) != set(after.suspend_roles):
        roles = [", ".join(one.suspend_roles) or "any reviewer" for one in (before, after)]
        yield _fact(_MAJOR, "suspend_roles", f"Who may suspend and lift: {roles[0]} → {roles[1]}", *roles)
    if before.follow_up != after.follow_up:
        bodies = [one.follow_up or "nobody" for one in (before, after)]
        yield _fact(
            _MINOR, "follow_up", f"Who answers questions and reports: {bodies[0]} → {bodies[1]}", *bodies
        )


def requirement_words(one: Requirement) -> str:
    """``somebody in the role pharmacy, where dose changed``."""
    people = [f"{one.people} people"] if one.people is not None else []
    roles = [f"somebody in the role {' or '.join(one.one_of_roles)}"] if one.one_of_roles else []
    where = [f"for {' and '.join(one.kinds)}"] if one.kinds else []
    where += [f"for the edition {' and '.join(one.audiences)}"] if one.audiences else []
    where += [f"where {' or '.join(one.topics)} changed"] if one.topics else []
    where += [f"where a change is {' or '.join(one.classes)}"] if one.classes else []
    return ", ".join((" and ".join((*people, *roles)) or "nothing more", *where))


def _is_shorter(one: Quantity, other: Quantity) -> bool:
    return one.unit.dimension == other.unit.dimension and one.exact < other.exact


def _fact(
    level: ChangeClass, field: str, sentence: str, before: object = "", after: object = ""
) -> ChangedFact:
    return rule_fact(level, ("policy", field), sentence, before, after)
