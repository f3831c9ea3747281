"""Twice the library takes twice the work: no rule compares each entry with all others."""

from __future__ import annotations

from benchmarks.rule_work import growth_of_work
from generator.checks.registry import all_checks


def test_no_rules_work_grows_faster_than_the_library() -> None:
    growth = growth_of_work(15, 60)
    assert growth.keys() == {one.rule.code for one in all_checks()}
    assert {code: round(one, 2) for code, one in growth.items() if one > 1.3} == {}
