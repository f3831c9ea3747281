"""The ways through an algorithm, by branches and by order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.checks.views.drugs.step_ways import END, StepWays
from generator.model.algorithm import Step


def _step(name: str, *go: str, steps: tuple[Step, ...] = (), choose: str | None = None) -> Step:
    branches = [{"if": "it is so", "go": target} for target in go]
    return Step.model_validate(
        {"id": name, "wording": name, "next": branches, "steps": steps, "choose": choose}
    )


def _after(*steps: Step) -> dict[str, set[str]]:
    ways = StepWays(steps)
    names = {END: "end"} | {number: step.id for number, (_, step) in enumerate(ways.steps)}
    return {names[number]: {names[one] for one in following} for number, following in ways.after.items()}


def test_without_branches_the_order_holds() -> None:
    assert _after(_step("a"), _step("b")) == {"a": {"b"}, "b": {"end"}}


def test_a_single_branch_leaves_the_order_open() -> None:
    assert _after(_step("a", "c"), _step("b"), _step("c"))["a"] == {"b", "c"}


def test_several_branches_are_the_only_ways() -> None:
    assert _after(_step("a", "c", "d"), _step("b"), _step("c"), _step("d"))["a"] == {"c", "d"}


def test_an_unknown_goal_leaves_the_order_open() -> None:
    assert _after(_step("a", "nowhere", "c"), _step("b"), _step("c"))["a"] == {"b", "c"}


def test_alternatives_are_all_reached_and_sub_steps_in_order() -> None:
    below = (_step("x"), _step("y"))
    chosen = _after(_step("a", steps=below, choose="One of"), _step("b"))
    assert (chosen["a"], chosen["x"], chosen["y"]) == ({"x", "y"}, {"b"}, {"b"})
    ordered = _after(_step("a", steps=below), _step("b"))
    assert (ordered["a"], ordered["x"], ordered["y"]) == ({"x"}, {"y"}, {"b"})


_NAMES = st.sampled_from("abcde")
_STEPS = st.recursive(
    st.builds(lambda name, go: _step(name, *go), _NAMES, st.lists(_NAMES, max_size=3)),
    lambda below: st.builds(
        lambda name, go, steps, choose: _step(name, *go, steps=tuple(steps), choose=choose),
        _NAMES,
        st.lists(_NAMES, max_size=2),
        st.lists(below, max_size=3),
        st.sampled_from([None, "One of"]),
    ),
    max_leaves=8,
)


@given(st.lists(_STEPS, max_size=5))
def test_every_step_has_its_ways_whatever_the_algorithm(steps: list[Step]) -> None:
    ways = StepWays(tuple(steps))
    assert ways.after.keys() == set(range(len(ways.steps)))
    assert all(ways.after.values())
    assert ways.reached(range(len(ways.steps))) - {END} == set(range(len(ways.steps)))
    ways.leading_to_end()
