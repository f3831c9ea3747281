"""Days and moments in the words of the site's language."""

from __future__ import annotations

from datetime import date, datetime

from generator.compiler.context import SiteContext


def day_words(day: date, context: SiteContext) -> str:
    """``21 November 2026``."""
    return context.word("day", day=str(day.day), month=context.word(f"month-{day.month}"), year=str(day.year))


def moment_words(moment: datetime, context: SiteContext) -> str:
    """``21 November 2026, 09:30 UTC``. The moment is in UTC already."""
    return context.word("moment", day=day_words(moment.date(), context), time=moment.strftime("%H:%M"))


def iso_day_words(day: str, context: SiteContext) -> str:
    """The same for a day that is written ``2026-11-21``."""
    return day_words(date.fromisoformat(day), context)
