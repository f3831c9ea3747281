"""What may stand beside the output folder while it is exchanged, and how a killed run is put right."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path

from generator.publish.exchange import exchange
from generator.publish.flush import flush_folder

_JOURNAL_TEXT = (
    "A build was stopped while it exchanged the published folder. The next build completes it by itself.\n"
)


class Neighbours:
    """The neighbours of one output folder. All of this happens while the lock is held.

    The names are fixed: only one build at a time can hold the lock, and so a leftover is known by its name.
    """

    def __init__(self, output: Path) -> None:
        self.output = output
        self.lock = output.with_name(f".{output.name}.lock")
        self.staging = output.with_name(f".{output.name}.staging-new")
        self._retired = output.with_name(f".{output.name}.staging-old")
        self._journal = output.with_name(f".{output.name}.journal")

    def recover(self) -> None:
        """Complete what a killed run had begun, and clear away what it left. Raises ``OSError``."""
        if not os.path.lexists(self.output):
            self._put_back()
        self._journal.unlink(missing_ok=True)
        for leftover in (self.staging, self._retired):
            _remove(leftover)

    def switch(self) -> None:
        """Let the staged site take the place of the published one.

        Raises ``OSError``; then the old one stands.
        """
        if not os.path.lexists(self.output):
            os.rename(self.staging, self.output)
        elif not exchange(self.staging, self.output):
            self._switch_by_two_renames()
        # The new site stands; a disk that cannot promise to keep it does not make this a failure.
        with suppress(OSError):
            flush_folder(self.output.parent)

    def clear(self) -> None:
        """Remove what is not needed any more. Never fails: what cannot be removed is left to the next run."""
        if self._journal.exists():
            return  # the exchange stands half-way, and what lies beside the output is all there is
        for leftover in (self.staging, self._retired):
            if leftover.is_dir() and not leftover.is_symlink():
                shutil.rmtree(leftover, ignore_errors=True)

    def _put_back(self) -> None:
        # With a journal the staged site is complete and goes first; without one it may be half a site.
        complete = [self.staging, self._retired] if self._journal.exists() else [self._retired]
        for folder in complete:
            if folder.is_dir():
                os.rename(folder, self.output)
                return

    def _switch_by_two_renames(self) -> None:
        self._journal.write_text(_JOURNAL_TEXT, encoding="utf-8")
        flush_folder(self.output.parent)
        os.rename(self.output, self._retired)
        try:
            os.rename(self.staging, self.output)
        except OSError:
            os.rename(self._retired, self.output)
            raise
        finally:
            # If even putting the old site back failed, the journal stays for the next run.
            if os.path.lexists(self.output):
                with suppress(OSError):
                    self._journal.unlink(missing_ok=True)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
