"""Every code of the record has words: a reader never sees a code."""

from __future__ import annotations

from typing import get_args

import pytest

from generator.compiler.context import SiteContext
from generator.compiler.lacks import lack_words
from generator.compiler.public_record import PublicRecord
from generator.model.approval import Lack
from generator.model.change import ChangeClass
from generator.model.entries.decision import DecisionKind
from generator.model.library import Library
from tests.compiler.compiled import DAY
from tests.compiler.english import english

_RECORD = PublicRecord.of(Library(), SiteContext(today=DAY, words=english()))


@pytest.mark.parametrize("kind", get_args(DecisionKind))
def test_what_was_decided_is_told_in_words(kind: str) -> None:
    assert {f"signed-{kind}", f"decided-{kind}"} <= english().keys()


@pytest.mark.parametrize("level", ChangeClass)
def test_the_class_of_a_change_is_told_in_words(level: ChangeClass) -> None:
    assert {f"class-{level}", f"count-{level}"} <= english().keys()


@pytest.mark.parametrize(
    ("lack", "said"),
    [
        (Lack("people"), "one more person must approve it"),
        (Lack("people", 3), "3 more people must approve it"),
        (Lack("role", roles=("pharmacy",)), "somebody in the role pharmacy must approve it"),
        (
            Lack("role", roles=("lay", "health-literacy")),
            "somebody in the role lay or health literacy must approve it",
        ),
        (Lack("objection", decision="nowhere"), "an objection must be resolved"),
        (Lack("reaffirm"), "somebody must reaffirm it, because its words changed although its facts did not"),
    ],
)
def test_what_is_lacking_is_told_in_words(lack: Lack, said: str) -> None:
    assert lack_words(_RECORD, (lack,)) == (said,)
