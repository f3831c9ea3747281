"""The runner of walked pages notices when a page promises what does not come."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.docs.console_page import blocks, commands, edited, first_missing, is_like
from tests.docs.seen_text import seen_lines

PAGE = """# A page

```sh
$ not walked
```

<!-- clock: 2027-03-01T09:00:00Z -->

```console
$ first \\
>   --more
printed
$ second
```

```yaml
shown: only
```

```yaml file.yml
written: yes
```
"""


def test_blocks_come_in_order_with_their_lines() -> None:
    found = [(one.kind, one.file, one.line) for one in blocks(PAGE)]
    assert found == [("clock", "", 8), ("console", "", 10), ("yaml", "file.yml", 21)]


def test_a_command_goes_on_and_ends_where_the_next_begins() -> None:
    console = next(one for one in blocks(PAGE) if one.kind == "console")
    first, second = commands(console)
    assert (first.typed, first.printed, first.line) == ("first \\\n  --more", ("printed",), 10)
    assert (second.typed, second.printed, second.line) == ("second", (), 13)


@pytest.mark.parametrize(
    ("expected", "printed", "fits"),
    [
        ((), "", True),
        ((), "something\n", False),
        (("a",), "a\n\n", True),
        (("a",), "a\nb\n", False),
        (("a", "…"), "a\nb\nc\n", True),
        (("…", "c"), "a\nb\n", False),
        (("wrote ….json",), "wrote abc.json\n", True),
        (("wrote ….json",), "wrote abc\n.json\n", False),
        (("a.c",), "abc\n", False),
    ],
)
def test_three_dots_stand_for_anything_and_nothing_else_does(
    expected: tuple[str, ...], printed: str, fits: bool
) -> None:
    assert is_like(expected, printed) is fits


def test_lines_of_a_page_must_stand_in_their_order() -> None:
    assert first_missing(("a", "c"), ["a", "b", "c"]) is None
    assert first_missing(("c", "a"), ["a", "b", "c"]) == "a"
    assert first_missing(("a", "a"), ["a"]) == "a"


def test_an_edit_that_fits_twice_or_nowhere_is_none() -> None:
    assert edited("one\ntwo\n", " one\n-two\n+three\n") == "one\nthree\n"
    for text in ("two\ntwo\n", "twofold\n", "three\n"):
        with pytest.raises(AssertionError, match="not once"):
            edited(text, "-two\n+three\n")


def test_what_is_hidden_is_not_seen() -> None:
    html = (
        "<main><p>State: <b>approved</b></p><p hidden>overdue <br>now</p><script>x</script><p>end</p></main>"
    )
    assert seen_lines(html) == ["State: approved", "end"]


def test_every_link_between_the_pages_for_reviewers_leads_somewhere(repository: Path) -> None:
    import re

    for name in ("reviewing.md", "walk-through.md"):
        text = (repository / "docs" / name).read_text(encoding="utf-8")
        for target in re.findall(r"\]\(([a-z-]*\.md)?#?[a-z0-9-]*\)", text):
            assert not target or (repository / "docs" / target).exists(), f"{name}: {target}"
        headings = {
            re.sub(r"[^a-z0-9 -]", "", line.lstrip("# ").lower()).replace(" ", "-")
            for line in text.splitlines()
            if line.startswith("#")
        }
        assert set(re.findall(r"\]\(#([a-z0-9-]+)\)", text)) <= headings, name
