"""The packaged English words of the user interface."""

from __future__ import annotations

from functools import cache

from generator.package_files import packaged_templates
from generator.sources.words import read_words


@cache
def english() -> dict[str, str]:
    """Words by key; any finding on the packaged list is a failure."""
    words, findings = read_words((packaged_templates(),), "en")
    assert findings == []
    return words
