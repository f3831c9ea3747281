"""How a dose is lowered."""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import Discriminator, Tag

from generator.model.change_rule import DOSE, DOSE_WORDS
from generator.model.dose.dose_part import DosePart
from generator.model.field import clinical
from generator.model.quantity import Amount, Duration
from generator.model.text import NotStated, Stated, Wording


def _tell(value: Any) -> str:
    return value if value in ("not-stated", "stop") else "amount"


_Target: TypeAlias = Annotated[
    Annotated[NotStated, Tag("not-stated")]
    | Annotated[Literal["stop"], Tag("stop")]
    | Annotated[Amount, Tag("amount")],
    Discriminator(_tell),
]


class Taper(DosePart):
    """Lowering a dose by steps to a smaller one, or until it is stopped."""

    by: Stated[Amount] = clinical(
        "By how much each time; a percentage goes by the dose before.", example="5 mg", change=DOSE
    )
    each: Stated[Duration] = clinical("After how long each time.", example="1 to 2 wk", change=DOSE)
    to: _Target = clinical("The dose that is reached, or stop.", example="10 mg", change=DOSE)
    condition: Wording | None = clinical(
        "Only if this holds.", default=None, alias="if", example="the illness is quiet", change=DOSE_WORDS
    )
