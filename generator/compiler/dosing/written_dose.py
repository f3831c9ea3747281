"""A dose in the words of one profile: in short for tables, as a phrase for quotes, in one line, and in full."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from generator.compiler.dosing.changes import titration
from generator.compiler.dosing.dose_facts import DoseFact, dose_facts, omitted_facts
from generator.compiler.dosing.dose_regimen import DoseRegimen
from generator.compiler.dosing.limits import at_most, maximum
from generator.compiler.dosing.phrase import clause, in_brackets, joined
from generator.compiler.dosing.quantities import total
from generator.compiler.dosing.routes import route_in_sentence, route_in_table
from generator.compiler.dosing.writer import Writer
from generator.model.dose import Dose
from generator.model.dose.totals import course_total
from generator.model.text import NOT_STATED
from generator.pages.inline import Missing, Run, Text


@dataclass(frozen=True, slots=True)
class WrittenDose:
    """Every part of a dose in words. Nothing of the dose is left out; what its source omits is said."""

    writer: Writer
    dose: Dose

    @property
    def cites_of_lines(self) -> tuple[Any, ...]:
        """What each of the first lines stands on by itself."""
        return self._regimen.cites_of_lines()

    @property
    def lines(self) -> tuple[Run, ...]:
        """The short form in lines: one for each step or band, one for any other dose.

        Where the maxima of the steps stand in their own column, the body at which they bite is said there.
        """
        return DoseRegimen(self.writer, self.dose, with_bites=not self._has_maxima_of_steps_only).lines()

    @property
    def opening(self) -> Run:
        """The first sentences: what is given, the most that may be given, and the total. Facts are apart."""
        sentences = [self._first_sentence(), self._maximum_sentence()]
        if self.dose.course_total is None and (computed := self.total):
            sentences.append(self._labelled("label-total", computed))
        return joined([sentence for sentence in sentences if sentence], " ")

    @property
    def short(self) -> Run:
        """What a table prints as the dose: all but route and maximum, which have columns of their own."""
        return self._regimen.words()

    @property
    def route(self) -> Run:
        """The route as a table prints it."""
        named = self._regimen.routes_of_steps if self._regimen.names_every_route else ()
        routes = (self.dose.route, *named) if self.dose.route is not None else named or (NOT_STATED,)
        return joined([route_in_table(self.writer, route) for route in routes], "; ")

    @property
    def maximum(self) -> Run:
        """What stands under "maximum"."""
        if self._has_maxima_of_steps_only:
            return joined(self._regimen.maxima_of_steps(), "; ")
        return maximum(self.writer, self.dose)

    @property
    def total(self) -> Run:
        """The total of the course, as written or computed; empty where it does not follow."""
        if self.dose.course_total is not None:
            return self.writer.quantity(self.dose.course_total)
        computed = course_total(self.dose)
        if computed is None:
            return ()
        return self.writer.phrase(
            "computed-total", total=self.writer.unparted(total(self.writer.profile, computed), computed.unit)
        )

    @property
    def facts(self) -> tuple[DoseFact, ...]:
        """What bounds or changes the dose."""
        return dose_facts(self.writer, self.dose)

    @property
    def omitted(self) -> list[str]:
        """What the source omits and no other place says, in words."""
        return omitted_facts(self.writer, self.dose)

    @property
    def phrase(self) -> Run:
        """What a sentence quotes: the dose with its route and its maximum, so that nobody needs another place."""
        regimen = DoseRegimen(self.writer, self.dose, with_bites=False)
        limit = self._limit(with_bites=False)
        return (*self._head(regimen), *in_brackets(limit), *self._conditions(with_titration=True))

    @property
    def line(self) -> Run:
        """The dose in one line that is safe by itself: with route, titration and maximum, or that they are omitted."""
        head = self._head(self._regimen)
        titrated = self.dose.titration if not self._regimen.is_titrated else None
        parts = [head, titration(self.writer, titrated) if titrated is not None else (), self._limit()]
        run = joined([part for part in parts if part], "; ")
        return (*run, *self._conditions(with_titration=False))

    def full(self, alerts: tuple[Run, ...] = ()) -> Run:
        """The dose in sentences, with everything that the entry says of it. ``alerts`` stand beside the amount."""
        never = [fact for fact in self.facts if fact.field[:1] == ("never",)]
        sentences = [self._first_sentence(), *((*clause(alert), Text(".")) for alert in alerts)]
        sentences += [_as_sentence(fact) for fact in never]
        sentences.append(self._maximum_sentence())
        if self.dose.course_total is None and (computed := self.total):
            sentences.append(self._labelled("label-total", computed))
        sentences += [_as_sentence(fact) for fact in self.facts if fact not in never]
        sentences += self._differences()
        if omitted := self.omitted:
            sentences.append(self._labelled("label-omitted", (Missing(", ".join(omitted)),)))
        return joined([sentence for sentence in sentences if sentence], " ")

    @property
    def _regimen(self) -> DoseRegimen:
        return DoseRegimen(self.writer, self.dose)

    @property
    def _lacks_route(self) -> bool:
        return self.dose.route in (None, NOT_STATED)

    @property
    def _has_maxima_of_steps_only(self) -> bool:
        return self.dose.maximum is None and bool(self._regimen.maxima_of_steps())

    def _first_sentence(self) -> Run:
        name = joined([self.writer.drug(drug) for drug in self.dose.drugs], self.writer.profile.words["or"])
        name = (*name, *in_brackets(joined(self._qualities(), "; ")))
        route = self._route_in_sentence()
        if self._regimen.is_single:
            run = self._regimen.words(route)
        else:
            between = " " if self._lacks_route else ", "
            name, run = joined([part for part in (name, route) if part], between), self._regimen.words()
        return (*name, Text(": "), *run, Text("."))

    def _qualities(self) -> list[Run]:
        """The regimen's name and its purpose, so that a trial's regimen never reads like advice."""
        return [*([(Text(self.dose.label),)] if self.dose.label else []), *self._uses()]

    def _uses(self) -> list[Run]:
        dose, words = self.dose, self.writer.profile.words
        said: list[Run] = []
        use = dose.indication
        if dose.purpose != "recommended" and (dose.purpose != "usual" or use in (None, NOT_STATED)):
            said.append((Text(words[f"purpose-{dose.purpose}"]),))
        if use == NOT_STATED:
            said.append((Missing(words["indication-not-stated"]),))
        elif use is not None:
            word = "usual-for" if dose.purpose == "usual" else "for-use"
            said.append(self.writer.phrase(word, indication=use))
        return said

    def _differences(self) -> list[Run]:
        said = [self.writer.say(why) for _, why in sorted((self.dose.differs_from or {}).items())]
        return [self._labelled("label-differs", clause(run)) for run in said if run]

    def _head(self, regimen: DoseRegimen) -> Run:
        if not self._lacks_route or regimen.names_every_route:
            return regimen.words(self._route_in_sentence())
        return joined([regimen.words(), self.writer.missing("route-not-stated")], ", ")

    def _conditions(self, *, with_titration: bool) -> Run:
        """What a dose that stands outside of its row must not lose: for whom, what for, which form, and what more."""
        dose, regimen = self.dose, self._regimen
        said = self._uses()
        if dose.population is not None:
            said.append(clause(self.writer.limit(dose.population)))
        if dose.form is not None:
            said.append((Text(dose.form),))
        changes = [*dose.stop, *dose.companions, *(() if regimen.is_banded else dose.bands)]
        changes += [one for one in dose.variants if one not in dose.bands]
        if changes or (with_titration and dose.titration is not None and not regimen.is_titrated):
            said.append(self.writer.phrase("more-conditions"))
        return (*in_brackets(joined(said, "; ")), *self._never_in_brackets())

    def _route_in_sentence(self) -> Run:
        """The route, or that none is stated; empty where it stands with each step."""
        if self._regimen.names_every_route:
            return ()
        return route_in_sentence(self.writer, self.dose.route or NOT_STATED)

    def _limit(self, *, with_bites: bool = True) -> Run:
        """The maximum as a part of a sentence, or that none is stated; empty where the steps state theirs."""
        if self._has_maxima_of_steps_only:
            return ()
        said = at_most(self.writer, self.dose, with_bites=with_bites)
        return said or self.writer.missing("maximum-missing")

    def _maximum_sentence(self) -> Run:
        if self._has_maxima_of_steps_only:
            return ()
        return self.writer.phrase("maximum-sentence", limits=maximum(self.writer, self.dose))

    def _never_in_brackets(self) -> Run:
        said = [clause(self.writer.limit(one.wording)) for one in self.dose.never]
        return tuple(node for run in said for node in in_brackets(run))

    def _labelled(self, label: str, run: Run) -> Run:
        return (Text(f"{self.writer.profile.words[label]}: "), *run, Text("."))


def _as_sentence(fact: DoseFact) -> Run:
    return (Text(f"{fact.label}: "), *clause(fact.run), Text("."))
