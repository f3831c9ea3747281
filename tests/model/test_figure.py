"""Figures as they may be written, and what an approval binds of them."""

from __future__ import annotations

from typing import Any

import pytest

from generator.model.digest import canonical
from generator.model.figure import Comparator, EvidenceFigure, Ratio


@pytest.mark.parametrize("written", ["<0.001", "0.02", "0", "1", "1.0", "0.000", ">0.99", "not-stated"])
def test_a_p_value_is_written_as_it_is_printed(written: str) -> None:
    figure = {"outcome": "Pain", "hazard_ratio": {"value": "0.5", "ci95": "not-stated", "p": written}}
    ratio = EvidenceFigure.model_validate(figure).hazard_ratio
    assert ratio is not None
    assert canonical(ratio)["p"] == ratio.p == written


def test_a_lower_bound_that_its_source_rounds_to_zero_may_be_written() -> None:
    assert Ratio.model_validate({"value": "0.02", "ci95": ["0.00", "0.13"]}).ci95 == ("0.00", "0.13")


@pytest.mark.parametrize(
    ("written", "fair", "bound"),
    [({}, None, {}), ({"fair": "no"}, False, {"fair": "no"}), ({"fair": "yes"}, True, {"fair": "yes"})],
)
def test_whether_groups_are_alike_is_bound_only_where_it_is_written(
    written: dict[str, str], fair: bool | None, bound: dict[str, Any]
) -> None:
    fields = {"label": "Others", "proportion": {"events": "4", "of": "27"}}
    comparator = Comparator.model_validate(fields | written)
    assert comparator.fair is fair
    plain = {"label": {"clinician": "Others"}, "proportion": {"events": "4", "of": "27"}}
    assert canonical(comparator) == plain | bound
