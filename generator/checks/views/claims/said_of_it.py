"""Whether firm words of a sentence are said of what is recommended: not of its monitoring, a remedy, or elsewhere."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.checks.context import CheckContext
from generator.checks.views.claims.firm_wording import FirmWording
from generator.checks.views.claims.recommendation_texts import intervention_names
from generator.model.entries.entry import Entry
from generator.model.recommendation import Recommendation

_CLAUSE = re.compile(
    r"[;:()–—]|,\s+(?:and|but|or|so|as)\b|\b(?:because|since|although|though|while|whereas|but)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(r"\s*(?:in|for|among|with)\s+(?P<whom>[^,]{1,80}?),", re.IGNORECASE)
_OF_HERE = re.compile(
    r"\b(?:adults?|patients?|people|persons?|anyone|everyone|child(?:ren)?|infants|wom[ae]n|m[ae]n|those|cases|"
    r"disease|illness|condition|this|these|such|most|general|practice|summary|conclusion|addition|short|fact|"
    r"severe|mild|moderate|chronic|acute|active|refractory|relapse|days|weeks|months|years|time)\b",
    re.IGNORECASE,
)
_HERE = r"(?:the|this|these|both|either|such|overall|also|thus|therefore)"
_OTHERWISE = r"of|before|after|with|to|during|on|against|from|by|without|than|for|in|value|put|find|until"
_ABOUT = r"treatment|therapy|use|adding|addition|combination|monotherapy|giving|starting|regimens?"
_IT = rf"(?:{_HERE}[,\s]+)*(?:it|treatments?|therapy|drugs?|medicines?|combinations?)(?!\s+of\b)"
_EXPLETIVE = re.compile(r"\b(?:to|that)\b", re.IGNORECASE)
"""After "it is valuable": what is meant by "it" comes yet."""
_OBJECT = re.compile(r"\W*(?:it|them|this|these)\b", re.IGNORECASE)


def is_said_of_it(context: CheckContext, entry: Entry, rec: Recommendation, firm: FirmWording) -> bool:
    """Whether what is recommended, by a name or as "it", is the subject of the words, and not in another illness."""
    names = intervention_names(context, rec)
    before = firm.sentence[: firm.start]
    if (
        _is_it(before)
        and firm.written.lower().startswith("is")
        and _EXPLETIVE.search(firm.sentence, firm.end)
    ):
        return False
    return not _is_elsewhere(context, entry, before) and (not names or _is_subject(before, names))


def is_called_for(context: CheckContext, rec: Recommendation, firm: FirmWording) -> bool:
    """Whether firm words call for what is recommended.

    "Is recommended" needs it as subject, "we recommend" and orders need its name in the clause: "it should be given
    with food" is about how.
    """
    names = intervention_names(context, rec)
    if not names:
        return True
    before, after = firm.sentence[: firm.start], firm.sentence[firm.end :]
    written = firm.written.lower()
    if written.endswith("recommended"):
        is_expletive = _is_it(before) and re.match(r"\s+(?:that|to)\b", after)
        return _named(names).search(after) is not None if is_expletive else _is_subject(before, names)
    if written.startswith("we ") and _OBJECT.match(after):
        return True
    return _named(names).search(firm.sentence) is not None


def _is_it(before: str) -> bool:
    return before.strip().lower() == "it"


def _is_elsewhere(context: CheckContext, entry: Entry, before: str) -> bool:
    """Whether the sentence begins with a place of its own: "In lupus, …", "In mice, …", "In theory, …"."""
    place = _PLACE.match(before) or re.match(r"\s*in\s+(?P<whom>\S+(?:\s+\S+)?)\s", before, re.IGNORECASE)
    if place is None or _OF_HERE.search(place["whom"]):
        return False
    condition = context.library.conditions.get(getattr(entry, "condition", None) or "")
    own = (condition.name, *condition.synonyms) if condition else ()
    return not any(_shares_a_word(place["whom"], name) for name in own)


def _shares_a_word(whom: str, name: str) -> bool:
    words = set(re.findall(r"\w{5,}", whom.lower()))
    return any(word in words for word in re.findall(r"\w{5,}", name.lower()))


def _is_subject(before: str, names: tuple[str, ...]) -> bool:
    place = _PLACE.match(before)
    clause = _CLAUSE.split(before[place.end() :] if place else before)[-1]
    return _subject(names).fullmatch(clause) is not None


@lru_cache(maxsize=256)
def _subject(names: tuple[str, ...]) -> re.Pattern[str]:
    """A clause up to its verb: "treatment with examplin", "examplin in adults also", "examplin, which", "it"."""
    name = _either(names)
    led = rf"(?:(?:in|for|among)\s+)?(?:(?!(?:{_OTHERWISE}|\w+ing)\b)\w+(?:[’'-]\w+)*%?,?\s+){{0,4}}?"
    about = rf"{led}(?:{_ABOUT})\s+(?:with|of)?\s*(?:[\w-]+\s+){{0,2}}?{name}"
    rest = r"(?:\W+(?!(?:that|who|whose|to)\b)\w+(?:[’'-]\w+)*){0,5}\W*"
    relative = rf"[^;]{{0,200}}\b{name}[,\s]+(?:which|that)\W*"
    return re.compile(rf"\W*(?:(?:{about}|{led}{name}|{_IT}){rest}|{relative})", re.IGNORECASE)


@lru_cache(maxsize=256)
def _named(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(_either(names), re.IGNORECASE)


def _either(names: tuple[str, ...]) -> str:
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?:e?s)?(?!\w)"
