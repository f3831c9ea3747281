"""The closure of an edition of a small library, as `clinsum` makes it."""

from __future__ import annotations

import copy
from typing import Any

from generator.model.digest import EditionDigests
from generator.model.edition import reduce_to_edition
from tests.model.entries import EXAMPLIN, SUMMARY, library

Data = dict[str, Any]


def closure(summary: Data | None = None, audience: str = "clinician", **others: Data) -> Data:
    """The closure of the summary ``question``; ``others`` as in `tests.model.entries.library`."""
    made = library(summary, **others)
    edition = reduce_to_edition(made.summaries["question"], made.audiences[audience])
    return EditionDigests(made).closure(edition, audience)


def summary(*path_and_value: Any, base: Data = SUMMARY) -> Data:
    """The summary with another value at a path; no value, or None, takes it away."""
    *path, value = path_and_value
    made = copy.deepcopy(base)
    at: Any = made
    for step in path[:-1]:
        at = at[step]
    if value is None:
        del at[path[-1]]
    else:
        at[path[-1]] = value
    return made


def drug(**fields: Any) -> Data:
    """The drug examplin with other fields."""
    return EXAMPLIN | fields
