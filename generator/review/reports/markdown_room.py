"""The room in a comment, which the service that shows it limits in characters and in bytes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_SHARE = 300
"""Characters kept free in each section for the line that counts what did not fit."""


@dataclass
class Room:
    """What is left of a comment. Lines take of it; one that does not fit takes nothing."""

    characters: int
    data: int

    def take(self, text: str) -> bool:
        """Take the room of a text and its line break, if there is as much."""
        size = len(text) + 1, len(text.encode("utf-8", "replace")) + 1
        if size[0] > self.characters or size[1] > self.data:
            return False
        self.characters -= size[0]
        self.data -= size[1]
        return True


@dataclass
class Section:
    """A section of a comment: lines under a title, of which the first that fit are shown, the others counted.

    ``urgency`` 0 gets its room first.
    """

    title: str
    lines: Sequence[str]
    urgency: int
    shown: int = 0

    def begin(self, room: Room) -> None:
        """Take room for the title and for the line that counts what does not fit."""
        if self.lines:
            room.take(f"\n{self.title}\n{' ' * _SHARE}")

    def fill(self, room: Room) -> None:
        """Take room for as many lines as fit, from the first on; none is skipped for a shorter one."""
        for line in self.lines:
            if not room.take(line):
                return
            self.shown += 1

    @property
    def left_out(self) -> int:
        """How many lines did not fit."""
        return len(self.lines) - self.shown


def fill(sections: Sequence[Section], room: Room) -> None:
    """Give room to the sections by their urgency; each has at least its title and what it leaves out."""
    for section in sections:
        section.begin(room)
    for section in sorted(sections, key=lambda one: one.urgency):
        section.fill(room)
