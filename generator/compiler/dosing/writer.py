"""The writer: a profile, and a way to put an editor's wording into it. All words of a dose are made with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.compiler.dosing.phrase import clause, phrase
from generator.compiler.dosing.profile import Profile
from generator.compiler.dosing.quantities import number, parted, quantity, unit_words
from generator.model.quantity import Quantity
from generator.model.text import Wording
from generator.model.times import Times
from generator.pages.inline import Amount, Missing, Run, Text

Say = Callable[[Wording], Run]
"""Turns an editor's wording into a run for the audience; empty where it has none."""

Named = Callable[[str], Run]
"""Turns the id of a drug, or of a dose that is quoted, into a run."""

OFTEN = {1: "once", 2: "twice"}


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes in one profile for one audience."""

    profile: Profile
    say: Say
    drug: Named
    dose: Named

    def quantity(self, value: Quantity) -> Run:
        """A quantity that is never parted at the end of a line."""
        return self.unparted(quantity(self.profile, value), value.unit.code)

    def unparted(self, text: str, code: str) -> Run:
        """Number and unit as one piece; words such as "per hour" may stand on the next line."""
        kept, words = parted(self.profile, text, code)
        return (Amount(kept), Text(words)) if words else (Amount(kept),)

    def interval(self, value: Quantity) -> Run:
        """What stands after "every": ``4 to 6 hours``, and for one unit ``hour``."""
        if value.low == value.high == 1:
            return (Text(unit_words(self.profile, value.unit.code, one=True)),)
        return self.quantity(value)

    def limit(self, wording: Wording) -> Run:
        """A condition in an editor's words. Where these readers get none for it, that is said: it limits the dose."""
        return clause(self.say(wording)) or self.missing("not-worded")

    def phrase(self, word: str, **slots: Run | str) -> Run:
        """A phrase of the profile."""
        return phrase(self.profile.words[word], **slots)

    def missing(self, word: str) -> Run:
        """Words for what the source omits."""
        return (Missing(self.profile.words[word]),)

    def often(self, times: Times) -> str:
        """``once``, ``twice``, ``3 times``, ``3 to 4 times``."""
        if not times.is_range and times.low in OFTEN:
            return self.profile.words[OFTEN[times.low]]
        return self.profile.words["n-times"].format(n=self.count(times))

    def count(self, times: Times) -> str:
        """``3``, ``3 to 4``."""
        if not times.is_range:
            return number(times.low)
        return self.profile.words["to"].format(low=number(times.low), high=number(times.high))

    def listed(self, words: list[str], last: str = "and") -> str:
        """``Monday, Wednesday and Friday``."""
        between = self.profile.words[last]
        return between.join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)
