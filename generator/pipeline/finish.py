"""The second half of a build: articles are set into the frames that an engine drew, and the whole is published."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.diagnostics import Finding
from generator.engines.drawn import Drawn
from generator.engines.engine_error import EngineError
from generator.engines.mkdocs import mkdocs_theme
from generator.engines.pagefind import index_with_pagefind
from generator.formats.atom import render_atom
from generator.formats.audit_json import render_audit
from generator.formats.frame import Frame, FrameError
from generator.formats.frame_slots import FRAME_SLOTS
from generator.formats.redirect import render_redirect
from generator.formats.robots import render_robots
from generator.formats.search_record import search_record
from generator.formats.sitemap import SitemapPage, render_sitemap
from generator.pages.audit import AUDIT_FILE
from generator.pages.feed import FEED_FILE
from generator.pages.site import RedirectPage
from generator.pipeline.inspect import BuildStopped, Say, template_folders
from generator.pipeline.page_setting import slot_values
from generator.pipeline.prepare import Prepared, frame_of
from generator.publish import PublishRefused, PublishReport, Staging

_NOT_FOUND = "404.html"


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build made. ``report`` is None for a live preview, which publishes nothing."""

    entries: int
    pages: int
    findings: tuple[Finding, ...]
    report: PublishReport | None


@dataclass(frozen=True, slots=True)
class _File:
    path: str
    data: bytes


def finish(
    prepared: Prepared, drawn: Drawn | Path, *, serving_to: Path | None = None, say: Say = lambda text: None
) -> BuildResult:
    """Publish the site, or with ``serving_to`` put it into the folder that a preview serves.

    Raises `BuildStopped` if the theme lost a slot, an engine failed, or the output must not be replaced.
    """
    pages = drawn if isinstance(drawn, Drawn) else Drawn(drawn, mkdocs_theme())
    try:
        report = (
            _serve(prepared, pages, serving_to) if serving_to is not None else _publish(prepared, pages, say)
        )
    except (FrameError, EngineError) as failure:
        raise BuildStopped(failure.findings) from failure
    except PublishRefused as refused:
        raise BuildStopped((refused.finding,)) from refused
    finally:
        prepared.close()
    entries = sum(1 for _ in prepared.inspection.library.entries())
    return BuildResult(entries, len(prepared.articles), prepared.findings, report)


def _publish(prepared: Prepared, drawn: Drawn, say: Say) -> PublishReport:
    with Staging(prepared.options.output) as staging:
        for file in _files(prepared, drawn):
            staging.write(file)
        for path in drawn.assets():
            staging.write(_File(path, (drawn.folder / path).read_bytes()))
        if prepared.options.search:
            say("indexing for search")
            _index(prepared, staging.path / "pagefind")
        return staging.commit()


def _serve(prepared: Prepared, drawn: Drawn, folder: Path) -> PublishReport | None:
    """Articles over what was drawn. Files are rendered before any is written, since frames lie in the same folder."""
    files = list(_files(prepared, drawn))
    for file in files:
        target = folder / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.data)
    if prepared.options.search:
        _index(prepared, folder / "pagefind")
    return None


def _index(prepared: Prepared, output: Path) -> None:
    with TemporaryDirectory(prefix="clinsum-records-") as name:
        for record in prepared.records:
            file = Path(name) / record.path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(search_record(record))
        index_with_pagefind(Path(name), output)


def _files(prepared: Prepared, drawn: Drawn) -> Iterator[_File]:
    yield from _pages(prepared, drawn)
    yield from _redirects(prepared)
    yield from _assets(prepared)
    yield from _images(prepared)
    site_url = f"{prepared.options.site_url.rstrip('/')}/"
    listed = (page for page in prepared.site.pages if page.is_indexed)
    yield _File("sitemap.xml", render_sitemap(SitemapPage(site_url + page.path) for page in listed))
    hidden = prepared.site.is_demonstration or prepared.site.is_preview
    yield _File("robots.txt", render_robots(site_url, demonstration=hidden))
    if prepared.site.feed is not None:
        yield _File(FEED_FILE, render_atom(prepared.site.feed, site_url))
    if prepared.site.audit is not None:
        yield _File(AUDIT_FILE, render_audit(prepared.site.audit))


def _pages(prepared: Prepared, drawn: Drawn) -> Iterator[_File]:
    frames: dict[str, Frame] = {}
    options, site = prepared.options, prepared.site
    for page in site.pages:
        path = frame_of(page).removesuffix(".md") + ".html"
        if path not in frames:
            frames[path] = _frame(drawn, path)
        values = slot_values(page, prepared.articles[page.path], site, options)
        yield _File(f"{page.path}index.html", frames[path].fill(values).encode())
    values = slot_values(None, prepared.not_found, site, options)
    yield _File(_NOT_FOUND, _frame(drawn, _NOT_FOUND).fill(values).encode())


def _frame(drawn: Drawn, path: str) -> Frame:
    return Frame.parse(drawn.page(path), name=path, theme=drawn.theme, slots=FRAME_SLOTS)


def _redirects(prepared: Prepared) -> Iterator[_File]:
    for redirect in prepared.site.redirects:
        yield _File(f"{redirect.path}index.html", render_redirect(_relative(redirect), redirect.title))


def _relative(redirect: RedirectPage) -> str:
    return "../" * redirect.path.count("/") + redirect.to


def _assets(prepared: Prepared) -> Iterator[_File]:
    """Style and scripts of ours, a site's own file in place of the packaged one of the same name."""
    chosen: dict[str, Path] = {}
    for folder in reversed(template_folders(prepared.options)):
        assets = folder / "assets"
        chosen |= {
            file.relative_to(assets).as_posix(): file for file in sorted(assets.rglob("*")) if file.is_file()
        }
    for name in sorted(chosen):
        yield _File(f"assets/{name}", chosen[name].read_bytes())


def _images(prepared: Prepared) -> Iterator[_File]:
    for name in prepared.site.images:
        yield _File(f"images/{name}", (prepared.options.content / "images" / name).read_bytes())
