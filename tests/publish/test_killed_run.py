"""A build that is killed or meets a broken disk leaves a whole site, old or new; the next puts all right."""

from __future__ import annotations

import errno
import os
import random
from pathlib import Path

import pytest

from generator.publish import Manifest, PublishRefused, Staging, publish
from tests.publish.site_files import (
    NEW_SITE,
    OLD_SITE,
    PageFile,
    as_content,
    content,
    publish_in_a_process,
)

# Linux exchanges two folders in one step; elsewhere two renames and a journal. Both are run here.
PLATFORMS = ["", "another-system"]
_LONG = os.environ.get("HYPOTHESIS_PROFILE") == "long"


def _steps(tmp_path: Path, platform: str) -> list[int]:
    publish(OLD_SITE, tmp_path / "count" / "site")
    run = publish_in_a_process(tmp_path / "count" / "site", platform=platform)
    assert run.returncode == 0, run.stderr
    steps = list(range(1, int(run.stdout.split()[-1]) + 1))
    assert len(steps) > 20, "the process was not watched"
    return steps if _LONG else sorted(random.Random(7).sample(steps, 10))


@pytest.mark.parametrize("platform", PLATFORMS)
def test_killed_at_any_step(tmp_path: Path, platform: str) -> None:
    for step in _steps(tmp_path, platform):
        output = tmp_path / str(step) / "site"
        publish(OLD_SITE, output)
        run = publish_in_a_process(output, at=step, platform=platform)
        assert run.returncode == -9
        if platform == "":
            assert content(output) in (as_content(OLD_SITE), as_content(NEW_SITE)), (
                f"half a site at step {step}"
            )
        publish(NEW_SITE, output)
        assert content(output) == as_content(NEW_SITE)
        assert [path.name for path in output.parent.iterdir()] == ["site"], "leftovers stay"


@pytest.mark.parametrize("platform", PLATFORMS)
@pytest.mark.parametrize("error", [errno.EIO, errno.ENOSPC], ids=["EIO", "ENOSPC"])
def test_disk_error_at_any_step(tmp_path: Path, platform: str, error: int) -> None:
    for step in _steps(tmp_path, platform):
        output = tmp_path / str(step) / "site"
        publish(OLD_SITE, output)
        run = publish_in_a_process(output, how=str(error), at=step, platform=platform)
        assert "Traceback" not in run.stderr
        if run.returncode == 1:
            assert run.stdout.split()[0] == ("PUB007" if error == errno.ENOSPC else "PUB008")
            assert content(output) == as_content(OLD_SITE)
        else:
            # A file that could not be cleaned away afterwards does not turn a publication into a failure.
            assert run.returncode == 0
            assert content(output) == as_content(NEW_SITE)
        publish(NEW_SITE, output)
        assert content(output) == as_content(NEW_SITE)


def test_killed_between_the_two_renames_is_completed(tmp_path: Path) -> None:
    output = tmp_path / "site"
    publish(OLD_SITE, output)
    run = publish_in_a_process(output, at=2, only="os.rename", platform="another-system")
    assert run.returncode == -9
    assert not output.exists(), "the kill did not fall between the two renames"
    with Staging(output):
        # Before anything new is written, the complete new site has been put in its place.
        assert content(output) == as_content(NEW_SITE)


def test_a_refused_next_run_still_completes_the_exchange(tmp_path: Path) -> None:
    output = tmp_path / "site"
    publish(OLD_SITE, tmp_path / ".site.staging-old")
    publish(NEW_SITE, tmp_path / ".site.staging-new")
    (tmp_path / ".site.journal").write_text("")
    with pytest.raises(PublishRefused):
        publish([PageFile("../refused", b"")], output)
    assert content(output) == as_content(NEW_SITE)
    assert Manifest.read(output) is not None


def test_without_a_journal_the_old_site_comes_back(tmp_path: Path) -> None:
    output = tmp_path / "site"
    publish(OLD_SITE, tmp_path / ".site.staging-old")
    (tmp_path / ".site.staging-new").mkdir()
    (tmp_path / ".site.staging-new" / "index.html").write_text("half of")
    with pytest.raises(PublishRefused):
        publish([PageFile("../refused", b"")], output)
    assert content(output) == as_content(OLD_SITE)
