"""How a drug is given: the routes, and the methods of giving."""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import Discriminator, Tag

from generator.model.text import NotStated

Route = Literal[
    "oral", "sublingual", "buccal", "nasal", "inhaled", "topical", "transdermal", "rectal", "vaginal", "ophthalmic",
    "otic", "subcutaneous", "intramuscular", "intradermal", "intravenous", "intraosseous", "intrathecal", "epidural",
    "intra-articular", "intravitreal", "intraperitoneal", "intravesical", "intratracheal",
    "intra-arterial", "intralesional", "infiltration", "perineural", "subconjunctival", "urethral",
    "nasogastric", "gastrostomy",
]  # fmt: skip
"""A route of administration."""

Method = Literal[
    "bolus", "slow-injection", "infusion", "continuous-infusion", "patient-controlled", "nebuliser"
]
"""How it is given within its route: all at once, slowly, as an infusion with an end, or one that runs on."""


def _tell(value: Any) -> str:
    if value == "not-stated":
        return "not-stated"
    return "one" if isinstance(value, str) else "any-of"


RouteField: TypeAlias = Annotated[
    Annotated[NotStated, Tag("not-stated")]
    | Annotated[Route, Tag("one")]
    | Annotated[tuple[Route, ...], Tag("any-of")],
    Discriminator(_tell),
]
"""One route, a list of routes of which any may be taken, or ``not-stated``."""
