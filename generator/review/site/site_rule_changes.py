"""The rules of the site that changed: policy, reviewers, audiences, lists, waivers, retired ids, the record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.model.change import ChangeClass
from generator.model.entries.audience import Audience
from generator.model.library import Library
from generator.model.waiver import Waiver
from generator.review.site.changed_fact import AddedDecision, ChangedFact
from generator.review.site.compared import Compared
from generator.review.site.policy_changes import policy_facts
from generator.review.site.reviewer_changes import reviewer_facts
from generator.review.site.shaping_changes import shaping_facts
from generator.review.site.site_rule import rule_fact

_CRITICAL, _MAJOR, _MINOR = ChangeClass.CRITICAL, ChangeClass.MAJOR, ChangeClass.MINOR
_SHAPING = frozenset({"profile", "sections", "regimens", "doses_as", "ratings"})
"""Fields of an audience that decide what its readers are told."""


def site_rule_facts(base: Compared, head: Compared) -> Iterator[ChangedFact]:
    """Each change in words, whatever the entries say."""
    before, after = base.library, head.library
    sides = (base, head)
    if not any(side.cannot_read("editorial-policy.yml") for side in sides):
        yield from policy_facts(before.policy, after.policy)
    if not any(side.cannot_read("reviewers.yml") for side in sides):
        yield from reviewer_facts(before.reviewers, after.reviewers)
    yield from _published(base, head)
    yield from shaping_facts(base, head)
    yield from _record(before, after)
    yield from _people(before, after)
    yield from _told_to_readers(before, after)
    yield from _audiences(before, after)
    if not any(side.cannot_read("waivers.yml") for side in sides):
        yield from _waivers(before, after)
    if not any(side.cannot_read("redirects.yml") for side in sides):
        yield from _redirects(before, after)
    yield from _lists(before, after)


def added_decisions(before: Library, after: Library) -> tuple[AddedDecision, ...]:
    """Decisions that only the later side has, in the order of their time."""
    new = [one for name, one in after.decisions.items() if name not in before.decisions]
    return tuple(
        AddedDecision(
            id=one.id,
            decision=one.decision,
            by=after.people[one.by].name if one.by in after.people else one.by,
            role=one.role or "",
            at=one.at.strftime("%Y-%m-%d %H:%M UTC"),
            entries=tuple(covered.entry for covered in one.covers),
        )
        for one in sorted(new, key=lambda decision: (decision.at, decision.id))
    )


def _published(base: Compared, head: Compared) -> Iterator[ChangedFact]:
    if base.context.publishes_all != head.context.publishes_all:
        is_wider = head.context.publishes_all
        said = "what nobody approved, marked so" if is_wider else "approved editions only"
        yield rule_fact(
            _CRITICAL if is_wider else _MINOR, ("site", "publish"), f"The site now publishes {said}"
        )
    if base.context.is_demonstration != head.context.is_demonstration:
        said = "is now a demonstration" if head.context.is_demonstration else "is no longer a demonstration"
        yield rule_fact(_MAJOR, ("site", "demonstration"), f"The site {said}")


def _record(before: Library, after: Library) -> Iterator[ChangedFact]:
    for name, decision in before.decisions.items():
        if name in after.unreadable:
            continue
        if name not in after.decisions:
            yield rule_fact(
                _CRITICAL, ("decisions", name), f"The decision “{name}” is gone from the record", name
            )
        elif after.decisions[name] != decision:
            said = f"The decision “{name}” was edited: a record is never changed"
            yield rule_fact(_CRITICAL, ("decisions", name), said, "as decided", "edited")


def _people(before: Library, after: Library) -> Iterator[ChangedFact]:
    for name in sorted(before.people.keys() & after.people.keys()):
        for field in ("kind", "name", "credentials"):
            old, new = getattr(before.people[name], field), getattr(after.people[name], field)
            if old != new:
                said = f"{name}, {field}: {old or 'none'} → {new or 'none'}"
                yield rule_fact(_MINOR, ("people", name, field), said, old or "", new or "")
    for entry in before.with_pages():
        later = after.entry(entry.id)
        for author in sorted(set(entry.authors) - set(later.authors)) if later is not None else ():
            said = f"{author} is no longer named as an author of “{entry.id}”, and may so approve it"
            yield rule_fact(_MAJOR, ("authors", entry.id, author), said, author)


def _told_to_readers(before: Library, after: Library) -> Iterator[ChangedFact]:
    """Public change notes that are gone: what readers were told was changed is part of what they are told."""
    for entry in before.with_pages():
        later = after.entry(entry.id)
        kept = entry.changes if later is None else later.changes
        for note in entry.changes:
            if note not in kept:
                day = note.date.isoformat()
                said = f"The change note of {day} in “{entry.id}” is gone or another: {note.note}"
                yield rule_fact(_MAJOR, ("changes", entry.id, day), said, note.note)


def _audiences(before: Library, after: Library) -> Iterator[ChangedFact]:
    for name in sorted(before.audiences.keys() | after.audiences.keys()):
        old, new = before.audiences.get(name), after.audiences.get(name)
        if old is None or new is None:
            if name not in after.unreadable | before.unreadable:
                done = "new" if old is None else "gone"
                yield rule_fact(
                    _MAJOR, ("audiences", name), f"The audience “{name}” is {done}", _said(old), _said(new)
                )
        else:
            yield from _audience(name, old, new)


def _audience(name: str, old: Audience, new: Audience) -> Iterator[ChangedFact]:
    for field in sorted(type(new).model_fields):
        was, now = getattr(old, field), getattr(new, field)
        if was != now and field not in {"id", "source", "changes", "owner", "deputy", "authors", "review"}:
            level = _MAJOR if field in _SHAPING else _MINOR
            if field == "sections" and _SAFETY.intersection(was) - set(now):
                level = _CRITICAL
            said = f"The audience “{new.label}”, {field.replace('_', ' ')}: {_difference(was, now)}"
            yield rule_fact(level, ("audiences", name, field), said, _value(was), _value(now))


_SAFETY = frozenset(
    {
        "contraindications",
        "interactions",
        "harms",
        "red-flags",
        "checks",
        "monitoring",
        "pregnancy",
        "pitfalls",
    }
)
"""Sections without which readers are not warned."""


def _difference(was: object, now: object) -> str:
    """Of lists and tables only what is another in them."""
    if isinstance(was, Mapping) and isinstance(now, Mapping):
        keys = [key for key in sorted(was.keys() | now.keys()) if was.get(key) != now.get(key)]
        return "; ".join(f"{key}: {_value(was.get(key))} → {_value(now.get(key))}" for key in keys)
    if isinstance(was, tuple) and isinstance(now, tuple):
        gone, come = ([item for item in one if item not in other] for one, other in ((was, now), (now, was)))
        said = [
            f"{word} {_value(tuple(items))}"
            for word, items in (("no longer", gone), ("now also", come))
            if items
        ]
        return "; ".join(said) or f"in another order: {_value(now)}"
    return f"{_value(was)} → {_value(now)}"


def _waivers(before: Library, after: Library) -> Iterator[ChangedFact]:
    old, new = (
        {(one.rule, one.entry, one.place or ""): one for one in side.waivers} for side in (before, after)
    )
    for key in sorted(old.keys() | new.keys()):
        was, now = old.get(key), new.get(key)
        if was == now:
            continue
        what = f"{key[0]} in “{key[1]}”" + (f" at {key[2]}" if key[2] else "")
        if now is None:
            yield rule_fact(_MINOR, ("waivers", *key), f"No longer let stand: {what}", _waiver(was))
        else:
            done = "Newly let stand" if was is None else "Let stand otherwise than before"
            said = f"{done}: {what}, until {now.until.isoformat()}: {now.reason}"
            yield rule_fact(_MAJOR, ("waivers", *key), said, _waiver(was), _waiver(now))


def _redirects(before: Library, after: Library) -> Iterator[ChangedFact]:
    old, new = ({one.retired: one.to for one in side.redirects} for side in (before, after))
    for retired, to in sorted(old.items()):
        if retired not in new:
            said = f"The retired id “{retired}” no longer leads anywhere"
            yield rule_fact(_MAJOR, ("redirects", retired), said, to)
        elif new[retired] != to:
            said = f"The retired id “{retired}” leads elsewhere: {to} → {new[retired]}"
            yield rule_fact(_MAJOR, ("redirects", retired), said, to, new[retired])
    for retired in sorted(new.keys() - old.keys()):
        if before.entry(retired) is None:
            said = f"The retired id “{retired}” now leads to “{new[retired]}”"
            yield rule_fact(_MINOR, ("redirects", retired), said, "", new[retired])


def _lists(before: Library, after: Library) -> Iterator[ChangedFact]:
    old, new = before.vocabulary, after.vocabulary
    for name in sorted(old.keys() | new.keys()):
        if old.get(name) == new.get(name):
            continue
        rows = [[_row(row) for row in side[name].rows] if name in side else [] for side in (old, new)]
        added = sum(row not in rows[0] for row in rows[1])
        removed = sum(row not in rows[1] for row in rows[0])
        said = f"The list “{name}” of this site: {added} added, {removed} removed"
        yield rule_fact(_MINOR, ("vocabulary", name), said, f"{len(rows[0])} rows", f"{len(rows[1])} rows")


def _row(row: Mapping[str, object]) -> str:
    return "; ".join(f"{key}: {_value(value)}" for key, value in sorted(row.items()))


def _waiver(one: Waiver | None) -> str:
    return "" if one is None else f"until {one.until.isoformat()}: {one.reason}"


def _said(audience: Audience | None) -> str:
    return "" if audience is None else audience.label


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {item}" for key, item in sorted(value.items())) or "none"
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or "none"
    return "none" if value is None else str(value)
