"""Previews, redirects, pictures, a site's own templates, and the other engine."""

from __future__ import annotations

import base64
import re
from datetime import date
from pathlib import Path

import pytest

from generator.configuration import Engine
from generator.pipeline import context_of_this_run
from tests.pipeline.html_pages import dead_links
from tests.site_project import ROOT, SiteProject

_SUMMARY = "content/summaries/example-question.yml"
_PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=="
)


def test_a_preview_shows_everything_and_says_on_every_page_what_it_is(reviewed_project: SiteProject) -> None:
    output = reviewed_project.folder / "build" / "preview"
    reviewed_project.build(is_preview=True, output=output)
    files = reviewed_project.published(output)
    pages = [path for path in files if path.endswith(".html")]
    assert "summaries/example-question/clinician/index.html" in pages
    assert "summaries/example-question/patient/index.html" in pages
    for path in pages:
        assert b"PREVIEW" in files[path], path
        assert b"noindex" in files[path], path
    assert b"Disallow: /" in files["robots.txt"]
    assert not reviewed_project.site.exists()


def test_every_page_of_a_demonstration_says_so(project: SiteProject) -> None:
    project.build()
    said = project.inspect().context.words["demonstration"]
    for path, data in project.published().items():
        if path.endswith(".html"):
            assert said in data.decode(), path
            assert "PREVIEW" not in data.decode(), path


def test_a_retired_id_leads_to_what_took_its_place(project: SiteProject) -> None:
    project.write("content/redirects.yml", "old-question: example-question\nold-drug: example-drug\n")
    project.build()
    page = project.page("summaries/old-question")
    assert 'content="0; url=../../summaries/example-question/"' in page
    assert "noindex" in page
    edition = project.page("summaries/old-question/patient")
    assert 'href="../../../summaries/example-question/patient/"' in edition
    assert 'href="../../drugs/example-drug/"' in project.page("drugs/old-drug")
    history = project.page("summaries/old-question/patient/history")
    assert 'href="../../../../summaries/example-question/patient/history/"' in history
    assert 'href="../../../drugs/example-drug/history/"' in project.page("drugs/old-drug/history")
    assert dead_links(project.published()) == []
    assert "old-question" not in (project.site / "sitemap.xml").read_text(encoding="utf-8")


def test_a_picture_of_a_summary_is_published_with_its_text_alternative(project: SiteProject) -> None:
    _with_picture(project)
    project.build()
    page = project.page("summaries/example-question/clinician")
    assert re.search(
        r'<img [^>]*src="\.\./\.\./\.\./images/plexus/a\.png"[^>]*alt="A grey square &lt;1 px&gt;"', page
    )
    assert (project.site / "images" / "plexus" / "a.png").read_bytes() == _PNG
    # Nothing shows the other picture, so nobody gets it.
    assert not (project.site / "images" / "unused.png").exists()


def _with_picture(project: SiteProject) -> None:
    for name in ("plexus/a.png", "unused.png"):
        file = project.path(f"content/images/{name}")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(_PNG)
    image = "{file: plexus/a.png, alt: A grey square <1 px>, source: Ourselves, licence: CC0}"
    project.edit(_SUMMARY, "limitations:\n", f"images:\n  - {image}\n\nlimitations:\n")


def test_one_template_and_one_word_of_a_site_stand_over_the_packaged_ones(project: SiteProject) -> None:
    project.write("site_templates/article/bullets.html.j2", "<p>OURS: {{ block.items | length }}</p>\n")
    project.write("site_templates/words/en/our-own.yml", "section-limitations: What we do not know\n")
    project.write("site_templates/assets/site.js", "/* ours */\n")
    project.build()
    page = project.page("summaries/example-question/clinician")
    assert "OURS: 1" in page
    assert "What we do not know" in page
    assert (project.site / "assets" / "site.js").read_text(encoding="utf-8") == "/* ours */\n"
    # All else is still the packaged set.
    assert "Bottom line" in page
    assert (project.site / "assets" / "site.css").read_bytes() == (
        ROOT / "site_templates" / "assets" / "site.css"
    ).read_bytes()


def test_the_other_engine_gives_the_same_articles(sample_site: SiteProject, tmp_path: Path) -> None:
    pytest.importorskip("zensical")
    output = sample_site.folder / "build" / "zensical"
    sample_site.build(engine=Engine.ZENSICAL, output=output)
    by_mkdocs, by_zensical = (
        {
            path: data.decode()
            for path, data in sample_site.published(folder).items()
            if path.endswith(".html")
        }
        for folder in (sample_site.site, output)
    )
    assert by_mkdocs.keys() == by_zensical.keys()
    compared = 0
    for path, page in by_mkdocs.items():
        articles = [
            re.findall(r'<div class="cs-page.*?</article>', one, re.DOTALL)
            for one in (page, by_zensical[path])
        ]
        assert articles[0], path
        assert _plain(articles[0]) == _plain(articles[1]), path
        compared += 1
    assert compared > 30
    assert dead_links(sample_site.published(output)) == []


def _plain(articles: list[str]) -> list[str]:
    return [" ".join(article.split()) for article in articles]


def test_the_day_is_that_of_the_option_else_of_source_date_epoch_else_of_the_clock(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    assert context_of_this_run().today == date(2001, 9, 9)
    assert context_of_this_run(today=date(2026, 1, 2)).today == date(2026, 1, 2)
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert context_of_this_run().today >= date(2026, 1, 1)


@pytest.mark.parametrize("nonsense", ["", "yesterday", "-5", "1e9", "99999999999999999999", "١٢"])
def test_a_source_date_epoch_that_is_none_is_no_reason_to_fail(
    monkeypatch: pytest.MonkeyPatch, nonsense: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", nonsense)
    assert isinstance(context_of_this_run().today, date)


def test_a_site_below_a_path_links_from_its_404_page_from_the_root(project: SiteProject) -> None:
    project.edit("mkdocs.yml", "site_url: https://example.org/", "site_url: https://example.org/guides/x/")
    project.build()
    files = project.published()
    assert dead_links(files, "/guides/x/") == []
    assert 'rel="canonical" href="https://example.org/guides/x/drugs/example-drug/"' in project.page(
        "drugs/example-drug"
    )
