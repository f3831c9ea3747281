"""What a reader does on the site of this repository, below a path, in a real browser."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import KINDS, PATIENT, SUMMARY, Visit

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def test_from_home_to_a_summary(visit: Visit) -> None:
    page = visit.open()
    page.locator("article a[href*='second-line-treatment']").first.click()
    page.wait_for_url("**/second-line-treatment-idiopathic-plexopathy/**")
    if page.locator(".cs-lead").count() == 0:
        page.locator("article a[href$='/clinician/']").first.click()
    assert page.locator("h1").count() == 1
    lead = page.locator(".cs-lead")
    assert "Bottom line" in lead.inner_text() or "BOTTOM LINE" in lead.inner_text()
    assert lead.bounding_box() is not None


def test_the_audience_is_switched_by_a_link_and_remembered_on_other_pages(visit: Visit) -> None:
    page = visit.open(SUMMARY)
    page.locator("[data-cs-editions] a[data-cs-audience=patient]").click()
    page.wait_for_url(visit.base + PATIENT)
    assert page.locator("[data-cs-editions] a[aria-current=page]").inner_text() == "Patients"
    # Elsewhere the choice is offered, and nobody is led away.
    other = visit.open("summaries/ivig-neurosarcoidosis/clinician/")
    line = other.locator("[data-cs-last-edition]")
    assert line.is_visible()
    assert page.url.endswith("ivig-neurosarcoidosis/clinician/")
    line.locator("a").click()
    page.wait_for_url("**/ivig-neurosarcoidosis/patient/")
    # It can be changed again, and then nothing is offered where the reader is already.
    page.locator("[data-cs-editions] a[data-cs-audience=clinician]").click()
    page.wait_for_url("**/ivig-neurosarcoidosis/clinician/")
    assert not page.locator("[data-cs-last-edition]").is_visible()


def test_nothing_is_offered_to_a_reader_who_never_chose(visit: Visit) -> None:
    page = visit.open(SUMMARY)
    assert not page.locator("[data-cs-last-edition]").is_visible()


@pytest.mark.parametrize(("brand", "drug"), [("Imuran", "azathioprine"), ("imuran", "azathioprine")])
def test_a_brand_is_searched_and_its_result_opened_with_the_keyboard(
    visit: Visit, brand: str, drug: str
) -> None:
    page = visit.open(SUMMARY)
    page.keyboard.press("/")
    page.keyboard.type(brand)
    first = page.locator("dialog li").first
    first.wait_for()
    assert drug in first.inner_text().lower()
    assert "Submitted" in first.inner_text()
    assert "Health professionals" in first.inner_text()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/drugs/{drug}/*")
    assert page.locator("h1").inner_text().lower() == drug
    assert brand.lower() in page.locator("article").inner_text().lower()


def test_an_abbreviation_typed_on_the_home_page_finds_the_drug_and_the_summaries_about_it(
    visit: Visit,
) -> None:
    page = visit.open()
    page.keyboard.press("/")
    page.keyboard.type("IVIG")
    results = page.locator(".clinsum-search__results li, dialog li")
    results.first.wait_for()
    found = " ".join(results.all_inner_texts()).lower()
    assert "immunoglobulin" in found
    assert "neurosarcoidosis" in found


def test_the_search_page_filters_by_audience_and_says_so_in_its_address(visit: Visit) -> None:
    page = visit.open("search/?q=sarcoidosis")
    results = page.locator(".clinsum-search__results")
    results.locator("li").first.wait_for()
    assert "Health professionals" in results.inner_text()
    page.locator(".clinsum-search__facets summary").click()
    page.locator(".clinsum-search__facets select[name=audience]").select_option("Patients")
    page.wait_for_url("**audience=Patients**")
    expect(results).not_to_contain_text("Health professionals")
    expect(results).to_contain_text("Patients")


def test_everything_can_be_read_without_javascript(without_script: Visit) -> None:
    page = without_script.open(SUMMARY)
    for part in (".cs-lead", ".cs-doses", ".cs-flow", "#references", ".cs-status", ".cs-warning"):
        assert page.locator(part).first.is_visible(), part
    text = page.locator("article").inner_text()
    assert "0.4 g/kg daily for 5 days" in " ".join(text.split())
    assert "Not approved: do not use for care" in text
    # What is folded opens without script; what needs script is not offered.
    assert page.locator("[data-cs-print]:visible, [data-cs-copy]:visible").count() == 0
    page.locator("a[data-cs-audience=patient]").click()
    assert page.url == without_script.base + PATIENT
    assert page.locator(".cs-lead").is_visible()


def test_each_kind_of_page_opens_without_complaint_or_foreign_request(visit: Visit) -> None:
    for kind, path in KINDS.items():
        page = visit.open(path)
        page.wait_for_timeout(150)
        assert page.locator("h1").count() == 1, kind
        assert page.locator("main, [role=main]").count() >= 1, kind
        assert page.title().strip(), kind
        assert (visit.complaints, visit.foreign) == ([], []), kind


_WIDTH = "Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)"
_CUT = """() => [...document.querySelectorAll('article p, article li, article h1, article h2, article dd')]
    .filter(e => e.getClientRects().length && e.getBoundingClientRect().right > 361)
    .map(e => e.textContent.trim().slice(0, 60))"""


def test_on_a_phone_no_page_is_wider_than_the_screen(phone: Visit) -> None:
    for kind, path in KINDS.items():
        page = phone.open(path)
        assert page.evaluate(_WIDTH) <= 360, kind
        assert page.evaluate(_CUT) == [], kind


def test_exactly_one_state_is_the_current_one(visit: Visit) -> None:
    for kind in (
        "summary",
        "summary with figures",
        "summary for patients",
        "medication",
        "drug",
        "condition",
    ):
        page = visit.open(KINDS[kind])
        current = page.locator("[aria-current=step]")
        assert current.count() == 1, kind
        assert current.locator("[data-cs-state]").inner_text() == "Submitted", kind
        assert "Not approved: do not use for care" in page.locator("article header").inner_text(), kind


def test_a_link_to_a_dose_stands_at_the_dose(visit: Visit) -> None:
    page = visit.open(f"{SUMMARY}#dose-azathioprine")
    page.wait_for_function("scrollY > 300")
    assert page.url.endswith("#dose-azathioprine")
    _assert_in_view(visit, "#dose-azathioprine")


def test_the_fragment_of_a_link_between_pages_is_kept(visit: Visit) -> None:
    page = visit.open("drugs/azathioprine/")
    link = page.locator("article a[href*='#dose-']").first
    fragment = (link.get_attribute("href") or "").partition("#")[2]
    link.click()
    page.wait_for_url(f"**/clinician/#{fragment}")
    page.wait_for_function("scrollY > 300")
    _assert_in_view(visit, f"#{fragment}")


def _assert_in_view(visit: Visit, selector: str) -> None:
    visit.page.wait_for_function(
        "s => { const r = document.querySelector(s).getBoundingClientRect();"
        " return r.top >= 40 && r.top < innerHeight; }",
        arg=selector,
    )


def test_a_citation_leads_to_its_reference_and_each_mention_back(visit: Visit) -> None:
    page = visit.open(SUMMARY)
    mark = page.locator(".cs-lead .cs-cite a").first
    number = mark.inner_text().strip()
    anchor = mark.get_attribute("id")
    mark.click()
    page.wait_for_url(f"**/#ref-{number}")
    _assert_in_view(visit, f"#ref-{number}")
    page.locator(f"#ref-{number} a[href='#{anchor}']").click()
    page.wait_for_url(f"**/#{anchor}")
    _assert_in_view(visit, f"#{anchor}")


def test_a_branch_of_the_algorithm_leads_to_its_step(visit: Visit) -> None:
    page = visit.open(SUMMARY)
    branch = page.locator(".cs-flow__branches a").first
    target = (branch.get_attribute("href") or "").removeprefix("#")
    branch.click()
    page.wait_for_url(f"**/#{target}")
    assert page.locator(f"#{target}").count() == 1


def test_what_cannot_be_broken_on_a_phone_scrolls_by_itself_or_becomes_cards(phone: Visit) -> None:
    page = phone.open(SUMMARY)
    cells = page.locator(".cs-doses .cs-dose__amount")
    assert cells.count() > 3
    for box in (cells.nth(index).bounding_box() for index in range(cells.count())):
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 361


def test_an_address_that_is_not_there_leads_home_from_any_depth(visit: Visit) -> None:
    page = visit.open("404.html")
    addresses = page.evaluate("[...document.querySelectorAll('header a[href]')].map(link => link.href)")
    assert visit.base in addresses
    assert all(address.startswith(visit.base) for address in addresses)


def test_the_page_is_read_in_the_dark_too(browser_in_the_dark: Visit) -> None:
    page = browser_in_the_dark.open(SUMMARY)
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    red, green, blue = (int(part) for part in re.findall(r"[0-9]+", background)[:3])
    assert red + green + blue < 200
