"""How an item of a list is called in a sentence: what it is, and what tells it from the others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.review.closure_names import shortened, worded_text
from generator.review.value_words import ValueWords

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
    "mechanism": "mechanism", "properties": "property", "codes": "code", "steps": "step", "bands": "dose for",
    "renal": "kidney function", "hepatic": "liver function", "never": "warning",
    "stop": "stop rule", "companions": "drug given with it", "amounts": "amount", "levels": "level of titration",
    "per_period": "maximum in a span of time", "measured": "measured value", "schedule": "time of the schedule",
    "thresholds": "threshold", "arms": "arm", "secondary": "outcome", "downgraded_for": "rating down for",
    "upgraded_for": "rating up for", "differs_from": "difference from the dose", "authors": "author",
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
_TERMS = frozenset({"test", "drug", "domain", "family", "literal", "body", "code", "for", "all"})
"""Names that need no quotation marks."""


@dataclass(frozen=True, slots=True)
class Title:
    """``noun`` is what it is; ``text`` names it; ``about`` are the drugs that it is said of."""

    noun: str
    text: str
    about: str = ""
    is_term: bool = False

    @property
    def subject(self) -> str:
        """``harm “Low blood counts …”, azathioprine``."""
        return f"{self.noun} {self.object}" if self.text else f"{self.noun}{self._about}"

    @property
    def object(self) -> str:
        """The same behind “added:” or “removed:”, where the noun stands before it."""
        text = self.text if self.is_term or not self.text else f"“{self.text}”"
        return f"{text}{self._about}" if text else self.about

    @property
    def _about(self) -> str:
        return f", {self.about}" if self.about else ""


@dataclass(frozen=True)
class PartTitles:
    """Titles of the items of one pair of closures."""

    values: ValueWords

    def title(self, collection: str, name: str, part: Any, *, without: str = "") -> Title:
        """The title of an item; ``without`` is the field that changed and therefore cannot name it."""
        noun = NOUNS.get(collection, collection.replace("_", " "))
        if not isinstance(part, Mapping):
            value = name if part is None else part
            return Title(noun, self.values.said((collection,), value), is_term=True)
        key, text = self._text(collection, part, without)
        return Title(noun, text, self._about(part, key), is_term=key in _TERMS)

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
        if isinstance(part.get("for"), Mapping):
            return "for", self.group(part["for"])
        if collection == "stop":
            return "all", self._stop_rule(part)
        keys = _TITLE_KEYS.get(collection, _USUAL_KEYS)
        for key in keys:
            if key != without and (text := self._named(key, part.get(key))):
                return key, shortened(text.rstrip("."))
        left = {key: value for key, value in part.items() if key not in {"cites", without}}
        return ("", "") if keys else ("all", self.values.said((collection,), left))

    def _named(self, key: str, value: Any) -> str:
        if key == "drug" and isinstance(value, str):
            return self.values.names.drug(value)
        return self.values.names.plain(worded_text(value))

    def _stop_rule(self, part: Mapping[str, Any]) -> str:
        condition = self.values.names.plain(worded_text(part.get("if"))).rstrip(".")
        value = self.values.said(("value",), part["value"]) if part.get("value") else ""
        return f"“{' '.join(filter(None, (condition, value)))}”"

    def _about(self, part: Mapping[str, Any], used: str) -> str:
        """The drugs, the class or the procedure that it is said of."""
        drugs = part.get("drugs")
        ids = [drug for drug in (part.get("drug"), *(drugs if isinstance(drugs, list) else ())) if drug]
        named = [self.values.names.drug(str(drug)) for drug in ids] if used != "drug" else []
        named += [str(part[key]) for key in ("drug_class", "procedure") if part.get(key)]
        return ", ".join(named)


_GROUP = {"egfr": "eGFR", "child_pugh": "Child-Pugh class", "weight": "body weight", "dialysis": "on"}
