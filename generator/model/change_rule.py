"""How grave a change of a field is, for each thing that can be done to it.

Every clinical field names one of these rules (`clinical(…, change=…)`); a test fails for a field that names none. An
increase or decrease is of a number with its unit; where it cannot be told, the value is replaced. Where nobody can tell
from the data whether a change protects or exposes, it counts as if it exposed. What each field has is on the page
`docs/change-classes.md`.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.change import ChangeClass, Operation, Topic, worst

_CRITICAL, _MAJOR, _MINOR, _EDITORIAL = (
    ChangeClass.CRITICAL,
    ChangeClass.MAJOR,
    ChangeClass.MINOR,
    ChangeClass.EDITORIAL,
)


@dataclass(frozen=True, slots=True)
class ChangeRule:
    """The class of each operation on a field.

    ``set`` and ``unset`` of a field that holds parts are those of a whole part: what changes within it goes by its own
    fields. Plain statements have no rule of their own for every list that they stand in: words replaced in one weigh
    at least as much as ``replace`` of the list.

    ``is_text``: the words are weighed one by one. ``replace`` is then the class of words that are neither harmless
    (a spelling, an article) nor critical wherever they stand (a number, a negation).
    """

    name: str
    topic: Topic
    set: ChangeClass
    unset: ChangeClass
    increase: ChangeClass
    decrease: ChangeClass
    replace: ChangeClass
    reorder: ChangeClass
    move: ChangeClass
    is_text: bool = False
    about: str = ""
    """What the rule is for."""

    def level(self, operation: Operation) -> ChangeClass:
        """The class of an operation."""
        levels: dict[Operation, ChangeClass] = {
            Operation.SET: self.set,
            Operation.UNSET: self.unset,
            Operation.INCREASE: self.increase,
            Operation.DECREASE: self.decrease,
            Operation.REPLACE: self.replace,
            Operation.REORDER: self.reorder,
            Operation.MOVE: self.move,
        }
        return levels[operation]


RULES: dict[str, ChangeRule] = {}
"""The rules by name."""

_ALWAYS = (_CRITICAL, _CRITICAL, _CRITICAL)
_PROTECTS = (_MAJOR, _CRITICAL, _CRITICAL)
_WEIGHTY = (_MAJOR, _MAJOR, _MAJOR)


def _rule(
    name: str,
    topic: Topic,
    set_unset_replace: tuple[ChangeClass, ChangeClass, ChangeClass],
    *,
    increase: ChangeClass | None = None,
    decrease: ChangeClass | None = None,
    reorder: ChangeClass = _MINOR,
    is_text: bool = False,
    about: str,
) -> ChangeRule:
    """To stand elsewhere (`move`) is as grave as to be new there, or as another order."""
    added, removed, replaced = set_unset_replace
    levels = (added, removed, increase or replaced, decrease or replaced, replaced, reorder)
    RULES[name] = made = ChangeRule(name, topic, *levels, worst([added, reorder]), is_text, about)
    return made


DOSE = _rule(
    "dose", Topic.DOSE, _ALWAYS, reorder=_CRITICAL,
    about="What a patient is given, how, how often and how long: any change can hurt, also of the order of steps.",
)  # fmt: skip

DOSE_LIST = _rule(
    "dose-list", Topic.DOSE, _ALWAYS,
    about="Things of a dose whose order says nothing: weekdays, drugs of which any will do, companions.",
)  # fmt: skip

DOSE_WORDS = _rule(
    "dose-words", Topic.DOSE, _ALWAYS, is_text=True,
    about="Words that are the dose itself or a condition of it: its form, until when it is given, if what holds.",
)  # fmt: skip

DOSE_TEXT = _rule(
    "dose-text", Topic.DOSE, _PROTECTS, is_text=True,
    about="What is said beside a dose: a remark, how it is made ready, why it differs from another.",
)  # fmt: skip

LIMIT = _rule(
    "limit", Topic.DOSE, _PROTECTS, decrease=_MAJOR,
    about="An upper limit: to take it away or to raise it is what hurts.",
)  # fmt: skip

ADJUSTMENT = _rule(
    "adjustment", Topic.DOSE, _ALWAYS, decrease=_MAJOR,
    about="Doses for weak kidneys and livers: to take one away, or to leave more of the dose, is to loosen it.",
)  # fmt: skip

DOSE_CITATION = _rule(
    "dose-citation", Topic.CITATION, _PROTECTS, reorder=_EDITORIAL,
    about="What a dose, a limit or a harm stands on.",
)  # fmt: skip

SAFEGUARD = _rule(
    "safeguard", Topic.SAFETY, _PROTECTS,
    about="Contraindications, interactions, harms, red flags, pitfalls: what is lost no longer protects.",
)  # fmt: skip

SAFETY_SCOPE = _rule(
    "safety-scope", Topic.SAFETY, _ALWAYS,
    about="Of which drug, of whom and how strictly a safeguard speaks: narrowed, it is lost for all others.",
)  # fmt: skip

SAFETY_TEXT = _rule(
    "safety-text", Topic.SAFETY, _PROTECTS, is_text=True,
    about="The words of a safeguard.",
)  # fmt: skip

MONITORING = _rule(
    "monitoring", Topic.MONITORING, _PROTECTS,
    about="What is examined.",
)  # fmt: skip

MONITORING_TEXT = _rule(
    "monitoring-text", Topic.MONITORING, _PROTECTS, is_text=True,
    about="The words of what is examined, when, and what is done then.",
)  # fmt: skip

CHECK = _rule(
    "check", Topic.MONITORING, _ALWAYS, reorder=_CRITICAL,
    about="When exactly a check is due, and the value at which something is done; one stretch follows the other.",
)  # fmt: skip

CHECK_INTERVAL = _rule(
    "check-interval", Topic.MONITORING, _ALWAYS, decrease=_MAJOR,
    about="The time until the first or the next check: longer is weaker.",
)  # fmt: skip

CHECK_EXTENT = _rule(
    "check-extent", Topic.MONITORING, _ALWAYS, increase=_MAJOR,
    about="How many checks, and for how long: fewer and shorter is weaker, and an end where none was, too.",
)  # fmt: skip

CHECK_WORDS = _rule(
    "check-words", Topic.MONITORING, _ALWAYS, is_text=True,
    about="Words that narrow a check: until when, of which value.",
)  # fmt: skip

RECOMMENDATION = _rule(
    "recommendation", Topic.RECOMMENDATION, _ALWAYS, reorder=_MAJOR,
    about="What is advised, for or against, how firmly, how surely and in which line.",
)  # fmt: skip

RECOMMENDATION_TEXT = _rule(
    "recommendation-text", Topic.RECOMMENDATION, (*_PROTECTS[:2], _MAJOR), is_text=True,
    about="The sentence of a recommendation; its strength and direction stand beside it as data.",
)  # fmt: skip

POPULATION = _rule(
    "population", Topic.POPULATION, _ALWAYS,
    about="Whom it is said of, in which phase of the illness: wider and narrower are equally grave.",
)  # fmt: skip

POPULATION_TEXT = _rule(
    "population-text", Topic.POPULATION, _ALWAYS, is_text=True,
    about="Whom it is said of, in words.",
)  # fmt: skip

ALGORITHM = _rule(
    "algorithm", Topic.ALGORITHM, _PROTECTS, reorder=_CRITICAL,
    about="Steps and branches: their order is what they say.",
)  # fmt: skip

ALGORITHM_TEXT = _rule(
    "algorithm-text", Topic.ALGORITHM, _PROTECTS, is_text=True,
    about="What is done at a step, and the condition of a branch.",
)  # fmt: skip

EFFECT = _rule(
    "effect", Topic.EVIDENCE, _PROTECTS,
    about="A number that was found: critical in a sentence, so as data. Without its interval it seems surer.",
)  # fmt: skip

EVIDENCE = _rule(
    "evidence", Topic.EVIDENCE, _WEIGHTY,
    about="How something was found: studies with their design and size, searches, what a panel weighed.",
)  # fmt: skip

EVIDENCE_TEXT = _rule(
    "evidence-text", Topic.EVIDENCE, _WEIGHTY, is_text=True,
    about="The words of evidence.",
)  # fmt: skip

CITATION = _rule(
    "citation", Topic.CITATION, (_MINOR, _MAJOR, _MAJOR), reorder=_EDITORIAL,
    about="What a statement stands on, and by what a work is found.",
)  # fmt: skip

LICENCE = _rule(
    "licence", Topic.LICENCE, _WEIGHTY,
    about="Whether a use is licensed, where, and since when.",
)  # fmt: skip

NAME = _rule(
    "name", Topic.NAME, (_MAJOR, _MAJOR, _CRITICAL),
    about="Names by which a drug or illness is known: one under the wrong drug is a wrong drug.",
)  # fmt: skip

IDENTITY = _rule(
    "identity", Topic.TEXT, _PROTECTS,
    about="What the entry, or a part of it, is: its kind, the id of a part, the drug or condition that it is about.",
)  # fmt: skip

CONTENT = _rule(
    "content", Topic.TEXT, _WEIGHTY,
    about="Statements, sections and lists of the page that are none of the above.",
)  # fmt: skip

TEXT = _rule(
    "text", Topic.TEXT, _WEIGHTY, is_text=True,
    about="Free text that is none of the above.",
)  # fmt: skip

LABEL = _rule(
    "label", Topic.TEXT, (_MINOR, _MINOR, _MINOR), reorder=_EDITORIAL,
    about="Titles of works, credits and particulars that no decision at the bedside rests on.",
)  # fmt: skip
