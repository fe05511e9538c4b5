"""Whatever is in a file, nothing is raised, and every problem is told within the file and in words."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newsportal.checking import check
from newsportal.languages.problems import PROBLEM_LANGUAGES, describe
from newsportal.mkdocs_plugins.host import load_workplace
from newsportal.render import line_with
from render.rendering import post, render, renderer
from sites import TinyPortal

_MARKS = (
    "[ ]( ) ![ ] * ** _ ` ``` ~~~ # ## | |---| --- < > </ <!-- --> &amp; &#x3a; {: } [^1] [^1]: *[x]: : \\ = === "
    "<script> <b <table> <div> onclick= javascript: http://[ //[ data: a.md / .. media/ \ufeff x đ) a) 1. 👩 [TOC]"
)
_SPACES = ("- ", "+ ", "1. ", "a) ", "đ) ", "> ", "    ", "  ", "\t", "\n", "\n\n", "\0", "\u2028", "\u0301")
BODIES = st.lists(st.sampled_from([*_MARKS.split(), *_SPACES]), max_size=40).map("".join) | st.text(max_size=300)

_KEYS = (
    "title date summary author tags cover attachments updated corrections featured source slug id aliases draft "
    "publish_at expire_at document cover.alt titel"
)
_VALUES = (
    *("", "null", "yes", "012", "12:30", "1.10", ".nan", "2026-03-16", "2026-03-16 08:30", "16/3/2026", "[a, 1]", "["),
    *("{", "{a: b}", "{src: 'http://[', alt: a}", "[{file: x}]", "{name: a, url: 'http://['}", "&a b", "*a", "!!int x"),
    *("!!set {a}", "|", ">", "'", "%", "[[[[]]]]", "{a: {b: {c: 1}}}", "[null]", "[yes, no]", "[/a, /%00, '/%2e%2e/']"),
    *("nong-nghiep", "[nong-nghiep, nong-nghiep]"),
)
_LINES = st.tuples(st.sampled_from(_KEYS.split()), st.sampled_from(_VALUES) | st.text(max_size=30))
HEADERS = st.lists(_LINES.map(": ".join), max_size=8).map("\n".join)


class Bench:
    """One tiny portal for many inputs: each is taken away before the next."""

    def __init__(self, folder: Path) -> None:
        self.portal = TinyPortal.create(folder)
        self.place = load_workplace(self.portal.config, self.portal.content)

    def read(self, path: str) -> bytes | None:
        """What the file holds; None where there is none."""
        place = self.portal.content / path
        return place.read_bytes() if place.is_file() else None

    def tell(self, path: str, data: bytes) -> None:
        """All problems of the portal with this file in it; each must be within the file and have words."""
        before = self.read(path)
        written = self.portal.write(path, data)
        try:
            problems = check(self.place.content, self.place.settings, (), self.place.cache)
        finally:
            written.unlink() if before is None else written.write_bytes(before)
        lines = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
        for problem in problems:
            assert problem.path == f"content/{path}"
            assert 1 <= problem.line <= lines
            texts = {describe(problem, language) for language in PROBLEM_LANGUAGES}
            assert len(texts) == len(PROBLEM_LANGUAGES)
            assert all(len(text.splitlines()) == 1 and text.encode() for text in texts)


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    return Bench(tmp_path_factory.mktemp("bench"))


@given(header=HEADERS, path=st.sampled_from(["vi/tin-tuc/a.md", "en/van-ban/a.md", "vi/a.md"]))
@example(header="title: T\ndate: 2026-03-16\ncover: {src: '//[x', alt: a}", path="vi/tin-tuc/a.md")
@settings(deadline=None)
def test_any_header(bench: Bench, header: str, path: str) -> None:
    bench.tell(path, f"---\n{header}\n---\n\nNội dung.\n".encode("utf-8", "replace"))


@given(body=BODIES)
@settings(deadline=None)
def test_any_text(bench: Bench, body: str) -> None:
    bench.tell("vi/tin-tuc/a.md", f"---\ntitle: T\ndate: 2026-03-16\n---\n{body}".encode("utf-8", "replace"))


@given(data=st.binary(max_size=200))
@example(data=b"---\r\r\n---")
@settings(deadline=None)
def test_any_bytes(bench: Bench, data: bytes) -> None:
    bench.tell("vi/tin-tuc/a.md", data)
    bench.tell("_data/tags.yml", data)


@given(st.lists(BODIES, max_size=3))
@settings(deadline=None)
def test_posts_do_not_see_each_other(bodies: list[str]) -> None:
    shared = renderer()
    for body in bodies:
        assert shared.render(post(body)) == render(body)


@given(BODIES)
@example("*[**<table><table>*<script>")
@settings(deadline=None)
def test_what_is_rendered_is_told_of_within_the_text(body: str) -> None:
    rendered = render(body, line=7)
    assert all(7 <= problem.line <= 7 + body.count("\n") for problem in rendered.problems)
    assert "body.failed" not in {problem.code for problem in rendered.problems}


@given(st.lists(st.text(max_size=5), max_size=3), st.text(max_size=50), st.integers(1, 100))
def test_a_line_is_within_its_text(needles: list[str], text: str, first: int) -> None:
    assert first <= line_with(needles, text, first) <= first + text.count("\n")
