"""Setting an article into its frame: the values of a frame's slots for one page."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from generator.configuration import Options
from generator.formats.html import ArticleHtml
from generator.pages.site import Page, Site


def slot_values(page: Page | None, article: ArticleHtml, site: Site, options: Options) -> Mapping[str, str]:
    """The value of every slot. ``page`` is None for the page of an address that does not exist."""
    path = page.path if page is not None else "404.html"
    is_indexed = page is not None and page.is_indexed and not site.is_preview and not site.is_demonstration
    return {
        "language": article.language,
        "document-title": article.title if not path else f"{article.title} · {options.site_name}",
        "title": article.title,
        "description": article.description,
        "robots": "all" if is_indexed else "noindex",
        "canonical": f"{options.site_url.rstrip('/')}/{path}",
        "head": "",
        "kind": article.kind,
        "audience": article.audience,
        "state": article.state,
        "breadcrumb": "",
        "bar": _bar(site),
        "article": article.article,
        "toc": article.contents,
        "contents": article.contents,
    }


def _bar(site: Site) -> str:
    """What every page of a preview or a demonstration says."""
    key = "preview" if site.is_preview else "demonstration" if site.is_demonstration else ""
    if not key:
        return ""
    said = escape(site.words.get(key, key))
    # Printed on each sheet, where the notice itself stands on the first alone.
    watermark = f'<p class="cs-watermark" aria-hidden="true">{said}</p>' if site.is_preview else ""
    return f'<p class="cs-site-notice">{said}</p>{watermark}'
