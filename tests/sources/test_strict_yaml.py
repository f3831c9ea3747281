"""Strict YAML: what is refused, where it is found, and what is kept as written."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.diagnostics import Severity
from generator.sources.document import Document, Tree
from generator.sources.strict_yaml import read_yaml

MEBIBYTE = 1024 * 1024


def read(text: str) -> Document:
    return read_yaml(text.encode(), "content/x.yml")


def found(document: Document) -> list[tuple[str, int, int]]:
    return [(finding.code, finding.place.line, finding.place.column) for finding in document.findings]


REFUSED = {
    "colon in a value": ("title: IVIg: a trial\n", [("SRC001", 1, 12)]),
    "key indented below a value": ("a: 1\n  b: 2\n", [("SRC001", 2, 3)]),
    "indentation between two levels": ("a:\n    b: 1\n  c: 2\n", [("SRC001", 3, 3)]),
    "quote never closed": ("a: 1\nb: 'x\nc: 2\n", [("SRC001", 2, 4)]),
    "text after a quote": ("a: 'x' y\n", [("SRC001", 1, 8)]),
    "bracket never closed": ("a: 1\nb: [x, y\nc: 2\n", [("SRC001", 2, 4)]),
    "line without a key": ("a: 1\nthe rest\nb: 2\n", [("SRC001", 2, 1)]),
    "citation mark unquoted": ("a: @dyck2006\n", [("SRC001", 1, 4)]),
    "unknown escape": ('a: "5\\mg"\n', [("SRC001", 1, 6)]),
    "list on the line of its key": ("a: - b\n", [("SRC001", 1, 4)]),
    "duplicate key": ("a: 1\nb: 2\na: 3\n", [("SRC002", 3, 1)]),
    "duplicate key in braces": ("x: {a: 1, a: 2}\n", [("SRC002", 1, 11)]),
    "anchor": ("a: &dose 1\n", [("SRC003", 1, 4)]),
    "alias": ("a: 1\nb: *dose\n", [("SRC004", 2, 4)]),
    "merge key": ("a:\n  <<: {b: 1}\n  c: 2\n", [("SRC005", 2, 3)]),
    "tag": ("a: !!int 1\n", [("SRC006", 1, 4)]),
    "tag that is not known": ("a: !x!y 1\n", [("SRC006", 1, 4)]),
    "second document": ("a: 1\n---\nb: 2\n", [("SRC007", 2, 1)]),
    "second document after an end": ("a: 1\n...\nb: 2\n", [("SRC007", 3, 1)]),
    "directive": ("%YAML 1.2\n---\na: 1\n", [("SRC008", 1, 1)]),
    "unknown directive": ("# x\n%FOO\n---\na: 1\n", [("SRC008", 2, 1)]),
    "tab as indentation": ("a:\n\tb: 1\n", [("SRC009", 2, 1)]),
    "tab as separation": ("a: 1\nb:\t2\n", [("SRC009", 2, 3)]),
    "bidi control": ("a: é\u202ex\n", [("SRC011", 1, 5)]),
    "bidi isolate": ("a: x\u2066y\u2069\n", [("SRC011", 1, 5), ("SRC011", 1, 7)]),
    "zero-width space": ("a: 5\u200bmg\n", [("SRC012", 1, 5)]),
    "soft hyphen": ("a: 5\u00admg\n", [("SRC012", 1, 5)]),
    "byte order mark inside": ("a: 5\ufeffmg\n", [("SRC012", 1, 5)]),
    "line separator": ("a: x\u2028y\nb: 'z' y\n", [("SRC013", 1, 5), ("SRC001", 2, 8)]),
    "next line": ("a: x\u0085y\n", [("SRC013", 1, 5)]),
    "carriage return alone": ("a: 1\rb: 2\n", [("SRC013", 1, 5)]),
    "control character": ("a: x\u0007y\n", [("SRC014", 1, 5)]),
    "C1 control character": ("a: x\u0099y\n", [("SRC014", 1, 5)]),
    "delete": ("a: x\u007fy\n", [("SRC014", 1, 5)]),
    "bidi control as an escape": ('a: 1\nb: "x\\u202e"\n', [("SRC011", 2, 4)]),
    "deep": ("a: " + "[" * 32 + "]" * 32, [("SRC015", 1, 35)]),
    "list as a key": ("[a]: 1\nb: 2\n", [("SRC017", 1, 1)]),
    "empty key": ("a: 1\n'': 2\n", [("SRC017", 2, 1)]),
    "nothing": ("", [("SRC018", 0, 0)]),
    "only a comment": ("# later\n", [("SRC018", 0, 0)]),
    "list as root": ("- a\n- b\n", [("SRC019", 1, 1)]),
    "colon without a space": ("kind:summary\n", [("SRC019", 1, 1)]),
    "no value": ("a:\nb: 2\n", [("SRC020", 1, 3)]),
    "null": ("a: null\n", [("SRC020", 1, 4)]),
    "tilde in a list": ("a:\n  - ~\n", [("SRC020", 2, 5)]),
    "empty quotes": ("a: ''\n", [("SRC020", 1, 4)]),
    "braces meant as text": ("a: {dose:x}\n", [("SRC020", 1, 11)]),
    "comment cuts the value": ("dose: 5 mg #per kg\n", [("SRC021", 1, 12)]),
    "comment cuts an item": ("a: [5 mg #per kg\n ]\n", [("SRC021", 1, 10)]),
    "comment cuts all of the value": ("a: #1 choice\n", [("SRC020", 1, 3), ("SRC021", 1, 4)]),
    "comment like a part": ("dose: 5 mg # per kg\n", [("SRC022", 1, 12)]),
    "comment that begins with a number": ("dose: 5 # 10 mg in the trial\n", [("SRC022", 1, 9)]),
    "list swallowed": ("a: b\n  - c\n", [("SRC023", 2, 3)]),
    "key swallowed": ("a: b\n  maximum:5 mg\n", [("SRC023", 2, 3)]),
    "several at once": (
        "a: 1\na: 2\nb: &x 3\nc:\nd: !t 4\n",
        [("SRC002", 2, 1), ("SRC003", 3, 4), ("SRC020", 4, 3), ("SRC006", 5, 4)],
    ),
}


@pytest.mark.parametrize(("text", "expected"), REFUSED.values(), ids=REFUSED.keys())
def test_refuses_at_the_exact_place(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert sorted(found(read(text)), key=lambda item: item[1:]) == sorted(expected, key=lambda item: item[1:])


@pytest.mark.parametrize(("text", "expected"), REFUSED.values(), ids=REFUSED.keys())
def test_windows_line_ends_change_no_place(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert sorted(found(read(text.replace("\n", "\r\n")))) == sorted(expected)


BYTES = {
    "UTF-16": ("a: é".encode("utf-16"), 1, 1),
    "UTF-16 without a mark": ("a: b".encode("utf-16-le"), 1, 1),
    "UTF-32": ("a: b".encode("utf-32"), 1, 1),
    "Latin-1": ("a: 1\nb: caf\xe9\n".encode("latin-1"), 2, 7),
    "byte order mark": (b"\xef\xbb\xbfa: 1\n", 1, 1),
}


@pytest.mark.parametrize(("data", "line", "column"), BYTES.values(), ids=BYTES.keys())
def test_refuses_other_encodings(data: bytes, line: int, column: int) -> None:
    assert found(read_yaml(data, "x.yml")) == [("SRC010", line, column)]


def test_a_byte_order_mark_shifts_no_place_and_hides_nothing() -> None:
    document = read_yaml(b"\xef\xbb\xbfa: 1\nb: 2\n", "x.yml")
    assert document.root == {"a": "1", "b": "2"}
    assert document.place(("b",)).column == 4


AS_WRITTEN = ["010", "1:10", "NO", "1e3", "0.10", "0x1F", "2024-05-01", "true", "+1", "a#b", "5 %", ".inf", "=",
              "1_000", "µg/m²", "-5", "a:b", "p<0.05", "x 'y' \"z\"", "50%", "1,5", "no #", "٣"]  # fmt: skip


@pytest.mark.parametrize("value", [value for value in AS_WRITTEN if " #" not in value])
def test_plain_values_stay_as_written(value: str) -> None:
    document = read(f"a: {value}\nb:\n  - {value}\n")
    assert document.root == {"a": value, "b": [value]}
    assert document.findings == ()


@pytest.mark.parametrize("key", ["on", "no", "010", "null", "1.5", "~"])
def test_keys_stay_as_written(key: str) -> None:
    assert read(f"{key}: x\n").root == {key: "x"}


@pytest.mark.parametrize(
    "text",
    [
        "a: 5 mg  # checked by the pharmacist\n",
        "a: 5 mg #\n",
        "a: '5 mg #per kg'\n",
        "a: '5 mg' #per kg\n",
        "# per kg\na: 5 mg\n",
        "#per kg\na: 5 mg\n",
        "a:  # 2 doses\n  b: 1\n",
        "a: |\n  5 mg #per kg\n",
        "---\na: 1\n...\n# end\n",
        "a: two lines of\n  one text\n",
    ],
)
def test_honest_comments_and_layouts_are_left_alone(text: str) -> None:
    assert read(text).findings == ()


def test_the_first_of_two_keys_is_kept_and_reading_goes_on() -> None:
    document = read("a: 1\na: {b: 2}\nc: 3\n")
    assert document.root == {"a": "1", "c": "3"}
    assert document.place(("a",)).line == 1
    assert "line 1" in document.findings[0].message


def test_what_is_merged_or_has_no_plain_key_is_left_out() -> None:
    assert read("<<: {x: 1}\n{y: 1}: z\n? [a]\n: b\nc: 3\n").root == {"c": "3"}


def test_tabs_in_the_indentation_leave_nothing_to_rely_on() -> None:
    assert read("a: 1\n\tb: 2\n").root is None
    assert read("a:\t1\n").root == {"a": "1"}


def test_a_comment_like_a_value_is_only_a_warning() -> None:
    assert read("a: 5 mg # per kg\n").findings[0].severity is Severity.WARNING
    assert read("a: 5 mg #per kg\n").findings[0].severity is Severity.ERROR


def test_findings_name_where_in_the_entry_they_are() -> None:
    finding = read("doses:\n  - maximum:\n").findings[0]
    assert finding.pointer == ("doses", 0, "maximum")
    assert "`doses[0].maximum`" in finding.message


PLACES = "kind: summary\ndoses:\n  ivig: {amount: 2 g/kg, é: x}\nlist:\n  - one\n  - |\n    two\n"


@pytest.mark.parametrize(
    ("pointer", "key", "line", "column"),
    [
        ((), False, 1, 1),
        (("kind",), False, 1, 7),
        (("kind",), True, 1, 1),
        (("doses",), True, 2, 1),
        (("doses", "ivig"), False, 3, 9),
        (("doses", "ivig"), True, 3, 3),
        (("doses", "ivig", "amount"), False, 3, 18),
        (("doses", "ivig", "é"), True, 3, 26),
        (("doses", "ivig", "é"), False, 3, 29),
        (("list", 0), False, 5, 5),
        (("list", 1), False, 6, 5),
        (("list", 1), True, 6, 5),
        (("doses", "ivig", "maximum"), False, 3, 9),
        (("doses", "ivig", "maximum", "per_day"), True, 3, 3),
        (("list", 7), False, 5, 3),
        (("nothing",), False, 1, 1),
        (("kind", "x", 3), False, 1, 7),
    ],
)
def test_every_value_and_key_has_its_place(
    pointer: tuple[str | int, ...], key: bool, line: int, column: int
) -> None:
    place = read(PLACES).place(pointer, key=key)
    assert (place.file, place.line, place.column) == ("content/x.yml", line, column)


def test_an_unreadable_file_has_the_file_as_place() -> None:
    assert str(read("a: [").place(("a",))) == "content/x.yml"


def test_a_file_of_a_mebibyte_is_read_and_no_larger_one() -> None:
    line = b"a: " + b"x" * 96 + b"\n"
    fits = b"#" * (MEBIBYTE - len(line) - 1) + b"\n" + line
    assert read_yaml(fits, "x.yml").root is not None
    assert found(read_yaml(b"#" + fits, "x.yml")) == [("SRC016", 0, 0)]


def hostile(piece: str, before: str = "", after: str = "") -> bytes:
    count = (MEBIBYTE - len(before) - len(after)) // len(piece.encode())
    return (before + piece * count + after).encode()


HOSTILE = {
    "nested lists": hostile("["),
    "nested mappings": hostile("{a: "),
    "nested dashes": hostile("- "),
    "nested questions": hostile("? "),
    "flow mapping": hostile("a, ", "a: {", "}"),
    "duplicate keys": hostile("a: 1\n"),
    "aliases": hostile("*x, ", "a: &x 1\nb: [", "]"),
    "tags": hostile("!x y, ", "a: [", "]"),
    "directives": "".join(f"%TAG !a{number}! b\n" for number in range(55_000)).encode(),
    "late directives": b"a: 1\n...\n" + hostile("%TAG !a! b\n")[:-9],
    "documents": hostile("---\n"),
    "list": hostile("a,", "a: [", "]"),
    "keys": "".join(f"k{number}: v\n" for number in range(90_000)).encode(),
    "blanks": hostile(" ", "a: 1", "#b"),
    "blank lines": hostile("  \n"),
    "comments": hostile("b #c\n,", "a: [", "]"),
    "tabs": hostile("\t\n"),
    "zero-width": hostile("\u200b"),
    "escapes": hostile('"\\u202e", ', "a: [", "]"),
    "colons": hostile(":"),
    "quotes": hostile("'", "a: '"),
    "bytes": b"\xff" * MEBIBYTE,
    "zeros": b"\0" * MEBIBYTE,
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_files_are_done_with_in_two_seconds(data: bytes) -> None:
    start = time.process_time()
    document = read_yaml(data, "x.yml")
    assert time.process_time() - start < 2
    assert len(document.findings) < 200


def test_of_many_equal_findings_some_are_shown_and_the_rest_counted() -> None:
    document = read("a: 1\n" * 500)
    assert len(document.findings) == 21
    assert document.findings[-1].message.startswith("479 more")


def inside(document: Document, text: str) -> bool:
    lines = text.removeprefix("\ufeff").split("\n")
    return all(
        finding.place.line == 0
        or (
            finding.place.line <= len(lines)
            and 1 <= finding.place.column <= len(lines[finding.place.line - 1]) + 1
        )
        for finding in document.findings
    )


YAMLISH = st.lists(
    st.sampled_from(
        ["a", "b", ": ", ":", "- ", "\n", "\n  ", "\n\n", " ", "#", " #x", "[", "]", "{", "}", ", ", "'", '"', "|", ">",
         "&x ", "*x", "!t ", "%", "@", "`", "?", "? ", "---", "...", "\t", "\r\n", "\r", "\u2028", "\u202e", "\ufeff",
         "é", "𝒳", "~", "null", "<<: ", "\\", "\\u200b", "\0", "1"]
    ),
    max_size=40,
).map("".join)  # fmt: skip


@settings(deadline=None, max_examples=400)
@given(YAMLISH)
@example("a: x\n\u2028 b: c")
@example("? a")
def test_no_text_raises_and_every_finding_lies_in_the_file(text: str) -> None:
    document = read(text)
    assert document.root is not None or document.findings
    assert inside(document, text)


@settings(deadline=None, max_examples=200)
@given(st.binary(max_size=200))
def test_no_bytes_raise(data: bytes) -> None:
    document = read_yaml(data, "x.yml")
    assert document.root is not None or document.findings
    try:
        assert inside(document, data.decode())
    except UnicodeDecodeError:
        assert document.root is None


TEXTS = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), min_size=1).filter(
    lambda text: bool(text.strip()) and not read(f"a: {_quoted(text)}\n").findings
)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


@settings(deadline=None)
@given(st.dictionaries(st.from_regex(r"[a-z][a-z0-9-]{0,9}", fullmatch=True), TEXTS, min_size=1))
def test_quoted_texts_come_back_as_written(values: dict[str, str]) -> None:
    text = "".join(f"{key}: {_quoted(value)}\n" for key, value in values.items())
    document = read(text)
    assert document.root == values
    for line, key in enumerate(values, start=1):
        assert document.place((key,), key=True).line == line


def test_consumers_can_walk_the_deepest_tree() -> None:
    def depth(tree: Tree) -> int:
        children = tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ()
        return 1 + max(map(depth, children), default=0)

    document = read("a: " + "[" * 31 + "x" + "]" * 31)
    assert document.root is not None
    assert depth(document.root) == 33
