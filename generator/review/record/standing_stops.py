"""Whether what a decision suspended was ever lifted, whoever may suspend by now."""

from __future__ import annotations

from dataclasses import replace

from generator.model.entries.decision import Covered, Decision
from generator.model.permission import Permission
from generator.model.suspension import EVERYWHERE, WHOLE, standing_suspension
from generator.review.record.record import Record


def is_never_lifted(record: Record, suspended: Decision) -> bool:
    """Whether two people have not lifted it, nor somebody suspended the same again; roles and the list do not matter.

    A person who left the list has suspended all the same: their suspension must not end by that.
    """
    permission = record.permission(suspended)
    policy = permission.library.policy.model_copy(update={"suspend_roles": ()})
    anybody = Permission(replace(permission.library, reviewers=None, policy=policy), permission.verified)
    return any(_stands(record, suspended, covered, anybody) for covered in suspended.covers)


def _stands(record: Record, suspended: Decision, covered: Covered, anybody: Permission) -> bool:
    # Who lifted one edition has not lifted the others.
    about = [
        one
        for one in record.by_entry.get(covered.entry, ())
        if one.kind != "lift" or not one.covered.editions
    ]
    targets = (EVERYWHERE,) if covered.everywhere else covered.doses or (WHOLE,)
    standing = (standing_suspension(about, anybody, target) for target in targets)
    return any(one is not None and one.decision.id == suspended.id for one in standing)
