"""The few calls to the interface of GitHub that a review needs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPRedirectHandler, Request, build_opener

_SECONDS = 30
_MOST_BYTES = 20_000_000
_PER_PAGE = 100


class ApiFailed(Exception):
    """GitHub refused, or did not answer; the message says to what."""


class _NoRedirects(HTTPRedirectHandler):
    """The token goes to one host only."""

    def redirect_request(self, *_args: Any, **_kwargs: Any) -> None:
        """Follow none: what it gives is what to ask next."""


@dataclass(frozen=True)
class GithubApi:
    """One repository. ``base`` is the address of the interface, ``repository`` is ``owner/name``."""

    base: str
    repository: str
    token: str

    def pages(self, path: str, most: int = 50, **query: str) -> Iterator[Any]:
        """Each item of a list, page after page. Raises ApiFailed where ``most`` pages do not hold all."""
        for number in range(1, most + 1):
            numbered = {**query, "per_page": str(_PER_PAGE), "page": str(number)}
            items = self._call("GET", f"{path}?{urlencode(numbered)}", None)
            if not isinstance(items, list):
                raise ApiFailed(f"GET {path}: the answer is no list")
            yield from items
            if len(items) < _PER_PAGE:
                return
        raise ApiFailed(f"GET {path}: more than {most * _PER_PAGE} items")

    def post(self, path: str, body: dict[str, Any]) -> Any:
        """Make something new."""
        return self._call("POST", path, body)

    def patch(self, path: str, body: dict[str, Any]) -> Any:
        """Change something."""
        return self._call("PATCH", path, body)

    def _call(self, method: str, path: str, body: dict[str, Any] | None) -> Any:
        request = Request(  # noqa: S310 - the address comes from the runner
            f"{self.base}/repos/{self.repository}/{path}",
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={
                "Accept": "application/vnd.github+json",
                "Authorization": f"Bearer {self.token}",
                "Content-Type": "application/json",
                "User-Agent": "clinsum-review",
                "X-GitHub-Api-Version": "2022-11-28",
            },
        )
        try:
            with build_opener(_NoRedirects).open(request, timeout=_SECONDS) as answer:
                return json.loads(answer.read(_MOST_BYTES))
        except HTTPError as refused:
            raise ApiFailed(f"{method} {path}: {refused.code} {refused.reason}") from None
        except (HTTPException, OSError, ValueError) as failed:
            raise ApiFailed(f"{method} {path}: {failed}") from None
