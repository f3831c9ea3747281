"""The names of all drugs, each with the drug that it stands for and its place in the file."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Literal, NamedTuple

from generator.diagnostics import Pointer
from generator.model.library import Library


class DrugName(NamedTuple):
    """One name of one drug."""

    kind: Literal["generic name", "synonym", "brand"]
    written: str
    drug: str
    pointer: Pointer

    @property
    def key(self) -> str:
        """The same for names that readers take for the same: letters of any case, any spaces, no ® or ™."""
        plain = unicodedata.normalize("NFC", re.sub("[®™©℠]", " ", self.written))
        return " ".join(plain.casefold().split())


def drug_names(library: Library) -> Iterator[DrugName]:
    """Every name in the library, in the order of drugs."""
    for drug in library.drugs.values():
        yield DrugName("generic name", drug.name, drug.id, ("name",))
        for index, synonym in enumerate(drug.synonyms):
            yield DrugName("synonym", synonym, drug.id, ("synonyms", index))
        for index, brand in enumerate(drug.brands if isinstance(drug.brands, tuple) else ()):
            yield DrugName("brand", brand.name, drug.id, ("brands", index, "name"))
