"""The scribe of one page: turns the wording of an entry into words with numbered citations and quoted doses."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from generator.compiler.addresses import edition_path, page_path
from generator.compiler.citations import Citations
from generator.compiler.context import SiteContext
from generator.compiler.dosing.phrase import clause, in_brackets
from generator.compiler.dosing.profiles import PROFILES
from generator.compiler.dosing.quantities import bound
from generator.compiler.dosing.writer import Writer
from generator.compiler.dosing.written_dose import WrittenDose
from generator.compiler.figures import figure_words
from generator.compiler.inline_markdown import external_link, parse_inline
from generator.compiler.suspended_doses import dose_notice, suspension_of
from generator.diagnostics import Pointer, pointer_text
from generator.model.bound import Bound
from generator.model.citation import UNCITED, cited_works
from generator.model.dose import Dose
from generator.model.entries.audience import Audience
from generator.model.entries.drug import Drug, HighAlert
from generator.model.evidence import EvidenceFigure
from generator.model.high_alert import alerts_with
from generator.model.library import Library
from generator.model.quantity import Quantity
from generator.model.text import Wording
from generator.pages.inline import Amount, Inline, Missing, PageLink, Run, Text, Words

_KEYS = re.compile(r"@([A-Za-z0-9][A-Za-z0-9_:.-]*)")


@dataclass
class Scribe:
    """Words one page for one audience.

    ``doses`` are those that the edition shows. ``quotable`` and ``figures`` are all of the page's own entry: text may
    quote a dose that has no row of its own, and then the dose stands in the edition's closure. ``suspended`` collects
    the names (``entry#dose``) of the suspended doses that the page would have worded.
    """

    library: Library
    context: SiteContext
    audience: Audience
    entry: str
    citations: Citations
    doses: Mapping[str, Dose]
    quotable: Mapping[str, Dose]
    figures: Mapping[str, EvidenceFigure]
    suspended: set[str] = field(default_factory=set)
    _open: set[int] = field(default_factory=set)

    def say(self, wording: Wording | None, origin: Pointer, cites: Any = None) -> Words | None:
        """The wording for this audience with what it stands on; None where there is none."""
        text = wording.for_audience(self.audience.id) if wording is not None else None
        return None if text is None else self.text(text, origin, cites)

    def text(self, text: str, origin: Pointer, cites: Any = None) -> Words:
        """Inline text with what it stands on at its end."""
        return self.words(parse_inline(text, self._mark, self._link), origin, cites)

    def words(self, run: Run, origin: Pointer = (), cites: Any = None) -> Words:
        """A run with the citation that belongs at its end, unless the run itself already quotes the work."""
        inline = {
            mark.key
            for node in run
            if not isinstance(node, Text) and hasattr(node, "marks")
            for mark in node.marks
        }
        citation = self.citations.cite(tuple(key for key in cited_works(cites) if key not in inline))
        tail: tuple[Inline, ...] = (citation,) if citation else ()
        if cites == UNCITED:
            tail = (Text(" "), Missing(self.context.word("uncited-in-source")))
        return Words((*run, *tail), self.audience.id, self.entry, pointer_text(origin))

    def not_stated(self, what: str, origin: Pointer = ()) -> Words:
        """Words that say that the source omits something: "route not stated in the source"."""
        return self.words((Missing(self.context.word("not-stated", what=self.context.word(what))),), origin)

    def drug_name(self, drug_id: str) -> str:
        """The drug's name as this audience reads it (tall-man only in the listed spelling of the same name)."""
        drug = self.library.drugs.get(drug_id)
        return drug_id if drug is None else self.spelled(drug)

    def spelled(self, drug: Drug) -> str:
        """A drug's name, in tall-man spelling where the audience wants it and the list has this very name."""
        tall = drug.tall_man
        return tall.spelling if tall and self.audience.tall_man and tall.of == drug.name else drug.name

    def drug_links(self, drug_ids: tuple[str, ...], between: str = ", ") -> Run:
        """Links to drugs, as "A, B"."""
        run: list[Inline] = []
        for index, drug_id in enumerate(drug_ids):
            path = page_path(self.library, drug_id, self.audience.id)
            name = (Text(self.drug_name(drug_id)),)
            run += [Text(between)] if index else []
            run += [PageLink(path, name)] if path else list(name)
        return tuple(run)

    def link(self, entry_id: str, label: Run, fragment: str = "") -> Run:
        """A link to an entry's page, or the label alone where the entry has none."""
        path = page_path(self.library, entry_id, self.audience.id)
        return (PageLink(f"{path}#{fragment}" if fragment else path, label),) if path else label

    def alerts(self, dose: Dose) -> tuple[HighAlert, ...]:
        """The high-alert words that must stand with a dose."""
        return alerts_with(dose, self.library.drugs)

    def quoted_dose(self, dose_id: str, dose: Dose) -> Run:
        """A dose in a phrase with its high-alert words: no place that shows a dose may leave them out."""
        notice = self.suspension(dose_id, dose)
        return in_brackets(notice, "") if notice else (*self.written(dose).phrase, *self.alert_words(dose))

    def suspension(self, dose_id: str, dose: Dose) -> Run:
        """What is said in place of a suspended dose of this entry; empty for any other."""
        name = f"{self.entry}#{dose_id}"
        decision = suspension_of(self.context.suspended, name, dose)
        if decision is None:
            return ()
        self.suspended.add(name)
        return dose_notice(decision, self.library, self.context)

    def is_suspended(self, target: str) -> bool:
        """Whether a dose is suspended that is named as text quotes it: ``five-days``, ``entry#five-days``."""
        owner, dose = self._quoted(target, "doses", self.quotable)
        part = target.rpartition("#")[2]
        return isinstance(dose, Dose) and bool(self._within(owner).suspension(part, dose))

    def alert_words(self, dose: Dose) -> Run:
        """The high-alert words of a dose, each in brackets."""
        return tuple(node for alert in self.alerts(dose) for node in in_brackets(self._alert(alert)))

    def alert(self, alert: HighAlert) -> Words:
        """Words that must stand with a dose. Where these readers get none, that is said: silence reads as safe."""
        text = alert.wording.for_audience(self.audience.id)
        return (
            self.words(self._alert(alert), (), alert.cites)
            if text is None
            else self.text(text, (), alert.cites)
        )

    def _alert(self, alert: HighAlert) -> Run:
        text = alert.wording.for_audience(self.audience.id)
        if text is None:
            return (Missing(self.writer.profile.words["alert-not-worded"]),)
        return clause(self.text(text, ()).run)

    def written(self, dose: Dose) -> WrittenDose:
        """A dose in the words of this audience's profile."""
        return WrittenDose(self.writer, dose)

    @property
    def writer(self) -> Writer:
        """The writer of doses and quantities for this audience."""
        return Writer(PROFILES[self.audience.profile], self._run, self._drug, self._own_dose)

    def quantity(self, value: Quantity) -> Run:
        """A quantity in the words of this audience's profile."""
        return self.writer.quantity(value)

    def bound(self, value: Bound) -> Run:
        """A limit of a measured value in the words of this audience's profile."""
        return (Amount(bound(self.writer.profile, value)),)

    def _run(self, wording: Wording) -> Run:
        said = self.say(wording, ())
        return () if said is None else said.run

    def _drug(self, drug: str) -> Run:
        return self.drug_links((drug,))

    def _own_dose(self, target: str) -> Run:
        return self._dose(target) or ()

    def _mark(self, mark: str) -> Run:
        if mark.startswith("[@"):
            citation = self.citations.cite(tuple(key.rstrip(".:;") for key in _KEYS.findall(mark)))
            return (citation,) if citation else (Missing(mark),)
        kind, _, target = mark[1:-1].partition(":")
        readers: dict[str, Callable[[str], Run | None]] = {
            "dose": self._dose,
            "stat": self._figure,
            "quantity": self._quantity,
        }
        return readers[kind](target.strip()) or (Missing(mark),)

    def _dose(self, target: str) -> Run | None:
        owner, dose = self._quoted(target, "doses", self.quotable)
        if not isinstance(dose, Dose) or id(dose) in self._open:
            return None
        path = ""
        if owner and (entry := self.library.summaries.get(owner) or self.library.medications.get(owner)):
            path = edition_path(entry, self.audience.id) if self.audience.id in entry.audiences else ""
        # A dose whose text quotes itself is a finding; here it must not run on for ever.
        self._open.add(id(dose))
        label = self._within(owner).quoted_dose(target.rpartition("#")[2], dose)
        self._open.discard(id(dose))
        has_row = bool(path) or (not owner and target in self.doses)
        return (PageLink(f"{path}#dose-{target.rpartition('#')[2]}", label),) if has_row else label

    def _within(self, owner: str) -> Scribe:
        """The scribe for a text of another entry: a plain ``{dose:id}`` in it names a dose of that entry."""
        entry = self.library.entry(owner) if owner else None
        if entry is None or owner == self.entry:
            return self
        doses, figures = getattr(entry, "doses", {}), getattr(entry, "evidence", {})
        return replace(self, entry=owner, doses={}, quotable=doses, figures=figures)

    def _figure(self, target: str) -> Run | None:
        _, figure = self._quoted(target, "evidence", self.figures)
        return figure_words(figure, self.context) if isinstance(figure, EvidenceFigure) else None

    def _quoted(self, target: str, field: str, own: Mapping[str, Any]) -> tuple[str, Any]:
        owner, _, part = target.rpartition("#")
        if not owner:
            return "", own.get(part)
        return owner, getattr(self.library.entry(owner), field, {}).get(part)

    def _quantity(self, target: str) -> Run | None:
        try:
            return self.writer.quantity(Quantity.parse(target))
        except ValueError:
            return None

    def _link(self, address: str, children: Run) -> Run:
        if not address.startswith("entry:"):
            return external_link(address, children)
        entry_id, _, fragment = address.removeprefix("entry:").partition("#")
        return self.link(entry_id, children, fragment)
