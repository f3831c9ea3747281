"""Small sites to publish, and the processes that are killed while they do."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class PageFile:
    path: str
    data: bytes


OLD_SITE = [PageFile("index.html", b"old"), PageFile("drugs/azathioprine/index.html", b"old drug")]
NEW_SITE = [PageFile("index.html", b"new"), PageFile("drugs/doxepin/index.html", b"new drug")]


def content(folder: Path) -> dict[str, bytes]:
    """Every file below a folder but the manifest, by its path."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != "manifest.json")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def as_content(files: list[PageFile]) -> dict[str, bytes]:
    return {file.path: file.data for file in files}


# Counts what a process asks of the file system while it publishes, and interferes at the n-th time:
# `kill` ends it as `kill -9` does, a number raises that errno.
_PUBLISHING = """
import os, signal, sys
output, how, at, platform, only = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4], sys.argv[5]
if platform:
    sys.platform = platform
from pathlib import Path
from generator.publish import PublishRefused, Staging
from tests.publish.site_files import NEW_SITE

EVENTS = {"open", "os.rename", "os.mkdir", "os.remove", "os.rmdir", "os.chmod", "os.scandir", "os.truncate"}
seen = 0

def interfere(event, arguments):
    global seen
    if event not in ({only} if only else EVENTS) or not active:
        return
    seen += 1
    if seen == at:
        if how == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        raise OSError(int(how), os.strerror(int(how)))

active = False
sys.addaudithook(interfere)
active = True
try:
    with Staging(Path(output)) as staging:
        for file in NEW_SITE:
            staging.write(file)
        staging.commit()
except PublishRefused as refusal:
    print(refusal.finding.code)
    sys.exit(1)
finally:
    active = False
    print(seen)
"""


def publish_in_a_process(
    output: Path, *, how: str = "kill", at: int = 0, platform: str = "", only: str = ""
) -> subprocess.CompletedProcess[str]:
    """Publish the new site in a process that is killed, or gets an error, at the `at`-th step (0: never).

    `only` counts the steps of one kind, such as `os.rename`.
    """
    command = [sys.executable, "-c", _PUBLISHING, str(output), how, str(at), platform, only]
    root = Path(__file__).resolve().parents[2]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=60, check=False)
