"""Changes in the words of a clinician, made from the two closures that were compared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from generator.compiler.dosing import us_ismp
from generator.compiler.dosing.profile import Profile
from generator.model.change import ClinicalChange
from generator.review.words.amount_words import AmountWords
from generator.review.words.change_words import ChangeWords
from generator.review.words.closure_dose import ClosureDoses, capital
from generator.review.words.closure_names import Closure, ClosureNames
from generator.review.words.how_often import HowOften
from generator.review.words.lost_references import with_lost_references
from generator.review.words.part_titles import PartTitles
from generator.review.words.subjects import Subjects
from generator.review.words.value_words import ValueWords


def worded(
    changes: Iterable[ClinicalChange],
    before: Closure | None,
    after: Closure | None,
    *,
    profile: Profile = us_ismp.PROFILE,
    numbers: Mapping[str, int] | None = None,
) -> tuple[ClinicalChange, ...]:
    """Give each change its sentence.

    Where an edition no longer cites a work at all, the changes of the places that cited it become one change. Amounts
    are in the words of a writing profile; ``numbers`` are those of the references, by key, as the page before has them.
    """
    names = ClosureNames(before, after, numbers or {})
    amounts = AmountWords(profile)
    values = ValueWords(names, amounts)
    subjects = Subjects(names, PartTitles(values), ClosureDoses(names, amounts))
    words = ChangeWords(subjects, values, HowOften(names, amounts))
    told = with_lost_references(tuple(changes), subjects)
    return tuple(one if one.sentence else replace(one, sentence=_sentence(words, one)) for one in told)


def _sentence(words: ChangeWords, change: ClinicalChange) -> str:
    try:
        return capital(words.sentence(change))
    except (TypeError, AttributeError, KeyError, ValueError, RecursionError):
        # A stored closure that was never written from an entry may hold anything: it is told as it stands.
        return f"{capital('.'.join(change.path) or change.within)}: {change.before} → {change.after}"
