"""The page at a retired address: it leads on without script."""

from __future__ import annotations

from html import escape


def render_redirect(target: str, title: str, language: str = "en") -> bytes:
    """``target`` is the relative address to lead to."""
    address, name = escape(target), escape(title)
    return (
        f'<!doctype html>\n<html lang="{escape(language)}">\n<head><meta charset="utf-8"><title>{name}</title>'
        f'<meta name="robots" content="noindex"><meta http-equiv="refresh" content="0; url={address}">'
        f'<link rel="canonical" href="{address}"></head>\n<body><p><a href="{address}">{name}</a></p></body>\n</html>\n'
    ).encode()
