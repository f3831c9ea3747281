"""The keys of the reviewers as ``ssh-keygen`` reads them: who may sign, for what, on which days; what is revoked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from generator.model.decision_digest import NAMESPACE
from generator.model.reviewers import ReviewerKey, Reviewers
from generator.sources.ssh_signature import key_bytes

_ALLOWED, _REVOKED = "allowed", "revoked"
_EARLIEST = date(2000, 1, 1)
"""Days before it are written as this one: some systems know no time before 1970."""


class AllowedSigners:
    """Takes nobody at their word: what is no key of the kind that it names is left out."""

    def __init__(self, reviewers: Reviewers | None) -> None:
        people = reviewers.reviewers if reviewers is not None else ()
        found = ((one.person, key, key_bytes(key.key)) for one in people for key in one.keys)
        self._keys = [(person, key, data) for person, key, data in found if data is not None]
        self._revoked = {data: key.key for _, key, data in self._keys if key.revoked}

    @property
    def words(self) -> tuple[str, ...]:
        """The arguments that name the files that `write` has made."""
        return ("-f", _ALLOWED, *(("-r", _REVOKED) if self._revoked else ()))

    def write(self, folder: Path) -> None:
        """Write the files for ``ssh-keygen`` into a folder."""
        (folder / _ALLOWED).write_text("".join(self._lines()), encoding="ascii")
        if self._revoked:
            revoked = "".join(f"{key}\n" for key in self._revoked.values())
            (folder / _REVOKED).write_text(revoked, encoding="ascii")

    def owner(self, key: bytes) -> str:
        """The first person who has this key; empty where nobody has."""
        return next((person for person, _, data in self._keys if data == key), "")

    def has(self, person: str, key: bytes) -> bool:
        """Whether it is a key of this person."""
        return any(True for _ in self._of(person, key))

    def is_revoked(self, key: bytes) -> bool:
        """Whether it was revoked, be it as the key of somebody else."""
        return key in self._revoked

    def holds(self, person: str, key: bytes, day: date) -> bool:
        """Whether the person may sign with it on a day."""
        return any(one.holds_on(day) for one in self._of(person, key))

    def _of(self, person: str, key: bytes) -> Iterator[ReviewerKey]:
        return (one for owner, one, data in self._keys if owner == person and data == key)

    def _lines(self) -> Iterator[str]:
        for person, key, _ in self._keys:
            if key.until is None or key.until >= _EARLIEST:
                yield f"{person} {','.join(_options(key))} {key.key}\n"


def _options(key: ReviewerKey) -> Iterator[str]:
    """Whole days in UTC. Times carry no Z, which older programs do not know: the zone is set where they are run."""
    yield f'namespaces="{NAMESPACE}"'
    if key.since is not None:
        yield f'valid-after="{max(key.since, _EARLIEST):%Y%m%d}000000"'
    if key.until is not None:
        yield f'valid-before="{key.until:%Y%m%d}235959"'
