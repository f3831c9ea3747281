"""Search records: escaped, at the path of their page. For what is found: tests/engines/test_pagefind.py."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.formats.search_record import SearchRecord, search_record


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("drugs/azathioprine/", "drugs/azathioprine/index.html"),
        ("", "index.html"),
        ("/a/b/", "a/b/index.html"),
    ],
)
def test_a_record_stands_at_the_path_of_its_page(address: str, path: str) -> None:
    assert SearchRecord(address, "Title", "", "", "").path == path


@given(st.text(max_size=40), st.text(max_size=40), st.lists(st.text(max_size=20), max_size=3))
def test_no_text_becomes_markup(title: str, text: str, aliases: list[str]) -> None:
    record = SearchRecord(
        "a/", title, title, text, text, (text,), (title,), tuple(aliases), (("harms", title, text),), text
    )
    plain = SearchRecord(
        "a/", "t", "t", "t", "t", ("t",), ("t",), ("t",) * len(aliases), (("harms", "t", "t"),), "t"
    )
    tags = set(_tags(search_record(record)))
    assert tags <= set(_tags(search_record(plain))) | {"p", "span"}


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(tag)


def _tags(page: bytes) -> list[str]:
    reader = _Tags()
    reader.feed(page.decode())
    return reader.found
