"""The steps of a review. Each runs, whatever came of the one before, and none is clean without having said so."""

from __future__ import annotations

import os
import subprocess
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from pull_request.counted import changes_in, findings_in
from pull_request.review_facts import ReviewFacts

IMPOSSIBLE = 2


@dataclass(frozen=True)
class ReviewSteps:
    """The program, the two commits, the folder whose ``report/`` takes what the steps write, and seconds for each."""

    program: str
    base: str
    head: str
    out: Path
    seconds: float

    def run(self, pull_request: int, reported_head: str) -> ReviewFacts:
        """All steps. Progress and messages of a step stand in ``report/<step>.txt``."""
        check, verify = self._check(), self._verify()
        compare, preview = self._compare(), self._preview()
        findings = findings_in(self._report("findings.sarif"))
        changes = changes_in(self._report("changes.json"))
        codes = {
            "check": _checked_code(check, findings),
            "verify": verify,
            "compare": _compared_code(compare, changes),
            "preview": preview,
        }
        return ReviewFacts(pull_request, reported_head, self.base, codes, findings, changes)

    def _check(self) -> int:
        as_text = self._clinsum("check", "check")
        sarif = str(self._report("findings.sarif"))
        if os.environ.get("GITHUB_ACTIONS"):
            # Marks on the changed lines; what was removed has none, so these are a help and never the proof.
            with suppress(OSError, subprocess.TimeoutExpired):
                subprocess.run(
                    [self.program, "check", "--format", "github"], check=False, timeout=self.seconds
                )
        return max(as_text, self._clinsum("check-sarif", "check", "--format", "sarif", "--output", sarif))

    def _verify(self) -> int:
        return self._clinsum("verify", "verify", "--base", self.base)

    def _compare(self) -> int:
        as_json = ("--format", "json", "--output", str(self._report("changes.json")))
        as_markdown = ("--format", "markdown", "--output", str(self._report("changes.md")))
        pack = ("--pack", str(self._report("pack")))
        counted = self._clinsum("compare", "compare", self.base, self.head, *as_json, *pack)
        return max(counted, self._clinsum("compare-markdown", "compare", self.base, self.head, *as_markdown))

    def _preview(self) -> int:
        return self._clinsum("preview", "build", "--preview", "--output", str(self._report("preview")))

    def _clinsum(self, name: str, *arguments: str) -> int:
        """Run it, keep what it says, and give its exit code; 2 for a crash and every other end than 0 and 1."""
        environment = {**os.environ, "NO_COLOR": "1", "PYTHONUTF8": "1"}
        with self._report(f"{name}.txt").open("wb") as said:
            try:
                run = subprocess.run(
                    [self.program, *arguments],
                    stdin=subprocess.DEVNULL,
                    stdout=said,
                    stderr=subprocess.STDOUT,
                    env=environment,
                    timeout=self.seconds,
                    check=False,
                )
            except (OSError, subprocess.TimeoutExpired) as failed:
                said.write(f"\n{failed}\n".encode())
                return IMPOSSIBLE
        crashed = b"Traceback (most recent call last)" in self._report(f"{name}.txt").read_bytes()
        return IMPOSSIBLE if crashed or run.returncode not in (0, 1) else run.returncode

    def _report(self, name: str) -> Path:
        return self.out / "report" / name


def _checked_code(code: int, findings: dict[str, int] | None) -> int:
    if findings is None:
        return IMPOSSIBLE
    return max(code, 1 if findings["errors"] else 0)


def _compared_code(code: int, changes: dict[str, int] | None) -> int:
    """A comparison that left no counts, or could not compare something, was none, whatever it ended with."""
    if changes is None or changes["not_compared"]:
        return IMPOSSIBLE
    return max(code, 1 if changes["critical"] or changes["missing_notes"] else 0)
