"""Bytes of a file to text that is safe to parse, with findings on every character that is not."""

from __future__ import annotations

import codecs
import re
import unicodedata

from generator.diagnostics import Rule
from generator.sources.finding_log import FindingLog
from generator.sources.source_rules import (
    BIDI_CONTROL,
    CONTROL_CHARACTER,
    LINE_SEPARATOR,
    TOO_LARGE,
    WRONG_ENCODING,
    ZERO_WIDTH,
)

_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_ZERO_WIDTH = (
    "\u00ad\u034f\u115f\u1160\u180e\u200b-\u200d\u2060-\u2064\u206a-\u206f\u3164\ufeff\uffa0"
    "\ufff9-\ufffb\U000e0000-\U000e007f"
)
_LINE = "\u0085\u2028\u2029"
_CONTROL = "\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff"

UNWANTED = re.compile(f"[{_BIDI}{_ZERO_WIDTH}{_LINE}{_CONTROL}]")
_BREAKS_PARSING = re.compile(f"[{_LINE}{_CONTROL}]")
_LONE_RETURN = re.compile(r"\r(?!\n)")
_RULES = (
    (re.compile(f"[{_BIDI}]"), BIDI_CONTROL),
    (re.compile(f"[{_ZERO_WIDTH}]"), ZERO_WIDTH),
    (re.compile(f"[{_LINE}]"), LINE_SEPARATOR),
    (re.compile(f"[{_CONTROL}]"), CONTROL_CHARACTER),
)
_OTHER_ENCODINGS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)


def read_source_text(data: bytes, log: FindingLog, *, size_limit: int) -> str | None:
    """Decode the bytes of a file; None if they cannot be read as text at all.

    ``size_limit`` is in bytes. Every index of the text is the index of the same code point in the file
    (without its byte order mark); what no parser could pass over is replaced by U+FFFD.
    """
    if len(data) > size_limit:
        message = f"the file has {len(data):,} bytes; at most {size_limit:,} are read"
        log.add(TOO_LARGE, message, 0, 0)
        return None
    text = _decode(data, log)
    if text is None or not _line_ends_are_plain(text, log):
        return None
    for match in UNWANTED.finditer(text):
        line, column = line_and_column(text, match.start())
        log.add(unwanted_rule(match[0]), f"{describe_character(match[0])} stands here", line, column)
    return _BREAKS_PARSING.sub("\ufffd", text)


def line_and_column(text: str, index: int) -> tuple[int, int]:
    """The line and column, both from 1, of a code point."""
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)


def unwanted_rule(character: str) -> Rule:
    """The rule that an unwanted character (one that UNWANTED matches) breaks."""
    return next(rule for pattern, rule in _RULES if pattern.match(character))


def describe_character(character: str) -> str:
    """Name a character that cannot be seen: ``U+202E (right-to-left override)``."""
    name = unicodedata.name(character, "").lower()
    code = f"U+{ord(character):04X}"
    return f"{code} ({name})" if name else code


def _decode(data: bytes, log: FindingLog) -> str | None:
    encoding = _other_encoding(data)
    if encoding:
        log.add(WRONG_ENCODING, f"the file is encoded as {encoding}, not UTF-8", 1, 1)
        return None
    if data.startswith(codecs.BOM_UTF8):
        log.add(WRONG_ENCODING, "the file begins with a byte order mark", 1, 1)
        data = data[len(codecs.BOM_UTF8) :]
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        line, column = line_and_column(before, len(before))
        message = f"the byte 0x{data[error.start]:02X} does not belong to a UTF-8 text"
        log.add(WRONG_ENCODING, message, line, column)
        return None


def _other_encoding(data: bytes) -> str:
    """UTF-16 and UTF-32 by their mark, or by the zero bytes that they leave beside plain letters."""
    for mark, name in _OTHER_ENCODINGS:
        if data.startswith(mark):
            return name
    head = data[:4]
    if len(head) == 4 and head.count(0) == 3:
        return "UTF-32"
    if b"\0\0" in (head[0::2], head[1::2]):
        return "UTF-16"
    return ""


def _line_ends_are_plain(text: str, log: FindingLog) -> bool:
    """A carriage return alone would shift every line number after it: nothing can be read safely."""
    match = _LONE_RETURN.search(text)
    if match is None:
        return True
    line, column = line_and_column(text, match.start())
    log.add(LINE_SEPARATOR, "a carriage return without a line feed stands here", line, column)
    return False
