"""Changes of the list of those who may decide."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.change import ChangeClass
from generator.model.reviewers import ReviewerKey, Reviewers
from generator.review.site.changed_fact import ChangedFact
from generator.review.site.site_rule import rule_fact

_CRITICAL, _MAJOR, _MINOR = ChangeClass.CRITICAL, ChangeClass.MAJOR, ChangeClass.MINOR
_SHOWN = 16
"""How many characters of a key tell it from others."""


def reviewer_facts(before: Reviewers | None, after: Reviewers | None) -> Iterator[ChangedFact]:
    """Each change of people, roles and keys. Without a list roles are believed as they are typed."""
    if before == after:
        return
    if after is None:
        yield _fact(
            _CRITICAL, (), "There is no list of reviewers any more: roles are believed as typed", "a list"
        )
    elif before is None:
        yield _fact(_MAJOR, (), "There is a list of reviewers now: only they may decide", "", "a list")
    else:
        yield from _compared(before, after)


def _compared(before: Reviewers, after: Reviewers) -> Iterator[ChangedFact]:
    old, new = ({one.person: None for one in side.reviewers} for side in (before, after))
    for person in sorted(old.keys() - new.keys()):
        yield _fact(_MAJOR, (person,), f"{person} may no longer decide", person)
    for person in sorted(new.keys() - old.keys()):
        roles = _listed(after, person)
        yield _fact(_MAJOR, (person,), f"{person} may now decide, in the roles {roles}", "", roles)
    for person in sorted(old.keys() & new.keys()):
        if before.roles_of(person) != after.roles_of(person):
            was, now = _listed(before, person), _listed(after, person)
            yield _fact(_MAJOR, (person, "roles"), f"Roles of {person}: {was} → {now}", was, now)
        yield from _keys(person, before.keys_of(person), after.keys_of(person))
    if after.version < before.version:
        said = (
            f"The version of the list of reviewers is lower than before: {before.version} → {after.version}"
        )
        yield _fact(_CRITICAL, ("version",), said, before.version, after.version)


def _keys(
    person: str, before: tuple[ReviewerKey, ...], after: tuple[ReviewerKey, ...]
) -> Iterator[ChangedFact]:
    old, new = ({one.key: one for one in side} for side in (before, after))
    for key in sorted(old.keys() | new.keys()):
        was, now = old.get(key), new.get(key)
        if was == now:
            continue
        name = f"the key …{key[-_SHOWN:]} of {person}"
        if was is None or now is None:
            said = f"{person} may sign with another key: …{key[-_SHOWN:]}" if was is None else f"Gone: {name}"
            yield _fact(
                _MAJOR, (person, "keys"), said, "" if was is None else key, "" if now is None else key
            )
        else:
            level = _CRITICAL if was.revoked and not now.revoked else _MAJOR
            said = f"What {name} is good for: {_validity(was)} → {_validity(now)}"
            yield _fact(level, (person, "keys"), said, _validity(was), _validity(now))


def _validity(key: ReviewerKey) -> str:
    if key.revoked:
        return "revoked"
    days = [f"{word} {day.isoformat()}" for word, day in (("from", key.since), ("until", key.until)) if day]
    return " ".join(days) or "always"


def _listed(side: Reviewers, person: str) -> str:
    return ", ".join(sorted(side.roles_of(person))) or "none"


def _fact(
    level: ChangeClass, path: tuple[str, ...], sentence: str, before: object = "", after: object = ""
) -> ChangedFact:
    return rule_fact(level, ("reviewers", *path), sentence, before, after)
