"""A dose of a closure in words: how it is called beside others, and the whole of it in one line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.compiler.dosing.writer import Writer
from generator.compiler.dosing.written_dose import WrittenDose
from generator.model.dose import Dose
from generator.model.text import Wording
from generator.pages.inline import Run, Text, plain_text
from generator.review.words.amount_words import AmountWords
from generator.review.words.closure_names import SHORT, Closure, ClosureNames, shortened, worded_text

_PURPOSES = {
    "studied": "studied in a trial",
    "prior-treatment": "treatment given before",
    "usual": "usual dose for another use",
}


@dataclass(frozen=True)
class ClosureDoses:
    """The doses of an edition, before and after, in words."""

    names: ClosureNames
    amounts: AmountWords

    def subject(
        self, dose_id: str, dose: Mapping[str, Any], others: Mapping[str, Any], without: str = ""
    ) -> str:
        """``Azathioprine``; where ``others`` has more doses of the drug, with what tells them apart.

        The field ``without`` is what changed, and so tells nothing.
        """
        drugs = self.drugs(dose)
        rivals = [
            other
            for other_id, other in others.items()
            if other_id != dose_id and isinstance(other, Mapping) and self.drugs(other) == drugs
        ]
        traits: list[str] = []
        for name, words in self._traits(dose_id, dose):
            if not rivals:
                break
            if name and name == without:
                continue
            left = [other for other in rivals if other.get(name) == dose.get(name)] if name else []
            if len(left) < len(rivals):
                traits.append(words)
                rivals = left
        return f"{capital(drugs)} ({', '.join(traits)})" if traits else capital(drugs)

    def drugs(self, dose: Mapping[str, Any]) -> str:
        """``prednisone or prednisolone``."""
        one_of = dose.get("one_of")
        ids = one_of if isinstance(one_of, list) else [dose.get("drug", "")]
        return " or ".join(self.names.drug(str(drug)) for drug in ids)

    def line(self, dose: Mapping[str, Any]) -> str:
        """The dose with route, limits and conditions: ``1 to 2 mg/kg by mouth daily; maximum 150 mg per day``."""
        try:
            made = Dose.model_validate(dict(dose))
        except ValueError:
            # Of another version of the content, or limited by words that these readers do not get.
            return ""
        writer = Writer(self.amounts.profile, self._say, self._drug, self._quoted)
        return plain_text(WrittenDose(writer, made).line)

    def _traits(self, dose_id: str, dose: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """What may tell a dose from others of its drug, in the order of how much it tells; its id tells always."""
        if label := dose.get("label"):
            yield "label", str(label)
        if words := _PURPOSES.get(str(dose.get("purpose", ""))):
            yield "purpose", words
        if indication := dose.get("indication"):
            yield "indication", f"for {indication}"
        if phase := dose.get("phase"):
            yield "phase", str(phase).replace("-", " ")
        if population := worded_text(dose.get("population")):
            yield "population", shortened(self.names.plain(population).rstrip("."), SHORT // 2)
        if isinstance(route := dose.get("route"), str) and route in self.amounts.profile.routes:
            yield "route", self.amounts.profile.routes[route][0]
        yield "", f"“{dose_id}”"

    def _say(self, wording: Wording) -> Run:
        text = next(iter(wording.by_audience.values()), "")
        return (Text(self.names.plain(text)),) if text else ()

    def _drug(self, drug: str) -> Run:
        return (Text(self.names.drug(drug)),)

    def _quoted(self, target: str) -> Run:
        return (Text(f"the dose “{target}”"),)


def doses_of(closure: Closure | None, root: Any) -> Mapping[str, Any]:
    """The doses among which one is to be told apart."""
    own = root.get("doses") if isinstance(root, Mapping) else None
    return own if closure is not None and isinstance(own, Mapping) else {}


def capital(text: str) -> str:
    """With a capital letter in front."""
    return text[:1].upper() + text[1:]
