"""How an item of a list is called in a sentence: what it is, and what tells it from the others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from generator.review.words.closure_names import shortened, worded_text
from generator.review.words.value_words import ValueWords

NOUNS: Mapping[str, str] = {
    "recommendations": "recommendation", "options": "option", "option_groups": "group of options",
    "algorithm": "step of the algorithm", "next": "branch", "baseline_checks": "check before treatment",
    "monitoring": "monitoring", "contraindications": "contraindication", "interactions": "interaction",
    "pregnancy": "advice on pregnancy", "harms": "harm", "red_flags": "red flag",
    "pitfalls": "pitfall", "studies": "study", "evidence": "figure", "others_say": "position",
    "cost_and_access": "cost and access", "limitations": "limitation", "conclusion": "conclusion",
    "questions_to_ask": "question to ask", "overview": "overview", "background": "overview",
    "sections": "section", "paragraphs": "paragraph", "images": "picture", "classes": "class of drugs",
    "drugs": "drug", "summary": "class summary", "statements": "statement", "rationale": "reason",
    "consider_when": "case to consider it in", "not_when": "case not to use it in", "brands": "brand",
    "look_alikes": "look-alike name", "high_alert": "high-alert warning", "usual_limits": "usual limit",
    "indications": "licence", "licences": "licence", "licence": "licence", "synonyms": "other name",
    "mechanism": "mechanism", "properties": "property", "codes": "code", "steps": "step",
    "bands": "dose for some patients",
    "renal": "dose by kidney function", "hepatic": "dose by liver function", "never": "warning",
    "stop": "stop rule", "companions": "drug given with it", "amounts": "amount", "levels": "level of titration",
    "per_period": "maximum in a span of time", "measured": "measured value", "schedule": "time of the schedule",
    "thresholds": "threshold", "arms": "arm", "secondary": "outcome", "downgraded_for": "reason for rating down",
    "upgraded_for": "reason for rating up", "differs_from": "difference from the dose", "authors": "author",
    "editors": "editor", "databases": "database", "doses": "dose", "cites": "source", "trimesters": "trimester",
    "one_of": "drug", "days": "day", "when": "time of day", "at": "time of day", "route": "route",
}  # fmt: skip
"""What an item of each list is called."""

_TITLE_KEYS: Mapping[str, tuple[str, ...]] = {
    "recommendations": ("id",), "options": ("title", "id"), "others_say": ("body",), "drugs": ("drug",),
    "images": ("file",), "monitoring": ("test",), "baseline_checks": ("test",), "companions": ("drug",),
    "stop": ("if",), "next": ("if",), "steps": ("label", "wording", "id"), "schedule": (), "thresholds": (),
    "usual_limits": (), "indications": (), "licences": (), "licence": (), "measured": (),
}  # fmt: skip
"""The fields that name an item of a list, where they are not the usual ones. Of some all that is said names it."""

_USUAL_KEYS = (
    "wording", "position", "title", "outcome", "name", "label", "words", "domain", "family", "literal", "spelling",
    "code", "other", "id",
)  # fmt: skip
_TERMS = frozenset({"test", "drug", "domain", "family", "literal", "body", "code"})


class Naming(Enum):
    """How a name stands in a sentence."""

    WORDS = "words"
    """Somebody's words, in quotation marks."""
    TERM = "term"
    """The name of a test or a drug: in quotation marks behind its noun, else without."""
    GROUP = "group"
    """A name that is never in quotation marks."""
    PATIENTS = "patients"
    """The patients that a dose is for: ``for age 1 to 5 years``."""
    SUMMARY = "summary"
    """All that is said, in brackets behind the noun."""


@dataclass(frozen=True, slots=True)
class Title:
    """``noun`` is what it is; ``text`` names it; ``about`` are the drugs that it is said of."""

    noun: str
    text: str
    about: str = ""
    naming: Naming = Naming.WORDS

    @property
    def subject(self) -> str:
        """``harm “Low blood counts …”, azathioprine``."""
        if self.naming is Naming.PATIENTS:
            return f"for {self.text}"
        marks = {Naming.GROUP: "{}", Naming.SUMMARY: "({})"}.get(self.naming, "“{}”")
        of = " of" if self.noun == "position" else ""
        named = f"{self.noun}{of} {marks.format(self.text)}" if self.text else self.noun
        return f"{named}, {self.about}" if self.about else named

    @property
    def object(self) -> str:
        """The same behind “added:” or “removed:”, where the noun stands before it."""
        text = f"“{self.text}”" if self.naming is Naming.WORDS and self.text else self.text
        return ", ".join(filter(None, (text, self.about)))


