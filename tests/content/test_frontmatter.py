"""Where front matter ends, and on which line of the file each key stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsportal.content.frontmatter import Header, Unquoted, parse, parse_list, plain
from newsportal.content.source import decode
from newsportal.content.validate import line_of

TEXT = """\
---
title: Một
# ghi chú

cover:
  src: a.png

  alt: "Tả
    ảnh"
tags:
  - một

  - hai
attachments:
  - file: a.pdf
    title: A
  - {file: b.pdf,
     title: B}
document: {number: 1/QĐ, signer: {name: Hà}}
summary: |
  Dòng một

  dòng hai
author: Lê Hà
---


Nội dung.
"""

LINES = {
    "title": 2,
    "cover": 5,
    "cover.src": 6,
    "cover.alt": 8,
    "tags": 10,
    "tags[0]": 11,
    "tags[1]": 13,
    "attachments": 14,
    "attachments[0]": 15,
    "attachments[0].file": 15,
    "attachments[0].title": 16,
    "attachments[1]": 17,
    "attachments[1].file": 17,
    "attachments[1].title": 18,
    "document": 19,
    "document.number": 19,
    "document.signer": 19,
    "document.signer.name": 19,
    "summary": 20,
    "author": 24,
}


def _read(data: bytes) -> Header:
    text = decode(data, "a.md")
    assert isinstance(text, str)
    header = parse(text, "a.md")
    assert isinstance(header, Header)
    return header


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        b"\xef\xbb\xbf" + TEXT.encode(),
        TEXT.replace("\n", "\r\n").encode(),
        b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
    ],
    ids=["lf", "bom", "crlf", "bom-crlf", "cr"],
)
def test_lines_whatever_the_line_ends(data: bytes) -> None:
    header = _read(data)
    assert {key: line for key, line in header.lines.items() if key} == LINES
    assert header.body_line == 28
    assert header.body == "Nội dung.\n"


@pytest.mark.parametrize(("above", "line"), [("", 2), ("\n", 3), ("\n\n\n", 5)])
def test_blank_lines_after_the_fence_count(above: str, line: int) -> None:
    assert _read(f"---\n{above}title: A\n---\nx\n".encode()).lines["title"] == line


@pytest.mark.parametrize(("between", "line"), [("", 4), ("\n", 5), ("\n \n\t\n", 7)])
def test_the_body_begins_where_its_text_does(between: str, line: int) -> None:
    header = _read(f"---\ntitle: A\n---\n{between}x\n".encode())
    assert (header.body, header.body_line) == ("x\n", line)


def test_a_code_block_may_begin_the_body() -> None:
    assert _read(b"---\ntitle: A\n---\n\n    x\n").body == "    x\n"


@pytest.mark.parametrize(
    ("name", "line"),
    [("cover.alt", 8), ("cover.credit", 5), ("attachments[1].file", 17), ("attachments[7]", 14), ("slug", 1), ("", 1)],
)
def test_a_field_without_a_line_takes_that_around_it(name: str, line: int) -> None:
    assert line_of(name, LINES) == line


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("012", 12),
        ("1_000", 1000),
        ("1.10", 1.1),
        ("yes", True),
        ("Off", False),
        ("true", True),
        ("-5", -5),
        ("0x1F", None),
        ("12:30", None),
        (".inf", None),
    ],
)
def test_numbers_and_truth_keep_what_was_typed(typed: str, value: float | None) -> None:
    found = _read(f"---\na: {typed}\n---\nx".encode()).data["a"]
    assert isinstance(found, Unquoted)
    assert found.text == typed
    assert found.value == value if value is not None else found.value != found.value


def test_plain_values_are_those_of_other_programs() -> None:
    data = _read(b"---\na: {b: [no, 2, x, null]}\n---\nx").data
    assert plain(data) == {"a": {"b": [False, 2, "x", None]}}


def test_the_first_of_two_equal_keys_counts() -> None:
    header = _read(b"---\na: 1st\nb: x\na: 2nd\nb: {c: 1}\n---\nx")
    assert header.data == {"a": "1st", "b": "x"}
    assert [(problem.line, problem.field) for problem in header.problems] == [(4, "a"), (5, "b")]


def test_a_vocabulary_knows_its_lines() -> None:
    data, lines, problems = parse_list("# tags\n- id: a\n  title:\n    vi: A\n\n- id: b\n", "tags.yml")
    assert data == [{"id": "a", "title": {"vi": "A"}}, {"id": "b"}]
    assert (lines["[0].id"], lines["[0].title.vi"], lines["[1].id"]) == (2, 4, 6)
    assert problems == ()


@given(st.text("abc: -[]{}&*!|>'\"%@`#?,\n\té~0.1", max_size=200))
def test_no_header_raises(text: str) -> None:
    source = f"---\n{text}\n---\nx\n"
    found = parse(source, "a.md")
    problems = found.problems if isinstance(found, Header) else found
    assert all(1 <= problem.line <= source.count("\n") + 1 for problem in problems)
