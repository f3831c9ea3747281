"""The feed of changes: what RFC 4287 asks for, the same bytes every time, and text that stays text."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from generator.formats.atom import render_atom
from generator.pages.feed import Feed, FeedEntry

_ATOM = "{http://www.w3.org/2005/Atom}"
_SITE = "https://clinical.example/guides/x/"
_ENTRY = FeedEntry(
    path="summaries/question/clinician/",
    name="question/0123456789",
    title="Does examplin help?",
    day="2026-05-18",
    kind="major",
    kind_words="Major change",
    text="Major change: the maximum is 3 mg. State: Approved.",
)
_FEED = Feed("Recent changes: Examples", "Public notes", "Examples", "changes/", (_ENTRY,))


def _read(feed: Feed, site: str = _SITE) -> ElementTree.Element:
    return ElementTree.fromstring(render_atom(feed, site))


def _texts(root: ElementTree.Element, name: str) -> list[str]:
    return [one.text or "" for one in root.iter(f"{_ATOM}{name}")]


def test_a_feed_has_what_readers_of_feeds_need() -> None:
    root = _read(_FEED)
    assert root.tag == f"{_ATOM}feed"
    for name in ("id", "title", "updated", "author"):
        assert len(root.findall(f"{_ATOM}{name}")) == 1, name
    (entry,) = root.findall(f"{_ATOM}entry")
    for name in ("id", "title", "updated", "summary", "link"):
        assert len(entry.findall(f"{_ATOM}{name}")) == 1, name
    assert _texts(root, "updated") == ["2026-05-18T00:00:00Z", "2026-05-18T00:00:00Z"]
    assert root.findtext(f"{_ATOM}author/{_ATOM}name") == "Examples"


def test_links_are_absolute_and_ids_are_permanent() -> None:
    root = _read(_FEED)
    links = {one.get("rel"): one.get("href") for one in root.findall(f"{_ATOM}link")}
    assert links == {"self": f"{_SITE}changes.atom", "alternate": f"{_SITE}changes/"}
    entry = root.find(f"{_ATOM}entry")
    assert entry is not None
    assert [one.get("href") for one in entry.findall(f"{_ATOM}link")] == [f"{_SITE}{_ENTRY.path}#changes"]
    assert _texts(entry, "id") == ["tag:clinical.example,2026-05-18:/guides/x/question/0123456789"]
    moved = replace(_FEED, entries=(replace(_ENTRY, path="summaries/question/patient/", title="Other"),))
    assert _texts(_read(moved), "id") == _texts(root, "id")


def test_the_feed_is_as_new_as_its_newest_entry_and_an_empty_one_is_valid() -> None:
    older = replace(_ENTRY, day="2024-03-01", name="question/9876543210")
    root = _read(replace(_FEED, entries=(older, _ENTRY)))
    assert root.findtext(f"{_ATOM}updated") == "2026-05-18T00:00:00Z"
    ids = _texts(root, "id")
    assert len(ids) == len(set(ids)) == 3
    empty = _read(replace(_FEED, entries=()))
    assert empty.findtext(f"{_ATOM}updated") == "1970-01-01T00:00:00Z"


_ANY = st.text(st.characters(exclude_categories=["Cs"]))


@given(title=_ANY, text=_ANY, name=_ANY, author=_ANY)
def test_whatever_a_note_says_the_feed_is_xml_and_the_note_is_text(
    title: str, text: str, name: str, author: str
) -> None:
    entry = replace(_ENTRY, title=title, text=text, kind_words=title, name=name)
    feed = replace(_FEED, title=title, author=author, entries=(entry,))
    assert render_atom(feed, _SITE) == render_atom(feed, _SITE)
    root = _read(feed)
    assert {one.tag for one in root.iter()} == {
        f"{_ATOM}{tag}"
        for tag in (
            *("feed", "title", "subtitle", "id", "link", "updated", "author", "name", "entry"),
            *("category", "summary"),
        )
    }


def test_markup_in_a_note_is_told_as_it_stands() -> None:
    entry = replace(_ENTRY, text='<script>alert("&")</script>', kind_words='"><x/>')
    root = _read(replace(_FEED, entries=(entry,)))
    assert _texts(root, "summary") == ['<script>alert("&")</script>']
    category = root.find(f"{_ATOM}entry/{_ATOM}category")
    assert category is not None and category.get("label") == '"><x/>'
