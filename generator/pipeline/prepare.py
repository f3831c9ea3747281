"""The first half of a build: from the project to articles and the stage that an engine draws frames for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from generator.compiler.site import compile_site
from generator.configuration import Options
from generator.diagnostics import Finding
from generator.formats.frame_stage import FrameKey, staged_page
from generator.formats.html import ArticleHtml, HtmlWriter
from generator.formats.page_record import page_record
from generator.formats.search_record import SearchRecord
from generator.pages.blocks import Paragraphs, SearchForm
from generator.pages.inline import words
from generator.pages.site import Page, Section, Site
from generator.pipeline.inspect import BuildStopped, Inspection, Say, inspect, template_folders
from generator.pipeline.run_context import RunContext


@dataclass
class Prepared:
    """Everything that an engine's drawing is then set around. ``stage`` lives as long as this object."""

    options: Options
    run: RunContext
    inspection: Inspection
    site: Site
    articles: Mapping[str, ArticleHtml]
    records: tuple[SearchRecord, ...]
    not_found: ArticleHtml
    stage: Path
    _folder: TemporaryDirectory[str]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was found, none of it an error."""
        return self.inspection.findings

    def close(self) -> None:
        """Remove the stage."""
        self._folder.cleanup()


def prepare(options: Options, run: RunContext, say: Say = lambda text: None) -> Prepared:
    """Read, check, compile and render. Raises `BuildStopped` for errors, before anything is written."""
    inspection = inspect(options, run, say)
    if inspection.errors:
        raise BuildStopped(inspection.findings)
    site = compile_site(
        inspection.library, inspection.bodies, inspection.findings, inspection.context, kept=inspection.kept
    )
    has_policy = any(page.path == "editorial-policy/" for page in site.pages)
    writer = HtmlWriter(
        template_folders(options),
        inspection.context.words,
        policy_path="editorial-policy/" if has_policy else "",
    )
    articles = {page.path: writer.article(page) for page in site.pages}
    say(f"{len(articles)} pages written")
    folder = TemporaryDirectory(prefix="clinsum-stage-")
    stage = Path(folder.name)
    _write_stage(stage, site)
    return Prepared(
        options=options,
        run=run,
        inspection=inspection,
        site=site,
        articles=articles,
        records=tuple(record for page in site.pages if (record := page_record(page)) is not None),
        not_found=_not_found(writer, inspection, options),
        stage=stage,
        _folder=folder,
    )


def frame_of(page: Page) -> str:
    """The path of the Markdown that is staged for a page: its own, or that of the frame that its kind shares."""
    if page.frame == "index":
        return f"{page.path}index.md"
    return FrameKey(_section(page), page.depth, page.language).staged_path


def _section(page: Page) -> str:
    return page.path.split("/", 1)[0]


def _write_stage(stage: Path, site: Site) -> None:
    """One page for each frame; pages outside the navigation name the index whose tab is theirs."""
    staged = {frame_of(page): "" if page.frame == "index" else f"{_section(page)}/" for page in site.pages}
    for path, section in sorted(staged.items()):
        file = stage / _as_in_navigation(path)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(staged_page(section))


def _as_in_navigation(path: str) -> str:
    """``about/index.md`` is ``about.md`` in the navigation of mkdocs.yml; both are drawn at the same address."""
    is_section = path.split("/", maxsplit=1)[0] in _SECTIONS
    return (
        path
        if is_section or path.count("/") != 1 or path.startswith("frame-")
        else f"{path.removesuffix('/index.md')}.md"
    )


_SECTIONS = frozenset(
    {"summaries", "medications", "drugs", "conditions", "status", "changes", "qa", "search"}
)


def _not_found(writer: HtmlWriter, inspection: Inspection, options: Options) -> ArticleHtml:
    """The page for an address that does not exist; it is served at any depth, so its links begin at the root."""
    context = inspection.context
    blocks = (Paragraphs((words(context.word("not-found-words")),)), SearchForm())
    title = context.word("not-found-title")
    page = Page(
        path="404.html",
        kind="missing",
        kind_words="",
        entry="",
        audience="",
        title=title,
        heading=words(title),
        description=title,
        sections=(Section("missing", "", blocks, is_clinical=False),),
    )
    return writer.article(page, root=urlsplit(options.site_url).path or "/")
