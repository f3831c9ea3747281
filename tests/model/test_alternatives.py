"""Which fields stand together: the model and the schema of the same part always agree."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import ValidationError

from generator.model.alternatives import at_least_one, exactly_one, needs, not_together, something
from generator.model.field import Part, clinical
from generator.model.schema.generator import SchemaGenerator


@exactly_one("drug", "one_of", say="either a drug or one_of, and not both")
@not_together("every", "per")
class Base(Part):
    """A part with two rules."""

    drug: str | None = clinical("The drug.", default=None)
    one_of: tuple[str, ...] | None = clinical("Any of these.", default=None)
    every: str | None = clinical("The interval.", default=None)
    per: str | None = clinical("The span of a total.", default=None)


@needs("condition", "every", "per")
@needs("times", "every", say="{when} counts within {names}, such as {unit}")
@at_least_one("drug", "times", "condition")
class Below(Base):
    """A part that inherits rules and adds some."""

    times: str | None = clinical("How often.", default=None)
    condition: str | None = clinical("Only if.", default=None, alias="if")


@something("name at least one limit")
class Limits(Part):
    """A part in which nothing is required."""

    per_day: str | None = clinical("In a day.", default=None)
    others: tuple[str, ...] = clinical("Others.", default=())


def refusal(part: type[Part], written: dict[str, Any]) -> str | None:
    """The words of the refusal; None where the part is accepted."""
    try:
        part.model_validate(written)
    except ValidationError as refused:
        return refused.errors()[0]["msg"]
    return None


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ({"drug": "x", "every": "1 d", "times": "2"}, None),
        ({"one_of": ["x", "y"], "per": "1 d", "if": "ill"}, None),
        ({"every": "1 d", "times": "2"}, "either a drug or one_of, and not both"),
        ({"drug": "x", "one_of": ["y"]}, "either a drug or one_of, and not both"),
        ({"drug": "x", "every": "1 d", "per": "1 d"}, "write only one of every or per"),
        ({"drug": "x", "if": "ill"}, "if stands only with every or per: write that too"),
        ({"drug": "x", "times": "2"}, "times counts within every, such as {unit}"),
        ({"one_of": ["x"]}, "write at least one of drug, times or if"),
        ({"one_of": [], "drug": "x"}, "one_of is empty: leave it out"),
    ],
)
def test_the_first_broken_rule_is_said_in_words(written: dict[str, Any], words: str | None) -> None:
    assert refusal(Below, written) == words


@given(
    written=st.fixed_dictionaries(
        {},
        optional={
            "drug": st.just("x"),
            "one_of": st.sampled_from([[], ["x"]]),
            "every": st.just("1 d"),
            "per": st.just("1 d"),
            "times": st.just("2"),
            "if": st.just("ill"),
        },
    )
)
def test_model_and_schema_refuse_the_same(written: dict[str, Any]) -> None:
    schema = Below.model_json_schema(schema_generator=SchemaGenerator)
    assert Draft202012Validator(schema).is_valid(written) == (refusal(Below, written) is None)


@pytest.mark.parametrize("written", [{}, {"others": []}, {"per_day": "1 mg"}, {"others": ["x"]}])
def test_a_part_that_must_say_something(written: dict[str, Any]) -> None:
    schema = Limits.model_json_schema(schema_generator=SchemaGenerator)
    accepted = refusal(Limits, written) is None
    assert accepted == any(written.values()) == Draft202012Validator(schema).is_valid(written)


def test_a_rule_about_a_field_that_is_not_there_is_a_mistake_of_the_code() -> None:
    with pytest.raises(TypeError, match="Limits has no field per_week"):
        not_together("per_day", "per_week")(Limits)
