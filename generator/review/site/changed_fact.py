"""What a comparison of two sides of a site gives: facts that changed, the pages that they reach, what that needs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.model.change import ChangeClass, ClinicalChange


class FactKind(StrEnum):
    """What sort of a line a changed fact is."""

    CONTENT = "content"
    """Something that an entry says, or something that it quotes."""
    APART = "apart"
    """A number of one edition is no longer that of another, which it was equal to."""
    WORDING = "wording"
    """The words that readers get are others, though no fact of the entry is."""
    PAGE = "page"
    """A page is gone, or stands under another id."""
    PROSE = "prose"
    """A page of prose, such as “About this site”, is new, gone or says something else."""
    RULES = "rules"
    """The rules of the site: policy, reviewers, audiences, lists of words, waivers, retired ids, the record."""
    NOT_COMPARED = "not-compared"
    """Something could not be compared."""


@dataclass(frozen=True, slots=True, order=True)
class ComparedPage:
    """One edition of one entry. ``title`` is its heading, ``label`` the name of its audience, as written.

    A page of prose stands under its file, ``pages/about.md``, which is no id of an entry, and has no audience.
    """

    entry: str
    audience: str
    title: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class ChangedFact:
    """One fact that changed, told once, however many pages it reaches.

    ``change.sentence`` is what is to be read. ``owner`` is where the fact is written: the id of an entry, ``work:KEY``,
    ``image:FILE``, ``prose:NAME``, or empty for the site as a whole. ``pages`` are the owner's own editions that say
    it, ``reaches`` the others that quote it.
    """

    kind: FactKind
    owner: str
    change: ClinicalChange
    pages: tuple[ComparedPage, ...] = ()
    reaches: tuple[ComparedPage, ...] = ()

    @property
    def level(self) -> ChangeClass:
        """How grave it is."""
        return self.change.level

    @property
    def sentence(self) -> str:
        """The fact in words."""
        return self.change.sentence

    @property
    def all_pages(self) -> tuple[ComparedPage, ...]:
        """Every edition whose readers are told it, or were."""
        return tuple(dict.fromkeys((*self.pages, *self.reaches)))


@dataclass(frozen=True, slots=True)
class AddedDecision:
    """A decision that only the later side has, as it is written."""

    id: str
    decision: str
    by: str
    role: str
    at: str
    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Need:
    """What the editorial policy asks for before these editions are approved again.

    So many different people, among them somebody in one of the roles of each group.
    """

    people: int
    roles: tuple[tuple[str, ...], ...]
    pages: tuple[ComparedPage, ...]


@dataclass(frozen=True, slots=True)
class MissingNote:
    """Entries whose readers are not told of a change that they must be told of, with a note to begin with.

    ``yaml`` is to be written under the entry; ``note`` is its sentence.
    """

    entries: tuple[str, ...]
    level: ChangeClass
    note: str
    yaml: str


@dataclass(frozen=True, slots=True)
class LibraryComparison:
    """Everything that is another on one side of a site than on the other. ``facts`` begin with the gravest."""

    base: str
    head: str
    compared: int
    """How many editions were looked at."""
    facts: tuple[ChangedFact, ...] = ()
    new_pages: tuple[ComparedPage, ...] = ()
    decisions: tuple[AddedDecision, ...] = ()
    needs: tuple[Need, ...] = ()
    notes: tuple[MissingNote, ...] = ()

    @property
    def changed_pages(self) -> tuple[ComparedPage, ...]:
        """Every edition that a changed fact reaches, in the order of ids."""
        return tuple(sorted({page for fact in self.facts for page in fact.all_pages}))

    @property
    def not_compared(self) -> tuple[ChangedFact, ...]:
        """What could not be compared, and may be anything."""
        return tuple(fact for fact in self.facts if not fact.change.is_compared)

    def facts_of(self, entry: str, audience: str) -> tuple[ChangedFact, ...]:
        """The changes of one edition, its own and those of what it quotes."""
        pages = ((fact, {(page.entry, page.audience) for page in fact.all_pages}) for fact in self.facts)
        return tuple(fact for fact, found in pages if (entry, audience) in found)
