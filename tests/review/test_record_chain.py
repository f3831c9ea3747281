"""Who has to name whom: parallel branches are legal, and nothing can be left out for good."""

from __future__ import annotations

from typing import Any

import pytest

from generator.model.edition_record import records_by_entry
from generator.model.entries.decision import Decision
from generator.review.record.chain import Chain
from tests.review.signed_record import decision_of

DIGEST = f"clinsum-decision-1:{'0' * 64}"


def chain(*nodes: tuple[str, str, str, tuple[str, ...]], sealed: bool = True) -> Chain:
    """Each node is a name, a person, an hour, and the names of those before it."""
    made: list[Decision] = []
    for name, person, hour, previous in nodes:
        covered: dict[str, Any] = {"entry": "question"}
        if previous:
            covered["previous"] = dict.fromkeys(previous, DIGEST)
        at = f"2026-06-01T{hour}:00:00Z"
        said = {"kind": "decision", "decision": "submit", "by": person, "at": at, "covers": [covered]}
        made.append(decision_of(name, said))
    return Chain(records_by_entry(made).get("question", ()), lambda decision: sealed)


def heads(one: Chain) -> list[str]:
    return [head.id for head in one.heads()]


def left_out(one: Chain) -> list[tuple[str, str]]:
    return [(left.id, later.id) for left, later in one.left_out()]


LINE = (("a", "ada", "01", ()), ("b", "ben", "02", ("a",)))


def test_of_a_line_the_last_is_the_head() -> None:
    assert heads(chain(*LINE)) == ["b"]
    assert left_out(chain(*LINE)) == []


def test_two_people_may_decide_in_parallel_and_the_next_names_both() -> None:
    parallel = (*LINE, ("c", "cleo", "03", ("b",)), ("d", "dora", "04", ("b",)))
    assert heads(chain(*parallel)) == ["c", "d"]
    assert left_out(chain(*parallel)) == []
    joined = (*parallel, ("e", "ada", "05", ("c", "d")))
    assert heads(chain(*joined)) == ["e"]
    assert left_out(chain(*joined)) == []


def test_whoever_comes_next_and_names_one_branch_alone_leaves_the_other_out() -> None:
    parallel = (*LINE, ("c", "cleo", "03", ("b",)), ("d", "dora", "04", ("b",)))
    assert left_out(chain(*parallel, ("e", "ada", "05", ("d",)))) == [("c", "e")]


def test_a_sealed_decision_brings_the_branches_together_again() -> None:
    parallel = (*LINE, ("c", "cleo", "03", ("b",)), ("d", "dora", "04", ("b",)), ("e", "ada", "05", ("d",)))
    healed = (*parallel, ("f", "ben", "06", ("c", "e")))
    assert left_out(chain(*healed)) == []
    assert left_out(chain(*healed, sealed=False)) == [("c", "e")]


def test_an_old_date_does_not_hide_what_was_put_in_later() -> None:
    line = (*LINE, ("c", "cleo", "05", ("b",)), ("d", "dora", "06", ("c",)))
    assert left_out(chain(*line, ("x", "eve", "03", ("b",)))) == [("x", "d")]
    assert left_out(chain(*line, ("x", "eve", "03", ("b",)), ("y", "eve", "04", ("x",)))) == [
        ("x", "d"),
        ("y", "d"),
    ]


def test_nobody_passes_their_own_earlier_decision_by() -> None:
    assert left_out(chain(("a", "ada", "01", ()), ("b", "ada", "02", ()))) == [("a", "b")]
    assert left_out(chain(("a", "ada", "01", ()), ("b", "ben", "02", ()))) == []


@pytest.mark.parametrize("previous", [("a",), ("b",), ("nowhere",)])
def test_loops_and_missing_links_end(previous: tuple[str, ...]) -> None:
    looped = chain(("a", "ada", "01", ("b",)), ("b", "ben", "02", previous))
    assert left_out(looped) == []
    assert set(heads(looped)) <= {"a", "b"}


def test_long_records_are_walked_through() -> None:
    nodes = [
        (f"n-{number}", "ada", f"{number % 24:02}", (f"n-{number - 1}",) if number else ())
        for number in range(24)
    ]
    assert heads(chain(*nodes)) == ["n-23"]
    assert left_out(chain(*nodes)) == []
