"""How much of a finding may be told in public: its message can quote any text of any entry."""

from __future__ import annotations

from dataclasses import dataclass

from generator.compiler.context import SiteContext
from generator.compiler.days import iso_day_words
from generator.compiler.entry_lists import eligible_editions
from generator.compiler.inline_markdown import parse_inline
from generator.compiler.kept_text import shows_kept
from generator.compiler.withheld_words import tells_an_amount
from generator.diagnostics import Finding
from generator.model.entries.entry import Entry
from generator.model.library import Library
from generator.pages.inline import Text, plain_text


@dataclass(frozen=True)
class PublicFindings:
    """Words of findings and waivers for readers of the site.

    A message is told only where the text of every entry is public, for a rule that compares entries quotes several.
    Else the rule says in general what it finds.
    """

    library: Library
    context: SiteContext
    tells_messages: bool

    @classmethod
    def of(cls, library: Library, context: SiteContext) -> PublicFindings:
        """Look once at all entries."""
        is_all = all(is_public(library, one, context) for one in library.with_pages())
        # A message can quote any dose, also one that is suspended.
        is_suspended = bool(context.suspended.doses or context.suspended.drugs)
        return cls(library, context, is_all and not is_suspended)

    def message(self, finding: Finding) -> str:
        """What is wrong, without a full stop."""
        return finding.message if self.tells_messages else finding.rule.summary.removesuffix(".")

    def waived(self, finding: Finding) -> str:
        """``let stand until 31 January 2027 by Jane Roe: the reason``; empty for a finding that is not waived."""
        if finding.waived is None:
            return ""
        return self.context.word(
            "let-stand",
            until=iso_day_words(finding.waived.until, self.context),
            owner=self.owner(finding.waived.owner),
            reason=self.reason(finding.waived.reason),
        )

    def owner(self, person_id: str) -> str:
        """The name of who answers for a waiver."""
        person = self.library.people.get(person_id)
        return person.name if person else person_id

    def reason(self, reason: str) -> str:
        """Why something may stand, without marks. It can quote any dose, also one that is suspended."""
        is_suspended = bool(self.context.suspended.doses or self.context.suspended.drugs)
        if is_suspended and tells_an_amount(reason, self.context):
            return self.context.word("reason-withheld")
        return plain_text(parse_inline(reason, lambda mark: (Text(mark),), lambda address, run: run))


def is_public(library: Library, entry: Entry, context: SiteContext) -> bool:
    """Whether an entry has editions, and every one of them is shown as it is now."""
    shown = [context.states[entry.id, one] for one in eligible_editions(library, entry, context)]
    is_present = not any(shows_kept(state) for state in shown)
    return is_present and 0 < len(shown) == len(library.editions_of(entry))
