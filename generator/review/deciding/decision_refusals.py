"""Decisions that are refused before anybody signs them: wrong, or counting for nothing."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable

from generator.diagnostics import Finding, Gate, Severity
from generator.model.edition_record import records_by_entry
from generator.model.entries.decision import Decision
from generator.model.permission import Permission
from generator.model.state import State
from generator.model.suspension import EVERYWHERE, WHOLE, standing_suspension
from generator.review.deciding.wish import APPROVE, BIND, COUNTED, DecisionRefused, Situation, Wish

_NEED_REASON = frozenset({"suspend", "object", "reject", "withdraw"})
_HEALED_BY_THE_NEXT = "REC003"


def refuse_impossible(situation: Situation, wish: Wish) -> None:
    """Raise `DecisionRefused` for the first thing that is wrong."""
    for check in _CHECKS:
        check(situation, wish)


def _entries(situation: Situation, wish: Wish) -> None:
    known = {one.id for one in situation.library.with_pages()}
    for entry in wish.entries:
        if entry in situation.library.unreadable:
            raise DecisionRefused(f"the file of “{entry}” has errors and cannot be read: mend them first")
        if entry not in known:
            raise DecisionRefused(f"there is no entry “{entry}”{_meant(entry, known)}")


def _person(situation: Situation, wish: Wish) -> None:
    people = situation.library.people
    if wish.by not in people:
        raise DecisionRefused(f"there is no person “{wish.by}” in content/people/{_meant(wish.by, people)}")
    if people[wish.by].kind != "person" and wish.kind != "submit":
        raise DecisionRefused(f"“{wish.by}” is an organisation and may only submit: name a person")


def _role(situation: Situation, wish: Wish) -> None:
    reviewers = situation.library.reviewers
    if reviewers is None:
        return
    held = sorted(reviewers.roles_of(wish.by))
    if not held and wish.kind in {*COUNTED, "suspend"}:
        raise DecisionRefused(f"“{wish.by}” is not in content/reviewers.yml and cannot {wish.kind}")
    role = "-".join((wish.role or "").casefold().split())
    if role and held and role not in held:
        raise DecisionRefused(f"“{wish.by}” does not have the role “{wish.role}”, but {' and '.join(held)}")
    if not role and len(held) > 1 and wish.kind in APPROVE:
        raise DecisionRefused(f"say in which role: --role with one of {', '.join(held)}")
    wanted = situation.library.policy.suspend_roles
    if wish.kind in {"suspend", "lift"} and wanted and set(held).isdisjoint(wanted):
        raise DecisionRefused(
            f"only the roles {', '.join(wanted)} may {wish.kind}; “{wish.by}” has none of them"
        )


def _fields(situation: Situation, wish: Wish) -> None:
    if wish.kind in _NEED_REASON and not (wish.reason or "").strip():
        raise DecisionRefused(f"say why: {wish.kind} needs a --reason")
    if wish.kind == "supersede" and wish.superseded_by is None:
        raise DecisionRefused("name the entry that takes its place: --superseded-by")
    allowed: tuple[tuple[str, object, Iterable[str]], ...] = (
        ("--edition", wish.editions, BIND),
        ("--change-only", wish.only_change, APPROVE),
        ("--resolves", wish.resolves, ("resolve",)),
        ("--dose", wish.doses, ("suspend", "lift")),
        ("--everywhere", wish.everywhere, ("suspend", "lift")),
        ("--superseded-by", wish.superseded_by, ("supersede",)),
    )
    for option, given, kinds in allowed:
        if given and wish.kind not in kinds:
            raise DecisionRefused(f"{option} does not go with {wish.kind}")
    if wish.superseded_by is not None and situation.library.entry(wish.superseded_by) is None:
        raise DecisionRefused(f"there is no entry “{wish.superseded_by}” to take its place")


def _editions(situation: Situation, wish: Wish) -> None:
    if wish.kind not in BIND:
        return
    for entry_id in wish.entries:
        entry = situation.library.entry(entry_id)
        has = [one.id for one in situation.library.editions_of(entry)] if entry is not None else []
        for edition in wish.editions or has:
            if edition not in has or (entry_id, edition) not in situation.states:
                raise DecisionRefused(f"“{entry_id}” has no edition “{edition}”, but {' and '.join(has)}")
            _edition(situation, wish, entry_id, edition)


def _edition(situation: Situation, wish: Wish, entry: str, audience: str) -> None:
    state = situation.states[entry, audience]
    what = f"the edition “{audience}” of “{entry}”"
    last = state.versions[-1].digests if state.versions else None
    if state.state in {State.WITHDRAWN, State.SUPERSEDED}:
        raise DecisionRefused(f"“{entry}” is {state.state.value}: there is nothing to {wish.kind}")
    if wish.kind == "reaffirm" and (last is None or last.content != state.digests.content):
        raise DecisionRefused(
            f"{what} is not approved in this content: approve it, there is nothing to reaffirm"
        )
    if wish.only_change and last is None:
        raise DecisionRefused(f"{what} was never approved: read the whole of it, without --change-only")
    has_approved = any(one.by == wish.by for one in state.approvals)
    if wish.kind == "approve" and has_approved and any(lack.kind == "reaffirm" for lack in state.lacks):
        raise DecisionRefused(
            f"“{wish.by}” has approved {what} already, and only its words changed since: read them, and decide with "
            "--kind reaffirm"
        )
    if wish.kind == "approve" and has_approved and not state.is_approved:
        raise DecisionRefused(f"“{wish.by}” has approved exactly this text of {what} already")


def _independence(situation: Situation, wish: Wish) -> None:
    if wish.kind not in COUNTED:
        return
    for entry_id in wish.entries if wish.kind != "lift" else ():
        entry = situation.library.entry(entry_id)
        if entry is not None and wish.by in entry.authors:
            raise DecisionRefused(f"“{wish.by}” is an author of “{entry_id}” and cannot {wish.kind} it")
        if _has_submitted(situation, wish.by, entry_id):
            raise DecisionRefused(f"“{wish.by}” has submitted “{entry_id}” and cannot {wish.kind} it")
    if wish.kind in APPROVE and not wish.interests:
        raise DecisionRefused("say whether you have an interest in it: --interests none, or what it is")
    if wish.recused or wish.interests not in ((), ("none",)):
        raise DecisionRefused(f"who has an interest or stands aside cannot {wish.kind}: somebody else has to")


def _has_submitted(situation: Situation, person: str, entry: str) -> bool:
    submitted = [
        one.decision.at
        for one in records_by_entry(situation.library.decisions.values()).get(entry, ())
        if one.kind == "submit" and one.decision.by == person
    ]
    states = [state for (name, _), state in situation.states.items() if name == entry]
    approved = [max((version.at for version in state.versions), default=None) for state in states]
    return any(at is None or one >= at for one in submitted for at in approved)


def _answers(situation: Situation, wish: Wish) -> None:
    if wish.kind == "resolve":
        if not wish.resolves:
            raise DecisionRefused("name the objection: --resolves and its id")
        for name in wish.resolves:
            _objection(situation, wish, name)
    if wish.kind == "lift":
        for entry in wish.entries:
            _suspended(situation, wish, entry)
    _targets(situation, wish)


def _objection(situation: Situation, wish: Wish, name: str) -> None:
    objection = situation.library.decisions.get(name)
    if objection is None or objection.decision != "object":
        known = [one.id for one in situation.library.decisions.values() if one.decision == "object"]
        raise DecisionRefused(f"there is no objection “{name}”{_meant(name, known)}")
    if {one.entry for one in objection.covers}.isdisjoint(wish.entries):
        raise DecisionRefused(f"“{name}” objects to another entry: {objection.covers[0].entry}")


def _suspended(situation: Situation, wish: Wish, entry: str) -> None:
    decisions = records_by_entry(situation.library.decisions.values()).get(entry, ())
    permission = Permission(situation.library, situation.verified)
    for target in (EVERYWHERE,) if wish.everywhere else wish.doses or (WHOLE,):
        suspended = standing_suspension(decisions, permission, target)
        what = f"the dose “{target}” of “{entry}”" if wish.doses else f"“{entry}”"
        if suspended is None:
            raise DecisionRefused(f"{what} is not suspended{' everywhere' if wish.everywhere else ''}")


def _targets(situation: Situation, wish: Wish) -> None:
    if wish.doses and len(wish.entries) != 1:
        raise DecisionRefused("--dose is about one entry: name one")
    for entry_id in wish.entries:
        if wish.everywhere and entry_id not in situation.library.drugs:
            raise DecisionRefused(f"--everywhere is for drugs, and “{entry_id}” is none")
        doses = getattr(situation.library.entry(entry_id), "doses", {})
        for dose in wish.doses:
            if dose not in doses and wish.kind == "suspend":
                raise DecisionRefused(f"“{entry_id}” has no dose “{dose}”{_meant(dose, doses)}")


def _errors(situation: Situation, wish: Wish) -> None:
    """What stops a text may be decided whatever is wrong; nothing is approved on a record that cannot be believed."""
    if wish.kind in APPROVE:
        for finding in situation.findings:
            if _stops_approved(finding) and finding.entry in wish.entries:
                raise DecisionRefused(
                    f"“{finding.entry}” has errors, such as {finding.code} in {finding.place}: {finding.message}. "
                    "Mend them first: clinsum check"
                )
    if wish.kind in COUNTED:
        for finding in situation.findings:
            if (
                finding.stops
                and finding.code.startswith(("REC", "SSH"))
                and finding.code != _HEALED_BY_THE_NEXT
            ):
                raise DecisionRefused(
                    f"the record has faults, such as {finding.code} in {finding.place}: {finding.message}. "
                    "See clinsum verify"
                )


def _stops_approved(finding: Finding) -> bool:
    """Whether it is an error in what is approved: a draft is held to less."""
    return finding.waived is None and finding.rule.severity_at(Gate.PUBLISH) is Severity.ERROR


def _time(situation: Situation, wish: Wish) -> None:
    records = records_by_entry(situation.library.decisions.values())
    later: list[Decision] = [
        one.decision for entry in wish.entries for one in records.get(entry, ()) if one.decision.at > wish.at
    ]
    if later:
        raise DecisionRefused(
            f"it is {wish.at:%Y-%m-%d %H:%M:%S} UTC here, and “{later[-1].id}” is dated later: correct the clock"
        )


def _meant(written: str, known: Iterable[str]) -> str:
    close = difflib.get_close_matches(written, sorted(known), n=1)
    return f". Did you mean {close[0]}?" if close else ""


_CHECKS: tuple[Callable[[Situation, Wish], None], ...] = (
    _entries,
    _person,
    _role,
    _fields,
    _editions,
    _independence,
    _answers,
    _time,
    _errors,
)
