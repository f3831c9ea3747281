"""Languages by the codes of PubMed (ISO 639-2) and of other programs."""

from __future__ import annotations

from generator.sources.references.record_text import plain_text

_NAMES = {
    "ara": "Arabic", "chi": "Chinese", "cze": "Czech", "dan": "Danish", "dut": "Dutch", "fin": "Finnish",
    "fre": "French", "ger": "German", "gre": "Greek", "heb": "Hebrew", "hrv": "Croatian", "hun": "Hungarian",
    "ice": "Icelandic", "ita": "Italian", "jpn": "Japanese", "kor": "Korean", "nor": "Norwegian",
    "per": "Persian", "pol": "Polish", "por": "Portuguese", "rum": "Romanian", "rus": "Russian",
    "slo": "Slovak", "slv": "Slovenian", "spa": "Spanish", "srp": "Serbian", "swe": "Swedish",
    "tur": "Turkish", "ukr": "Ukrainian", "de": "German", "es": "Spanish", "fr": "French", "it": "Italian",
    "ja": "Japanese", "nl": "Dutch", "pl": "Polish", "pt": "Portuguese", "ru": "Russian", "zh": "Chinese",
}  # fmt: skip
_UNSAID = frozenset({"", "en", "eng", "en-us", "en-gb", "english", "und", "mul"})


def language_name(written: str) -> str:
    """``German`` of ``ger``; empty for English, which the bibliography does not write."""
    plain = plain_text(written)
    return "" if plain.lower() in _UNSAID else _NAMES.get(plain.lower(), plain)
