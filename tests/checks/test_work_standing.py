"""What became of a work: which of several notices weighs."""

from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checks.views.works.work_standing import is_replaced, standing_of
from generator.model.outside_facts import Retraction, Retractions
from generator.model.work import Work

_WORK = Work(key="roe-2009", doi="10.1000/Trial.1", pmid="12345678")


def _notice(nature: str, year: int | None) -> Retraction:
    return Retraction(nature, date(year, 1, 1) if year else None)


def _standing(*notices: Retraction) -> str | None:
    found = standing_of(Retractions("x.csv", None, {"10.1000/trial.1": notices}), _WORK)
    return found.nature if found else None


@pytest.mark.parametrize(
    ("notices", "standing"),
    [
        ([], None),
        ([("retraction", 2019)], "retraction"),
        ([("retraction", None)], "retraction"),
        ([("retraction", 2019), ("reinstatement", 2020)], None),
        ([("retraction", 2019), ("reinstatement", 2019)], None),
        ([("retraction", None), ("reinstatement", 2020)], None),
        ([("retraction", 2019), ("reinstatement", None)], None),
        ([("retraction", 2019), ("reinstatement", 2020), ("retraction", 2021)], "retraction"),
        ([("expression-of-concern", 2018), ("retraction", 2019)], "retraction"),
        ([("expression-of-concern", 2018), ("retraction", 2019), ("reinstatement", 2020)], None),
        ([("expression-of-concern", 2018), ("correction", 2019)], "expression-of-concern"),
        ([("correction", 2018), ("reinstatement", 2020)], "correction"),
        ([("reinstatement", 2020)], None),
    ],
)
def test_the_notice_that_weighs_most(notices: list[tuple[str, int | None]], standing: str | None) -> None:
    for order in permutations(notices):
        assert _standing(*(_notice(*one) for one in order)) == standing


def test_a_work_is_found_by_either_number() -> None:
    notice = _notice("retraction", 2019)
    by_pmid = Retractions("x.csv", None, {}, {"12345678": (notice,)})
    assert standing_of(by_pmid, _WORK) == notice
    assert standing_of(by_pmid, Work(key="doe-2010", doi="10.1000/trial.2")) is None
    assert standing_of(by_pmid, Work(key="nobody")) is None


@pytest.mark.parametrize(
    "url",
    [
        "https://doi.org/10.1000/TRIAL.1",
        "http://dx.doi.org/10.1000/trial.1",
        "https://journal.example.org/doi/full/10.1000/Trial.1?cookies=1",
        "https://pubmed.ncbi.nlm.nih.gov/12345678/",
        "https://www.ncbi.nlm.nih.gov/pubmed/12345678",
    ],
)
def test_a_work_is_found_by_the_number_in_its_address(url: str) -> None:
    notice = _notice("retraction", 2019)
    found = Retractions("x.csv", None, {"10.1000/trial.1": (notice,)}, {"12345678": (notice,)})
    assert standing_of(found, Work(key="roe-2009", url=url)) == notice


@pytest.mark.parametrize("url", ["https://example.org/10.1000/trial.1", "https://doi.org/", "12345678"])
def test_another_address_tells_no_number(url: str) -> None:
    notice = _notice("retraction", 2019)
    found = Retractions("x.csv", None, {"10.1000/trial.1": (notice,)}, {"12345678": (notice,)})
    assert standing_of(found, Work(key="roe-2009", url=url)) is None


def test_a_mended_form_is_told_by_its_reason() -> None:
    assert is_replaced(Retraction("retraction", None, ("Error in Data", "Retract and Replace")))
    assert not is_replaced(Retraction("retraction", None, ("Error in Data",)))


@given(
    st.lists(st.tuples(st.sampled_from(["retraction", "reinstatement", "correction", "other"]), st.none()))
)
def test_no_list_of_notices_raises(notices: list[tuple[str, None]]) -> None:
    assert _standing(*(_notice(*one) for one in notices)) in {None, "retraction", "correction"}
