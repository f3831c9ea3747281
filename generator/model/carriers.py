"""What carries a quote on: a drug, condition, dose or figure that quotes something, and is itself quoted."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from generator.model.edition import reduce_part
from generator.model.field import Part
from generator.model.library import Library
from generator.model.quotes import Quote, quotes_of


def quoted_name(quote: Quote, owner: str) -> str:
    """The name of what is quoted, the same wherever it is quoted: ``drug:x``, ``dose:entry#id``.

    ``owner`` is the entry in which the quote is read: the doses and figures of an entry go without its id there.
    """
    if quote.kind in {"dose", "stat"} and "#" not in quote.target:
        return f"{quote.kind}:{owner}#{quote.target}"
    return f"{quote.kind}:{quote.target}"


def carriers_of(
    library: Library, wanted: Collection[str], audience: str | None = None
) -> Mapping[str, tuple[str, ...]]:
    """What brings one of the wanted names with it wherever it is quoted, each with its way there.

    The way begins with the carrier itself and ends with the one that quotes what is wanted. With an audience only
    what that audience is told counts. The wanted names are no carriers.
    """
    quoting = _quoting(library, audience)
    ways: dict[str, tuple[str, ...]] = dict.fromkeys(sorted(wanted), ())
    waiting = list(ways)
    for name in waiting:
        for carrier in quoting.get(name, ()):
            if carrier not in ways:
                ways[carrier] = (carrier, *ways[name])
                waiting.append(carrier)
    return {name: way for name, way in ways.items() if way}


def _quoting(library: Library, audience: str | None) -> dict[str, list[str]]:
    """For each name the parts that quote it."""
    quoting: dict[str, list[str]] = {}
    for name, owner, part in _parts(library):
        told = part if audience is None else reduce_part(part, audience)
        for quoted in dict.fromkeys(quoted_name(quote, owner) for quote in quotes_of(told)):
            quoting.setdefault(quoted, []).append(name)
    return quoting


def _parts(library: Library) -> Iterator[tuple[str, str, Part]]:
    """Everything that can be quoted and can itself quote, with its name and the entry that it is read in."""
    for drug in library.drugs.values():
        yield f"drug:{drug.id}", drug.id, drug
    for condition in library.conditions.values():
        yield f"condition:{condition.id}", condition.id, condition
    for entry in library.editioned():
        for dose_id, dose in entry.doses.items():
            yield f"dose:{entry.id}#{dose_id}", entry.id, dose
        for figure_id, figure in entry.evidence.items():
            yield f"stat:{entry.id}#{figure_id}", entry.id, figure
