"""Which folders are published into, and which are left alone."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.publish import PublishRefused, Staging, publish
from tests.publish.site_files import NEW_SITE, OLD_SITE, as_content, content


def _refused(output: Path) -> str:
    with pytest.raises(PublishRefused) as refusal:
        publish(NEW_SITE, output)
    finding = refusal.value.finding
    assert str(output) in finding.message
    assert finding.place.file == output.as_posix()
    return finding.code


def test_first_publication_makes_the_folders_above(tmp_path: Path) -> None:
    publish(NEW_SITE, tmp_path / "public" / "en" / "site")
    assert content(tmp_path / "public" / "en" / "site") == as_content(NEW_SITE)


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    publish(NEW_SITE, tmp_path / "site")
    assert content(tmp_path / "site") == as_content(NEW_SITE)


def test_a_folder_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    thesis = tmp_path / "site" / "thesis.txt"
    thesis.parent.mkdir()
    thesis.write_text("three years of work")
    assert _refused(tmp_path / "site") == "PUB003"
    assert thesis.read_text() == "three years of work"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_manifest_of_another_program_is_no_licence(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "manifest.json").write_text('{"name": "an app", "icons": []}')
    assert _refused(tmp_path / "site") == "PUB003"


def test_a_file_put_into_the_published_folder_is_not_lost(tmp_path: Path) -> None:
    output = tmp_path / "site"
    publish(OLD_SITE, output)
    (output / ".git").mkdir()
    (output / ".git" / "HEAD").write_text("ref: refs/heads/pages")
    assert _refused(output) == "PUB003"
    assert (output / ".git" / "HEAD").exists()


def test_what_a_desktop_drops_is_no_stranger(tmp_path: Path) -> None:
    output = tmp_path / "site"
    publish(OLD_SITE, output)
    (output / ".DS_Store").write_text("")
    publish(NEW_SITE, output)
    assert content(output) == as_content(NEW_SITE)


def test_a_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "elsewhere")
    assert _refused(tmp_path / "site") == "PUB001"
    assert list((tmp_path / "elsewhere").iterdir()) == []


@pytest.mark.skipif(not os.path.ismount("/proc"), reason="no /proc here")
def test_a_mount_point_is_refused() -> None:
    assert _refused(Path("/proc")) == "PUB002"


def test_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("a note")
    assert _refused(tmp_path / "site") == "PUB003"
    assert (tmp_path / "site").read_text() == "a note"


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "public").write_text("a file where a folder should be")
    assert _refused(tmp_path / "public" / "site") == "PUB008"


def test_a_second_build_is_told_to_wait(tmp_path: Path) -> None:
    output = tmp_path / "site"
    publish(OLD_SITE, output)
    program = "import sys\nfrom pathlib import Path\nfrom generator.publish import Staging\n"
    program += "with Staging(Path(sys.argv[1])):\n print('ready', flush=True)\n sys.stdin.read()\n"
    root = Path(__file__).resolve().parents[2]
    command = [sys.executable, "-c", program, str(output)]
    with subprocess.Popen(
        command, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "ready\n"
        with pytest.raises(PublishRefused) as refusal:
            publish(NEW_SITE, output)
        assert refusal.value.finding.code == "PUB004"
        assert str(other.pid) in refusal.value.finding.message
        assert content(output) == as_content(OLD_SITE)
        other.kill()
    publish(NEW_SITE, output)
    assert content(output) == as_content(NEW_SITE)
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_leaving_without_commit_publishes_nothing(tmp_path: Path) -> None:
    output = tmp_path / "site"
    publish(OLD_SITE, output)
    with Staging(output) as staging:
        staging.write(NEW_SITE[0])
    assert content(output) == as_content(OLD_SITE)
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
