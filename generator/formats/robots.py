"""``robots.txt``: where the site map is, and whether the site wants to be found at all."""

from __future__ import annotations


def render_robots(site_url: str, *, demonstration: bool) -> bytes:
    """``site_url`` ends with ``/``. A demonstration asks search engines to stay away: it is not for care."""
    rule = "Disallow: /" if demonstration else "Allow: /"
    return f"User-agent: *\n{rule}\n\nSitemap: {site_url}sitemap.xml\n".encode()
