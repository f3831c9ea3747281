"""The frame: every slot stands as declared, and what is set in is escaped for where it stands."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.formats.frame import Context, Frame, FrameError, Slot

_TITLE = Slot("title", times=2)
_ARTICLE = Slot("article", Context.HTML)
_SLOTS = (_TITLE, _ARTICLE)
_PAGE = f"<title>{_TITLE.token}</title><h1>{_TITLE.token}</h1>{_ARTICLE.token}"


def _parse(page: str, slots: tuple[Slot, ...] = _SLOTS) -> Frame:
    return Frame.parse(page, name="frame-en-summary/x/index.html", theme="Some theme 9.9", slots=slots)


def test_values_stand_where_their_slots_stood() -> None:
    page = _parse(_PAGE).fill({"title": "Dose & route", "article": "<p>2 g/kg</p>"})
    assert page == "<title>Dose &amp; route</title><h1>Dose &amp; route</h1><p>2 g/kg</p>"


@pytest.mark.parametrize(
    ("page", "code"),
    [
        (_PAGE.replace(_ARTICLE.token, ""), "FRAME001"),
        (_PAGE.replace(f"<h1>{_TITLE.token}</h1>", ""), "FRAME001"),
        (_PAGE + _ARTICLE.token, "FRAME002"),
        (_PAGE + "clinsum-slot-novel-x", "FRAME003"),
    ],
)
def test_a_lost_doubled_or_unknown_slot_is_an_error_that_names_theme_slot_and_frame(
    page: str, code: str
) -> None:
    with pytest.raises(FrameError) as caught:
        _parse(page)
    (finding,) = caught.value.findings
    assert finding.code == code
    assert "Some theme 9.9" in finding.message
    assert "“article”" in finding.message or "“title”" in finding.message or "“novel”" in finding.message
    assert finding.place.file == "frame-en-summary/x/index.html"


def test_all_disagreements_are_told_at_once() -> None:
    with pytest.raises(FrameError) as caught:
        _parse("<p></p>")
    assert [finding.code for finding in caught.value.findings] == ["FRAME001", "FRAME001"]


def test_a_token_inside_an_article_or_a_title_stays_text() -> None:
    article = f"<p>{_TITLE.token} and {_ARTICLE.token}</p>"
    page = _parse(_PAGE).fill({"title": _ARTICLE.token, "article": article})
    assert page == f"<title>{_ARTICLE.token}</title><h1>{_ARTICLE.token}</h1>{article}"


def test_a_token_that_only_begins_like_a_slot_is_not_one() -> None:
    page = _parse(_PAGE + "<i>clinsum-slot-article-x-ray</i>")
    assert "clinsum-slot-article-x-ray" in page.fill({"title": "", "article": ""})


def test_a_slot_without_a_value_is_refused_rather_than_left_empty() -> None:
    with pytest.raises(KeyError):
        _parse(_PAGE).fill({"title": "Title"})


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "JaVaScRiPt:x", " javascript:x"]
)
def test_an_address_that_runs_code_is_refused(address: str) -> None:
    slot = Slot("canonical", Context.URL)
    with pytest.raises(ValueError, match="canonical"):
        _parse(slot.token, (slot,)).fill({"canonical": address})


@pytest.mark.parametrize("address", ["https://a.example/b?c=d", "../drugs/", "#harms", "", "a/b:c"])
def test_web_addresses_are_kept(address: str) -> None:
    slot = Slot("canonical", Context.URL)
    assert _parse(slot.token, (slot,)).fill({"canonical": address}) == address


def test_json_cannot_close_the_script_it_stands_in() -> None:
    slot = Slot("settings", Context.JSON)
    page = _parse(f"<script>{slot.token}</script>", (slot,)).fill({"settings": '"</script><b>"'})
    assert page == '<script>"\\u003c/script\\u003e\\u003cb\\u003e"</script>'


@given(st.text(max_size=60), st.text(max_size=60))
def test_text_stays_text_whatever_it_holds(title: str, description: str) -> None:
    slots = (Slot("title"), Slot("description", Context.ATTRIBUTE))
    page = f'<meta content="{slots[1].token}"><p>{slots[0].token}</p>'
    reader = _Reader()
    reader.feed(_parse(page, slots).fill({"title": title, "description": description}))
    reader.close()
    assert reader.tags == ["meta", "p"]
    assert "".join(reader.text) == title
    assert reader.content == description


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text: list[str] = []
        self.content: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.content = dict(attrs).get("content", self.content)

    def handle_data(self, data: str) -> None:
        self.text.append(data)
