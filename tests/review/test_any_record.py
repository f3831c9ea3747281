"""No record makes the checks raise, and the order of files makes no difference."""

from __future__ import annotations

import itertools
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.cli.decide import KINDS
from generator.model.entries.decision import Decision
from generator.model.library import Library
from generator.model.policy import EditorialPolicy
from generator.model.reviewers import Reviewers
from generator.model.state import Digests, edition_state
from generator.review.record.record import BaseRecord
from generator.review.record.record_check import check_record
from generator.sources.closures import Closures
from generator.sources.signatures import SignatureCheck, SignatureFault
from tests.model.entries import SUMMARY, library
from tests.review.signed_record import decision_of

TODAY = date(2026, 6, 10)
NAMES = ("one", "two", "three", "four")
PEOPLE = ("ada-example", "ben-sample", "house", "nobody")
ENTRIES = ("question", "examplin", "nowhere")
DIGESTS = (f"clinsum-1:{'ab' * 32}", "clinsum-1:zz", "approved")
NOWHERE = Closures(Path("nowhere"))

_covered = st.fixed_dictionaries(
    {"entry": st.sampled_from(ENTRIES)},
    optional={
        "editions": st.lists(
            st.fixed_dictionaries(
                {
                    "audience": st.sampled_from(["clinician", "nurses"]),
                    "digest": st.sampled_from(DIGESTS),
                    "words": st.sampled_from([f"clinsum-words-1:{'ab' * 32}", "words"]),
                },
                optional={"change_from": st.sampled_from(DIGESTS)},
            ),
            max_size=2,
        ),
        "previous": st.dictionaries(st.sampled_from([*NAMES, "gone"]), st.sampled_from(DIGESTS), max_size=3),
        "doses": st.lists(st.sampled_from(["usual", "none"]), max_size=2),
        "everywhere": st.sampled_from(["yes", "no"]),
    },
)
_moments = st.integers(0, 20).map(
    lambda hours: datetime(2026, 6, 10, tzinfo=UTC) + timedelta(hours=3 * hours - 30)
)
_decision = st.fixed_dictionaries(
    {
        "kind": st.just("decision"),
        "decision": st.sampled_from(KINDS),
        "by": st.sampled_from(PEOPLE),
        "at": _moments.map(lambda at: f"{at:%Y-%m-%dT%H:%M:%SZ}"),
        "covers": st.lists(_covered, min_size=1, max_size=2),
    },
    optional={
        "role": st.sampled_from(["pharmacy", "Clinical Lead"]),
        "interests": st.sampled_from(["none", ["Paid."]]),
        "recused": st.sampled_from(["yes", "no"]),
        "resolves": st.lists(st.sampled_from([*NAMES, "gone"]), max_size=2),
        "reason": st.just("Because."),
        "superseded_by": st.sampled_from(ENTRIES),
        "signature": st.sampled_from(["-----BEGIN SSH SIGNATURE-----", "approved"]),
    },
)
_records = st.dictionaries(st.sampled_from(NAMES), _decision, max_size=4)
_faults = st.sampled_from([None, *SignatureFault])
_reviewers = st.sampled_from(
    [
        None,
        Reviewers.model_validate({"version": "1", "reviewers": []}),
        Reviewers.model_validate(
            {"version": "2", "reviewers": [{"person": "ada-example", "roles": ["pharmacy"]}]}
        ),
    ]
)
_policies = st.sampled_from(
    [EditorialPolicy(), EditorialPolicy.model_validate({"version": "2", "approval": "recorded"})]
)


def made(record: dict[str, Any], policy: EditorialPolicy, listed: Reviewers | None, turned: bool) -> Library:
    people = {
        "ada_example": {"kind": "person", "name": "Ada Example"},
        "house": {"kind": "organisation", "name": "H"},
    }
    bare = library(SUMMARY, **people, ben_sample={"kind": "person", "name": "Ben Sample"})
    names = reversed(record) if turned else record
    decisions: dict[str, Decision] = {name: decision_of(name, record[name]) for name in names}
    return Library(**{**bare.__dict__, "decisions": decisions, "policy": policy, "reviewers": listed})


@given(_records, _records, _policies, _reviewers, st.data())
def test_no_record_makes_a_check_raise(
    record: dict[str, Any],
    before: dict[str, Any],
    policy: EditorialPolicy,
    listed: Reviewers | None,
    data: st.DataObject,
) -> None:
    checks = {name: SignatureCheck(data.draw(_faults)) for name in NAMES}
    base = BaseRecord("main", made(before, EditorialPolicy(), None, False), NOWHERE, checks)
    told = []
    for turned, other in itertools.product((False, True), (None, base)):
        now = made(record, policy, listed, turned)
        digests = Digests(DIGESTS[0], f"clinsum-words-1:{'ab' * 32}")
        state = edition_state(now, now.summaries["question"], "clinician", digests, TODAY, frozenset(NAMES))
        states = {("question", "clinician"): state}
        told.append(check_record(now, NOWHERE, checks, TODAY, states, other))
    assert told[0] == told[2]
    assert told[1] == told[3]
