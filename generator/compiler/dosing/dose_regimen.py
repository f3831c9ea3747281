"""The regimen of a whole dose in words: one administration, a sequence of steps, bands of patients, or a titration."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from generator.compiler.dosing.changes import patients, titration, variant
from generator.compiler.dosing.limits import at_most, maximum
from generator.compiler.dosing.phrase import clause, in_brackets, joined, kept_together
from generator.compiler.dosing.regimen import as_a_whole, each_time, regimen, total_of_steps
from generator.compiler.dosing.routes import route_in_sentence
from generator.compiler.dosing.writer import Writer
from generator.model.dose import Dose, DoseStep, Maximum, Variant
from generator.model.dose.inherited import has_timing, with_timing_of
from generator.model.text import NOT_STATED
from generator.pages.inline import Run, Text


@dataclass(frozen=True, slots=True)
class DoseRegimen:
    """What of a dose is its regimen. Each dose has one; what is left stands beside it as facts."""

    writer: Writer
    dose: Dose
    with_bites: bool = True
    """Whether the body at which a step's maximum bites is said."""

    @property
    def is_single(self) -> bool:
        """One administration with an amount of its own."""
        dose = self.dose
        return not dose.steps and bool(dose.amount or dose.amounts or dose.rate or dose.course_total)

    @property
    def is_titrated(self) -> bool:
        """Whether the start of the titration is the dose: there is no other amount."""
        given = self.dose.titration
        return not self.is_single and not self.dose.steps and given is not None and given.start is not None

    @property
    def is_banded(self) -> bool:
        """Whether the bands of patients are the dose: there is no other amount."""
        gives = any(band.amount or band.amounts or band.rate or band.course_total for band in self.dose.bands)
        return gives and not (self.is_single or self.is_titrated or self.dose.steps)

    @property
    def routes_of_steps(self) -> tuple[str | tuple[str, ...], ...]:
        """The routes that steps, or the bands that are the dose, name themselves, each once."""
        return tuple(dict.fromkeys(part.route for part in self._parts if part.route is not None))

    @property
    def names_every_route(self) -> bool:
        """Whether the route stands with each step: in any other place it would seem to be that of all."""
        has_own = [part.route is not None for part in self._parts]
        return any(has_own) and (self.dose.route is None or not all(has_own))

    @property
    def _has_parts_with_timing(self) -> bool:
        """Whether steps or bands have intervals of their own: what the dose says of all then stands with the others."""
        return any(has_timing(part) for part in self._parts)

    @property
    def _parts(self) -> tuple[DoseStep, ...] | tuple[Variant, ...]:
        return self.dose.steps or (self.dose.bands if self.is_banded else ())

    def words(self, route: Run = ()) -> Run:
        """Everything but the dose's own maximum; a step's and a band's maximum stands with it."""
        return joined(self.lines(route), "; ")

    def lines(self, route: Run = ()) -> tuple[Run, ...]:
        """The same in lines, one for each step or band."""
        if self.is_single:
            return (regimen(self.writer, self.dose, route),)
        if self.is_titrated:
            assert self.dose.titration is not None
            given = regimen(self.writer, self.dose, route)
            how = self.writer.phrase("given", what=given) if given else ()
            return _said(titration(self.writer, self.dose.titration), how)
        if self.dose.steps:
            parts = [self._step(step, index) for index, step in enumerate(self.dose.steps)]
            parts.insert(0, total_of_steps(self.writer, self.dose))
        elif self.is_banded:
            parts = [self._band(band) for band in self.dose.bands]
        else:
            parts = [self.writer.missing("amount-not-stated")]
        return _said(*parts, *self._of_all(route))

    def cites_of_lines(self) -> tuple[Any, ...]:
        """What each of the first lines stands on by itself: a band, or the titration that is the regimen."""
        if self.is_banded:
            return tuple(band.cites for band in self.dose.bands)
        return (self.dose.titration.cites,) if self.is_titrated and self.dose.titration is not None else ()

    def maxima_of_steps(self) -> list[Run]:
        """The maxima of steps, each with the step's name."""
        return [
            self._named(step, maximum(self.writer, step))
            for step in self.dose.steps or ()
            if isinstance(step.maximum, Maximum)
        ]

    def _of_all(self, route: Run) -> list[Run]:
        whole = as_a_whole(self.writer, self.dose)
        each = each_time(self.writer, self.dose, route, with_timing=not self._has_parts_with_timing)
        if not self.dose.steps:
            each, whole = joined([part for part in (each, whole) if part], ", "), ()
        if not self.dose.steps and not self.is_banded:
            return [each]
        return [
            *([self.writer.phrase("in-each-case", what=each)] if each else []),
            *([self.writer.phrase("as-a-whole", what=whole)] if whole else []),
        ]

    def _step(self, step: DoseStep, index: int) -> Run:
        writer = self.writer
        given = with_timing_of(self.dose, step) if self._has_parts_with_timing else step
        parts = [regimen(writer, given, self._route_of(step)), self._limit_of(step)]
        run = joined([part for part in parts if part], ", ")
        for beside in (step.preparation, step.remark):
            run = (*run, *in_brackets(clause(writer.say(beside)) if beside is not None else ()))
        when = self._when(step, index)
        if not when and step.label is None:
            return writer.phrase("then", what=run) if index else run
        name: list[Run] = [(Text(step.label),)] if step.label else [writer.phrase("next")] if index else []
        return writer.phrase("labelled", label=joined([*name, *when], ", "), what=run)

    def _when(self, step: DoseStep, index: int) -> list[Run]:
        """After which span, and on which condition: it stands before the amount, apart from the step's own spans."""
        writer = self.writer
        span, word = step.after, "after-step" if index else "after-start"
        if step.from_start is not None:
            span, word = step.from_start, "after-start"
        said = [writer.phrase(word, span=writer.quantity(span))] if span is not None else []
        if step.condition is not None:
            said.append(writer.phrase("if", condition=writer.limit(step.condition)))
        return said

    def _route_of(self, step: DoseStep) -> Run:
        """The step's own route. Where only some steps name theirs, that of the dose stands with the others."""
        if step.route is not None:
            return route_in_sentence(self.writer, step.route)
        return route_in_sentence(self.writer, self.dose.route or NOT_STATED) if self.names_every_route else ()

    def _limit_of(self, step: DoseStep) -> Run:
        """The step's maximum. Where only some steps have one and the dose none, the others' is not stated."""
        is_open = step.maximum is None and self.dose.maximum is None and self.maxima_of_steps()
        if step.maximum == NOT_STATED or is_open:
            return self.writer.missing("maximum-missing")
        return at_most(self.writer, step, with_bites=self.with_bites)

    def _named(self, step: DoseStep, run: Run) -> Run:
        return self.writer.phrase("labelled", label=step.label, what=run) if step.label else run

    def _band(self, band: Variant) -> Run:
        if band.route is None and band.change == "use" and self.names_every_route:
            band = band.model_copy(update={"route": self.dose.route or NOT_STATED})
        if self._has_parts_with_timing:
            band = with_timing_of(self.dose, band)
        label, run = patients(self.writer, band), variant(self.writer, band, is_beside_amount=False)
        return self.writer.phrase("labelled", label=kept_together(label), what=run) if label else run


def _said(*parts: Run) -> tuple[Run, ...]:
    return tuple(part for part in parts if part)
