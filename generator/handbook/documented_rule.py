"""A rule with everything that is told about it: by ``clinsum explain``, and in the pages of rules."""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass
from functools import cached_property

from generator.diagnostics import Gate, Rule

_PARTS = re.compile(r"\A(?P<what>.+?)\n\nBad:\n(?P<bad>.+?)\n\nGood:\n(?P<good>.+?)\n*\Z", re.S)


@dataclass(frozen=True)
class DocumentedRule:
    """A rule, what it looks at in words, and the docstring of its module (empty for rules without examples).

    ``family`` is the folder of a check; empty for rules about files, configuration and publishing. ``lists`` are the
    lists of facts that it reads.
    """

    rule: Rule
    looks_at: str
    family: str = ""
    documentation: str = ""
    is_waivable: bool = False
    lists: tuple[str, ...] = ()

    @property
    def what(self) -> str:
        """What it finds: a sentence, perhaps paragraphs."""
        return self._part("what") or self.rule.summary

    @property
    def bad(self) -> str:
        """An example in which it speaks, as YAML; empty where there is none."""
        return self._part("bad")

    @property
    def good(self) -> str:
        """The same without the fault."""
        return self._part("good")

    @property
    def severity_words(self) -> str:
        """``warning; error in approved content``."""
        draft, approved = (self.rule.severity_at(gate).value for gate in (Gate.DRAFT, Gate.PUBLISH))
        return draft if draft == approved else f"{draft}; {approved} in approved content"

    @property
    def waiver(self) -> str:
        """The lines of ``content/waivers.yml`` that let a finding stand; empty where none can."""
        if not self.is_waivable:
            return ""
        return (
            "waivers:\n"
            f"  - rule: {self.rule.code}\n"
            "    entry: the id of the entry\n"
            "    place: the place in it, as the report prints it\n"
            "    reason: why it may stand for now\n"
            "    owner: the id of the person who answers for it\n"
            "    until: the last day on which it holds, as year-month-day\n"
        )

    def _part(self, name: str) -> str:
        return self._parts[name] if self._parts else ""

    @cached_property
    def _parts(self) -> dict[str, str] | None:
        match = _PARTS.match(self.documentation)
        if match is None:
            return None
        return {name: textwrap.dedent(text).strip("\n") for name, text in match.groupdict().items()}
