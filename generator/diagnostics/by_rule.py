"""Many findings summed up by rule, so that the worst is seen at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from generator.diagnostics.finding import Finding, Severity
from generator.diagnostics.visible_text import visible_path

MANY = 15
"""From how many findings on they are summed up."""
_PLACES = 5


def by_rule(findings: Iterable[Finding], paint: Callable[[str, str], str]) -> Iterator[str]:
    """A line for each rule, the worst first, then the most frequent, with the first places of errors.

    Nothing where there are few. What is waived does not count.
    """
    standing = [finding for finding in findings if finding.waived is None]
    if len(standing) < MANY:
        return
    groups: dict[tuple[Severity, str], list[Finding]] = {}
    for finding in standing:
        groups.setdefault((finding.severity, finding.code), []).append(finding)
    yield paint("In all, the worst first:", "heading")
    yield ""
    for (severity, code), found in sorted(groups.items(), key=_worst_then_most):
        said = f"{severity.value}{'s' if len(found) > 1 else ''}".ljust(len("warnings"))
        yield f"{len(found):>6} {paint(said, severity.value)} {code} {found[0].rule.name}"
        if severity is Severity.ERROR:
            yield from (f"{' ' * 16}{paint(line, 'place')}" for line in _places(found))
    yield ""


def _worst_then_most(group: tuple[tuple[Severity, str], list[Finding]]) -> tuple[int, int, str]:
    (severity, code), found = group
    return severity.rank, -len(found), code


def _places(found: list[Finding]) -> Iterator[str]:
    places = list(dict.fromkeys(visible_path(str(finding.place)) for finding in found))
    yield from places[:_PLACES]
    if len(places) > _PLACES:
        yield f"and {len(places) - _PLACES} more"
