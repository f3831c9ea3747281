"""What stands in the published folder: the files, their manifest, and nothing else."""

from __future__ import annotations

import hashlib
import json
import os
import stat
from pathlib import Path

import pytest

from generator.publish import PublishRefused, Staging, publish
from tests.publish.site_files import NEW_SITE, OLD_SITE, PageFile, as_content, content


def test_the_manifest_lists_every_file(tmp_path: Path) -> None:
    publish(reversed(NEW_SITE), tmp_path / "site")
    files = json.loads((tmp_path / "site" / "manifest.json").read_bytes())["files"]
    expected = {file.path: hashlib.sha256(file.data).hexdigest() for file in NEW_SITE}
    assert {path: one["sha256"] for path, one in files.items()} == expected
    assert {path: one["size"] for path, one in files.items()} == {
        file.path: len(file.data) for file in NEW_SITE
    }
    assert list(files) == sorted(files)


def test_same_files_same_bytes_in_another_order_and_umask(tmp_path: Path) -> None:
    publish(NEW_SITE, tmp_path / "one")
    former = os.umask(0o077)
    try:
        publish(reversed(NEW_SITE), tmp_path / "two")
    finally:
        os.umask(former)
    assert (tmp_path / "one" / "manifest.json").read_bytes() == (
        tmp_path / "two" / "manifest.json"
    ).read_bytes()
    modes = {stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "two").rglob("*") if path.is_file()}
    assert modes == {0o644}, "a web server could not read the site"
    assert stat.S_IMODE((tmp_path / "two").stat().st_mode) == 0o755


def test_the_report_says_what_changed(tmp_path: Path) -> None:
    first = publish(OLD_SITE, tmp_path / "site")
    assert (first.files, first.size, first.added) == (2, 11, ("drugs/azathioprine/index.html", "index.html"))
    second = publish(NEW_SITE, tmp_path / "site")
    assert second.added == ("drugs/doxepin/index.html",)
    assert second.changed == ("index.html",)
    assert second.removed == ("drugs/azathioprine/index.html",)
    assert publish(NEW_SITE, tmp_path / "site").nothing_changed


def test_a_folder_is_published_like_its_files(tmp_path: Path) -> None:
    publish(NEW_SITE, tmp_path / "from-files")
    publish(tmp_path / "from-files" / "drugs", tmp_path / "from-folder")
    assert content(tmp_path / "from-folder") == {"doxepin/index.html": b"new drug"}


def test_other_programs_write_into_the_staging_folder(tmp_path: Path) -> None:
    with Staging(tmp_path / "site") as staging:
        (staging.path / "assets").mkdir()
        (staging.path / "assets" / "theme.css").write_bytes(b"body{}")
        (staging.path / "404.html").write_bytes(b"of the theme")
        staging.write(PageFile("404.html", b"ours"))
        staging.commit()
    assert content(tmp_path / "site") == {"404.html": b"ours", "assets/theme.css": b"body{}"}


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/etc/passwd",
        "../escape.html",
        "drugs/../../escape.html",
        "drugs//index.html",
        "./index.html",
        "drugs\\index.html",
        "c:/index.html",
        "con/index.html",
        "drugs/Aux.html",
        "drugs/com1",
        "drugs /index.html",
        "drugs./index.html",
        "what?.html",
        "tab\there.html",
        "zero\u200bwidth.html",
        "right\u202eto-left.html",
        "lone\ud800surrogate.html",
        "x" * 256,
    ],
)
def test_paths_that_are_not_storable_everywhere_are_refused(tmp_path: Path, path: str) -> None:
    publish(OLD_SITE, tmp_path / "site")
    with pytest.raises(PublishRefused) as refusal:
        publish([PageFile(path, b"")], tmp_path / "site")
    assert refusal.value.finding.code == "PUB005"
    assert content(tmp_path / "site") == as_content(OLD_SITE)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("index.html", "index.html"),
        ("drugs/index.html", "drugs/Index.html"),
        ("drugs/index.html", "Drugs/other.html"),
        ("caf\u00e9.html", "cafe\u0301.html"),
        ("stra\u00dfe.html", "strasse.html"),
        ("drugs", "drugs/index.html"),
        ("drugs/index.html", "drugs"),
        ("other.html", "manifest.json"),
    ],
)
def test_paths_that_some_systems_take_for_one_are_refused(tmp_path: Path, first: str, second: str) -> None:
    with pytest.raises(PublishRefused) as refusal:
        publish([PageFile(first, b"1"), PageFile(second, b"2")], tmp_path / "site")
    assert refusal.value.finding.code == "PUB006"
    assert not (tmp_path / "site").exists()


def test_a_link_in_the_finished_site_is_refused(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("not for readers")
    with pytest.raises(PublishRefused) as refusal, Staging(tmp_path / "site") as staging:
        (staging.path / "open.txt").symlink_to(secret)
        staging.commit()
    assert refusal.value.finding.code == "PUB009"
    assert not (tmp_path / "site").exists()


def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    with pytest.raises(PublishRefused) as refusal, Staging(tmp_path / "site") as staging:
        (staging.path / "drugs").symlink_to(tmp_path / "outside")
        staging.write(PageFile("drugs/index.html", b"escaped"))
    assert refusal.value.finding.code == "PUB009"
    assert list((tmp_path / "outside").iterdir()) == []


def test_a_full_disk_met_by_another_program_names_the_folder(tmp_path: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    with pytest.raises(PublishRefused) as refusal, Staging(tmp_path / "site"):
        Path("/dev/full").write_bytes(b"page")
    assert refusal.value.finding.code == "PUB007"
    assert str(tmp_path) in refusal.value.finding.message