def plural(noun: str) -> str:
    """Of a noun of `NOUNS`: ``steps of the algorithm``."""
    head, between, tail = noun.partition(" of ")
    if not between:
        head, between, tail = noun.partition(" for ")
    if not between:
        head, between, tail = noun.partition(" with ")
    is_y = head.endswith("y") and not head.endswith(("ay", "ey", "oy"))
    many = f"{head[:-1]}ies" if is_y else f"{head}s"
    return f"{many}{between}{tail}"


@dataclass(frozen=True)
class PartTitles:
    """Titles of the items of one pair of closures."""

    values: ValueWords

    def title(self, collection: str, name: str, part: Any, *, without: str = "") -> Title:
        """The title of an item; ``without`` is the field that changed and therefore cannot name it."""
        noun = NOUNS.get(collection, collection.replace("_", " "))
        if not isinstance(part, Mapping):
            value = name if part is None else part
            of_texts = {"indications": "indication"}.get(collection, noun)
            return Title(of_texts, self.values.said((collection,), value), naming=Naming.GROUP)
        key, text = self._text(collection, part, without)
        naming = _NAMINGS.get(key, Naming.TERM if key in _TERMS else Naming.WORDS)
        return Title(noun, text, self._about(part, key, without), naming)

    def group(self, group: Mapping[str, Any]) -> str:
        """The patients that a dose is for: ``eGFR less than 30 mL/min, age 1 to 5 years``."""
        said = []
        for field, value in group.items():
            words = self.values.said(("for", field), value)
            label = (
                ""
                if field in {"sex", "other", "measured"}
                else f"{_GROUP.get(field, field.replace('_', ' '))} "
            )
            said.append(f"{label}{words}")
        return ", ".join(said)

    def _text(self, collection: str, part: Mapping[str, Any], without: str) -> tuple[str, str]:
        """The field that names an item, and its words."""
        told = {key: value for key, value in part.items() if key not in {"cites", without}}
        if isinstance(told.get("for"), Mapping):
            return "for", self.group({key: value for key, value in told["for"].items() if key != without})
        if collection in _BY_SEVERAL:
            return self._by_several(collection, told)
        keys = _TITLE_KEYS.get(collection, _USUAL_KEYS)
        for key in keys:
            if text := self._named(key, told.get(key)):
                return key, shortened(text.rstrip("."))
        return ("", "") if keys else (_ALL, self.values.said((collection,), told))

    def _by_several(self, collection: str, told: Mapping[str, Any]) -> tuple[str, str]:
        """Items that several fields name together."""
        if collection == "stop":
            return "if", self._stop_rule(told)
        if collection in _LICENCES:
            return _ALL, ", ".join(str(told[key]) for key in ("body", "country", "brand") if told.get(key))
        keys = ("when", "days", "at") if collection == "amounts" else ("per", "route")
        said = [self.values.said((), told[key]) for key in keys if told.get(key)]
        return "per", f"per {' '.join(said)}" if collection == "usual_limits" else ", ".join(said)

    def _named(self, key: str, value: Any) -> str:
        if key == "drug" and isinstance(value, str):
            return self.values.names.drug(value)
        return self.values.names.plain(worded_text(value))

    def _stop_rule(self, part: Mapping[str, Any]) -> str:
        condition = self.values.names.plain(worded_text(part.get("if"))).rstrip(".")
        value = self.values.said(("value",), part["value"]) if part.get("value") else ""
        return " ".join(filter(None, (condition, value)))

    def _about(self, part: Mapping[str, Any], *left_out: str) -> str:
        """The drugs, the class or the procedure that it is said of."""
        told = {key: value for key, value in part.items() if key not in left_out}
        drugs = told.get("drugs")
        ids = (told.get("drug"), *(drugs if isinstance(drugs, list) else ()))
        named = [self.values.names.drug(drug) for drug in ids if isinstance(drug, str)]
        named += [str(told[key]) for key in ("drug_class", "procedure") if told.get(key)]
        if "for" in part and told.get("change"):
            named.append(str(told["change"]).replace("-", " "))
        return ", ".join(named)


_LICENCES = frozenset({"indications", "licences", "licence"})
_BY_SEVERAL = frozenset({"stop", "amounts", "usual_limits", *_LICENCES})
_ALL = "all"
_NAMINGS = {"for": Naming.PATIENTS, "per": Naming.GROUP, _ALL: Naming.SUMMARY}
_GROUP = {"egfr": "eGFR", "child_pugh": "Child-Pugh class", "weight": "body weight", "dialysis": "on"}
