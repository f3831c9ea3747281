"""Facts of a part, in their order; at the end, in one line, what the source omits of it."""

from __future__ import annotations

from typing import Any

from generator.compiler.measured_values import quantity_words
from generator.compiler.scribe import Scribe
from generator.diagnostics import Pointer
from generator.model.quantity import Quantity
from generator.model.text import NOT_STATED, Wording
from generator.pages.blocks import Fact
from generator.pages.inline import Missing, Run, Text, Words


class StatedFacts:
    """Gathers facts of one part. What is absent gives no fact; what is ``not-stated`` is named in the last one."""

    def __init__(self, scribe: Scribe, origin: Pointer) -> None:
        self._scribe = scribe
        self._origin = origin
        self._facts: list[Fact] = []
        self._omitted: list[str] = []

    def add(self, label: str, value: Any, *, code: str = "") -> None:
        """A wording, a text, a number or a span of time. With ``code`` the value is a code of the words ``code-…``."""
        if value == NOT_STATED:
            self._omitted.append(label)
        elif value is not None:
            self.put(label, self._said(value, code))

    def put(self, label: str, said: Words | Run | None) -> None:
        """A fact that is worded already; nothing for None or an empty run."""
        if said:
            made = said if isinstance(said, Words) else self._scribe.words(said, self._origin)
            self._facts.append(Fact(self._scribe.context.word(label), made))

    def made(self) -> tuple[Fact, ...]:
        """All facts, and the line of what is omitted."""
        if not self._omitted:
            return tuple(self._facts)
        names = ", ".join(_in_a_list(self._scribe.context.word(label)) for label in self._omitted)
        said = self._scribe.words((Missing(names),))
        return (*self._facts, Fact(self._scribe.context.word("omitted"), said))

    def _said(self, value: Any, code: str) -> Words | None:
        if isinstance(value, Wording):
            return self._scribe.say(value, self._origin)
        if isinstance(value, Quantity):
            return self._scribe.words(quantity_words(self._scribe, value), self._origin)
        text = self._scribe.context.word(f"{code}-{value}") if code else _text(value)
        return self._scribe.words((Text(text),), self._origin)


def _text(value: Any) -> str:
    return f"{value:,}" if isinstance(value, int) else str(value)


def _in_a_list(label: str) -> str:
    """A label in the middle of a sentence: "First response" gives "first response", "GRADE domain" stays."""
    return label if label[:2].isupper() else label[:1].lower() + label[1:]
