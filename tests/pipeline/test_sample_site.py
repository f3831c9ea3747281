"""The site of this repository, built as a user builds it."""

from __future__ import annotations

import json
import re

import pytest

from tests.pipeline.html_pages import dead_links, pages_of
from tests.site_project import SiteProject


@pytest.fixture(scope="module")
def files(sample_site: SiteProject) -> dict[str, bytes]:
    return sample_site.published()


def test_both_summaries_for_both_audiences_the_medication_page_and_17_drugs(files: dict[str, bytes]) -> None:
    pages = {path.removesuffix("index.html") for path in files if path.endswith("index.html")}
    for summary in ("ivig-neurosarcoidosis", "second-line-treatment-idiopathic-plexopathy"):
        assert {
            f"summaries/{summary}/",
            f"summaries/{summary}/clinician/",
            f"summaries/{summary}/patient/",
        } <= pages
    assert "medications/diabetic-lumbosacral-plexopathy-medication/clinician/" in pages
    assert len([path for path in pages if re.fullmatch(r"drugs/[a-z-]+/", path)]) == 17
    assert {
        "",
        "summaries/",
        "medications/",
        "drugs/",
        "conditions/",
        "status/",
        "qa/",
        "search/",
        "about/",
    } <= pages
    assert "404.html" in files


def test_every_link_inside_the_site_leads_to_a_page_and_every_fragment_to_its_place(
    files: dict[str, bytes],
) -> None:
    assert dead_links(files) == []


def test_prose_links_to_prose(files: dict[str, bytes]) -> None:
    """``[about](about.md)`` is how an editor writes it; as words alone it would look like a link that was forgotten."""
    home = files["index.html"].decode()
    for name in ("about", "editorial-policy", "disclaimer"):
        assert re.search(rf'<a href="(\./)?{name}/">', home.split("<article")[1]), name


def test_nothing_is_asked_of_another_host(files: dict[str, bytes]) -> None:
    for path, data in files.items():
        if path.endswith(".html"):
            loaded = re.findall(
                r"<(?:script|link|img|iframe|source)\b[^>]*\b(?:src|href)=\"?(https?:[^\s\">]+)",
                data.decode(),
            )
            assert [
                address for address in loaded if "canonical" not in address and not _is_own(address)
            ] == [], path
        if path.endswith(".css"):
            assert not re.search(rb"url\(['\"]?(https?:)?//", data), path


def _is_own(address: str) -> bool:
    return address.startswith("https://clinical-summaries.example/")


def test_every_page_of_an_entry_says_exactly_one_state_and_that_it_is_not_for_care(
    files: dict[str, bytes],
) -> None:
    shown = 0
    for path, page in pages_of(files).items():
        if re.fullmatch(
            r"((summaries|medications)/[a-z-]+/(clinician|patient)|(drugs|conditions)/[a-z-]+)/index\.html",
            path,
        ):
            assert page.current_states == 1, path
            assert "Not approved: do not use for care" in " ".join(page.words), path
            shown += 1
    assert shown == 5 + 17 + 3


def test_no_frame_and_no_slot_is_left(files: dict[str, bytes]) -> None:
    assert not [path for path in files if "frame-" in path]
    assert not [path for path, data in files.items() if path.endswith(".html") and b"clinsum-slot" in data]


def test_a_demonstration_is_not_found_by_search_engines(files: dict[str, bytes]) -> None:
    assert b"Disallow: /" in files["robots.txt"]
    for path, data in files.items():
        if path.endswith(".html"):
            assert re.search(rb'<meta name="robots" content="noindex"', data) or b"noindex" in data, path


def test_the_manifest_lists_every_file(files: dict[str, bytes]) -> None:
    listed = json.loads(files["manifest.json"])["files"]
    assert listed.keys() == files.keys() - {"manifest.json"}


def test_works_are_numbered_in_the_order_in_which_a_reader_meets_them(files: dict[str, bytes]) -> None:
    for path, data in files.items():
        numbers = [int(number) for number in re.findall(rb'\bid="cite-([0-9]+)-[0-9]+"', data)]
        first = list(dict.fromkeys(numbers))
        assert first == list(range(1, len(first) + 1)), path


def test_what_the_pages_are_said_to_be_in_the_sample_entries(sample_site: SiteProject) -> None:
    page = sample_site.page("summaries/second-line-treatment-idiopathic-plexopathy/clinician")
    text = " ".join(re.sub(r"<[^>]+>", " ", page).split())
    assert "0.4 g/kg daily for 5 days" in text
    assert "2 g/kg" in text
    assert "reached at 75 kg on 2 mg/kg" in text
    assert "Not approved: do not use for care" in text
