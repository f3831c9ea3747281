"""What is examined before and during treatment, as a table; values at which something is done stand below their row."""

from __future__ import annotations

from decimal import Decimal

from generator.compiler.check_schedule import schedule_words
from generator.compiler.dosing.phrase import joined, phrase
from generator.compiler.measured_values import bound_words
from generator.compiler.scribe import Scribe
from generator.compiler.subjects import subject
from generator.diagnostics import pointer_text
from generator.model.check_times import Threshold
from generator.model.safety import Monitoring
from generator.model.text import NOT_STATED, Wording
from generator.pages.blocks import Block, Table, TableRow, ThresholdLine
from generator.pages.inline import Missing, Run, Text, Words, plain_text, words

_OPTIONAL = ("when", "threshold", "action")


def monitoring_table(
    scribe: Scribe, items: tuple[Monitoring, ...], caption: str, *, of_one_drug: bool = False
) -> tuple[Block, ...]:
    """A table of what is watched. A column that no row fills is left out; what the source omits, the caption names.

    The page of a drug (``of_one_drug``) needs no column for the treatment unless a row names one.
    """
    if not items:
        return ()
    filled = [name for name in _OPTIONAL if _is_filled(items, name)]
    omitted = [name for name in _OPTIONAL if name not in filled and _is_omitted(items, name)]
    has_subject = not of_one_drug or any(item.has_subject for item in items)
    columns = [*(["watched-for"] if has_subject else []), "test", *filled]
    rows = tuple(_row(scribe, item, columns) for item in items)
    headers = tuple(scribe.context.word(f"column-{name}") for name in columns)
    return (Table(_caption(scribe, caption, omitted), headers, rows),)


def threshold_words(scribe: Scribe, item: Threshold) -> Run:
    """``neutrophil count less than 1.5 × 10⁹/L``, ``a rise of more than 30% from baseline``."""
    word = scribe.context.word
    said = bound_words(scribe, item.value)
    if item.is_multiple:
        said = _multiple(scribe, item, said)
    elif item.relative_to is not None:
        said = phrase(word(f"threshold-{'from' if item.change else 'of'}-{item.relative_to}"), value=said)
    if item.change is not None:
        to = "-to" if item.is_multiple else ""
        said = phrase(word(f"threshold-{item.change}{to}"), value=said)
    return (Text(f"{item.of}{word('threshold-between') if item.change else ' '}"), *said) if item.of else said


def _multiple(scribe: Scribe, item: Threshold, said: Run) -> Run:
    """``more than 3 times the upper limit of normal``; once it is ``more than the upper limit of normal``."""
    word = scribe.context.word
    if item.value.numbers != (Decimal(1),):
        return phrase(word(f"threshold-times-{item.relative_to}"), value=said)
    return (Text(f"{plain_text(said).removesuffix('1')}{word(f'threshold-{item.relative_to}')}"),)


def _is_filled(items: tuple[Monitoring, ...], name: str) -> bool:
    """Whether a column has something to say that its caption cannot say of all rows at once."""
    values = [getattr(item, name) for item in items]
    if any(isinstance(value, Wording) for value in values):
        return True
    if name == "when" and any(item.schedule for item in items):
        return True
    has_data = name != "when" and any(item.thresholds for item in items)
    return NOT_STATED in values and (has_data or not _is_omitted(items, name))


def _is_omitted(items: tuple[Monitoring, ...], name: str) -> bool:
    """Whether the source omits it for every row. What is not written at all is not claimed to be omitted."""
    return all(getattr(item, name) == NOT_STATED for item in items)


def _caption(scribe: Scribe, caption: str, omitted: list[str]) -> str:
    said = scribe.context.word(caption)
    if not omitted:
        return said
    names = ", ".join(scribe.context.word(f"column-{name}").lower() for name in omitted)
    return f"{said}. {scribe.context.word('omitted')}: {names}."


def _row(scribe: Scribe, item: Monitoring, columns: list[str]) -> TableRow:
    cells = tuple(_cell(scribe, item, name) for name in columns)
    return TableRow(
        cells, pointer_text(item.origin), tuple(_threshold(scribe, one) for one in item.thresholds)
    )


def _cell(scribe: Scribe, item: Monitoring, column: str) -> Words:
    if column == "watched-for":
        return subject(scribe, item) or words(scribe.context.word("all-treatments"))
    if column == "test":
        return _test(scribe, item)
    return scribe.words(joined(_parts(scribe, item, column), "; "), item.origin)


def _parts(scribe: Scribe, item: Monitoring, column: str) -> list[Run]:
    """What a cell says: the words, then the schedule or where the values stand. Nothing for what is not written."""
    data: Run = ()
    if column == "when":
        data = schedule_words(scribe, item.schedule)
    elif item.thresholds and not isinstance(getattr(item, column), Wording):
        data = (Text(scribe.context.word("see-thresholds")),)
    return [run for run in (_said(scribe, item, column), data) if run]


def _said(scribe: Scribe, item: Monitoring, column: str) -> Run:
    value = getattr(item, column)
    if isinstance(value, Wording):
        # A threshold without words for these readers is in the edition where its action is told: the mark says so.
        said = scribe.say(value, item.origin)
        return said.run if said else scribe.writer.limit(value)
    is_said_as_data = column == "when" and item.schedule
    return (
        (Missing(scribe.context.word("none-stated")),) if value == NOT_STATED and not is_said_as_data else ()
    )


def _test(scribe: Scribe, item: Monitoring) -> Words:
    test = scribe.say(item.test, item.origin)
    assert test is not None, "monitoring without a test is not part of the edition"
    why = scribe.say(item.wording, item.origin)
    run = (*test.run, Text(". "), *why.run) if why else test.run
    return scribe.words(run, item.origin, item.cites)


def _threshold(scribe: Scribe, item: Threshold) -> ThresholdLine:
    value = scribe.words(threshold_words(scribe, item), item.origin)
    if item.action == NOT_STATED:
        return ThresholdLine(value, scribe.not_stated("what-to-do", item.origin))
    assert isinstance(item.action, Wording)
    said = scribe.say(item.action, item.origin)
    return ThresholdLine(value, said or scribe.words(scribe.writer.limit(item.action), item.origin))
