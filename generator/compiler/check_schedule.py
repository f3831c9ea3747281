"""When something is examined, in words: "first after 2 weeks, then every week for 2 months; then every 3 months"."""

from __future__ import annotations

from generator.compiler.dosing.phrase import joined, phrase
from generator.compiler.measured_values import interval_words, quantity_words
from generator.compiler.scribe import Scribe
from generator.model.check_times import CheckTime
from generator.pages.inline import Run, Text


def schedule_words(scribe: Scribe, schedule: tuple[CheckTime, ...]) -> Run:
    """All stretches of a schedule; nothing for an empty one."""
    word = scribe.context.word
    stretches = [_stretch(scribe, time, is_first=index == 0) for index, time in enumerate(schedule)]
    return joined(stretches, word("check-next"))


def _stretch(scribe: Scribe, time: CheckTime, *, is_first: bool) -> Run:
    word = scribe.context.word
    parts: list[Run] = []
    if time.after is not None:
        key = (
            ("check-first-after" if time.every is not None else "check-after")
            if is_first
            else "check-after-that"
        )
        parts.append(phrase(word(key), span=quantity_words(scribe, time.after)))
    if time.at is not None:
        parts.append((Text(word(f"check-{time.at}")),))
    if time.every is not None:
        parts.append(_often(scribe, time))
    return (*joined(parts, word("check-then")), *_lasting(scribe, time))


def _often(scribe: Scribe, time: CheckTime) -> Run:
    assert time.every is not None
    every = interval_words(scribe, time.every)
    if time.times is None or time.times.high == 1:
        key = "check-every" if time.times is None else "check-once-every"
        return phrase(scribe.context.word(key), span=every)
    times = time.times.written
    return phrase(scribe.context.word("check-times-every"), times=times, span=every)


def _lasting(scribe: Scribe, time: CheckTime) -> Run:
    said: Run = ()
    if time.duration is not None:
        said += phrase(scribe.context.word("check-for"), span=quantity_words(scribe, time.duration))
    if time.until is None:
        return said
    # Without words for these readers the mark of a dose stands here: without its end a check would go on for ever.
    return said + phrase(scribe.context.word("check-until"), event=scribe.writer.limit(time.until))
