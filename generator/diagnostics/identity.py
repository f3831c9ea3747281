"""The identity of a finding: the same from run to run, wherever in its file it stands."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from generator.diagnostics.finding import Finding

_PLACE_IN_TEXT = re.compile(r":\d+:\d+\b")


def identified(findings: Iterable[Finding]) -> Iterator[tuple[Finding, str]]:
    """Each finding with its identity, 32 hexadecimal digits.

    It is made from rule, entry (or file), symbolic place and message. Findings that agree in all of these are counted
    in the order given. What stands above a finding, and on which line it stands itself, does not change it.
    """
    seen: Counter[str] = Counter()
    for finding in findings:
        same = "\0".join(
            (finding.code, finding.entry or finding.place.file, finding.anchor, _message(finding))
        )
        seen[same] += 1
        # The name of a file may hold bytes that are no Unicode.
        counted = f"{same}\0{seen[same]}".encode("utf-8", "surrogatepass")
        yield finding, hashlib.sha256(counted).hexdigest()[:32]


def _message(finding: Finding) -> str:
    return _PLACE_IN_TEXT.sub("", finding.message)
