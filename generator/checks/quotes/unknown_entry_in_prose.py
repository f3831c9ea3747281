"""A page of prose links to an entry that is not there.

Bad:
    # As in content/pages/about.md; no entry is called azathioprin.
    text: See [azathioprine](entry:azathioprin).

Good:
    text: See [azathioprine](entry:azathioprine).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.missing_entry import missing_entry
from generator.checks.registry import Scope
from generator.diagnostics import Finding, Rule, Severity

RULE = Rule(
    code="REF009",
    name="unknown-entry-in-prose",
    severity=Severity.ERROR,
    summary="A page of prose links to an entry that is not there.",
    why="The link would lead nowhere.",
    cure="Correct the id, or remove the link.",
)
SCOPE = Scope.LIBRARY

_LINK = re.compile(r"\]\(entry:([^\s()#]+)")


def check(context: CheckContext) -> Iterator[Finding]:
    """Find links to entries that are not there. The place is that of the page."""
    for page in context.library.prose:
        for written in dict.fromkeys(_LINK.findall(page.markdown)):
            if context.library.entry(written) is None:
                message, cure = missing_entry(context, written, "entry")
                yield RULE.finding(message, page.place, cure=cure)
