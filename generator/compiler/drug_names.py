"""The names of a drug as they stand in texts."""

from __future__ import annotations

import re

from generator.model.library import Library


def drug_names(library: Library, drug_id: str) -> re.Pattern[str]:
    """Finds every name of a drug, as a whole word in whichever spelling: also its brands, and its id."""
    names = {drug_id}
    if (drug := library.drugs.get(drug_id)) is not None:
        names |= {drug.name, *drug.synonyms}
        names |= {drug.tall_man.spelling} if drug.tall_man else set()
        names |= set() if isinstance(drug.brands, str) else {brand.name for brand in drug.brands}
    spelled = "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))
    return re.compile(rf"(?<!\w)(?:{spelled})(?!\w)", re.IGNORECASE)
