"""A server on this machine that answers as GitHub's interface does for one repository, and keeps what it was sent."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

REPOSITORY = "example-hospital/summaries"
TOKEN = "a-token-of-nobody"
OUR_NAME = "github-actions[bot]"


@dataclass
class FakeGithub:
    """What the repository holds. ``broken`` are the paths that answer with this status."""

    pulls: list[dict[str, Any]] = field(default_factory=list)
    files: list[dict[str, Any]] = field(default_factory=list)
    comments: list[dict[str, Any]] = field(default_factory=list)
    checks: list[dict[str, Any]] = field(default_factory=list)
    received: list[tuple[str, str]] = field(default_factory=list)
    """Method and path of each request."""
    bodies: list[str] = field(default_factory=list)
    broken: dict[str, int] = field(default_factory=dict)
    then: dict[str, Callable[[], object]] = field(default_factory=dict)
    """What happens right after a path was asked for."""
    address: str = ""

    def answer(self, method: str, path: str, query: dict[str, str], body: Any) -> Any:
        """What GitHub would say; None for what is not there."""
        if method == "GET" and path == "pulls":
            return self._page([one for one in self.pulls if _label(one["head"]) == query["head"]], query)
        if method == "GET" and path.startswith("pulls/") and path.endswith("/files"):
            return self._page(self.files, query)
        if path.startswith("issues/comments/") and method == "PATCH":
            found = next(one for one in self.comments if one["id"] == int(path.rsplit("/", 1)[1]))
            found["body"] = body["body"]
            return found
        if path.startswith("issues/") and path.endswith("/comments"):
            return self._comments(method, int(path.split("/")[1]), query, body)
        if method == "POST" and path == "check-runs":
            self.checks.append(body)
            return {"id": len(self.checks)}
        return None

    def on(self, pull_request: int) -> list[str]:
        """The comments of a pull request."""
        return [one["body"] for one in self.comments if one["issue"] == pull_request]

    def _comments(self, method: str, issue: int, query: dict[str, str], body: Any) -> Any:
        if method == "GET":
            return self._page([one for one in self.comments if one["issue"] == issue], query)
        made = {"id": 900 + len(self.comments), "issue": issue, "user": {"login": OUR_NAME}, **body}
        self.comments.append(made)
        return made

    @staticmethod
    def _page(items: list[Any], query: dict[str, str]) -> list[Any]:
        size, number = int(query["per_page"]), int(query["page"])
        return items[size * (number - 1) : size * number]


def _label(head: dict[str, Any]) -> str:
    return f"{head['user']['login']}:{head['ref']}"


@contextmanager
def serving(github: FakeGithub) -> Iterator[FakeGithub]:
    """The server, on a free port of this machine, until the block ends."""

    class Handler(BaseHTTPRequestHandler):
        def _respond(self) -> None:
            parts = urlsplit(self.path)
            path = parts.path.removeprefix(f"/repos/{REPOSITORY}/")
            text = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
            github.received.append((self.command, path))
            github.bodies.append(text)
            assert self.headers["Authorization"] == f"Bearer {TOKEN}"
            status = github.broken.get(path, 200)
            query = {key: values[0] for key, values in parse_qs(parts.query).items()}
            said = None
            if status == 200:
                said = github.answer(self.command, path, query, json.loads(text or "null"))
                github.then.get(path, lambda: None)()
            self.send_response(status if status != 200 or said is not None else 404)
            if status in (301, 302, 307):
                self.send_header("Location", f"{github.address}/elsewhere")
            self.end_headers()
            self.wfile.write(json.dumps(said).encode())

        do_GET = do_POST = do_PATCH = _respond

        def log_message(self, format: str, *args: object) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    github.address = f"http://127.0.0.1:{server.server_port}"
    try:
        yield github
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
