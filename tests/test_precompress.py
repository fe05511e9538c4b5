"""Compressed copies: of every text file, made only when asked for, the same on every machine."""

from __future__ import annotations

import gzip
import os
import threading
from collections.abc import Callable

import brotli
import pytest

from newsportal.outputs import Output, mark_of, output
from newsportal.precompress import FORMATS, compressed_twins, fetched

PAGE = "<p>Sở Khoa học và Công nghệ</p>\n".encode() * 40
TEXTS = ("index.html", "feed.xml", "feed.json", "a.css", "a.js", "logo.svg", "robots.txt", "HOA.HTML")
OTHERS = ("photo.jpg", "photo.webp", "paper.pdf", "data.zip", "noending", ".newsportal-site", "a.html/photo.png")


def never() -> bytes:
    raise AssertionError("nobody asked for these bytes")


def decompressed(path: str, content: bytes) -> bytes:
    return gzip.decompress(content) if path.endswith(".gz") else bytes(brotli.decompress(content))


def test_every_text_file_has_its_copies() -> None:
    twins = compressed_twins(dict.fromkeys((*TEXTS, *OTHERS), Output(b"mark", never)), FORMATS)
    assert set(twins) == {path + ending for path in TEXTS for ending in (".gz", ".br")}


@pytest.mark.parametrize("content", [b"", b"x", PAGE, os.urandom(300), PAGE * 100], ids=len)
def test_copies_hold_the_original(content: bytes) -> None:
    twins = compressed_twins({"a.html": output(content)}, FORMATS)
    assert {path: decompressed(path, twin.read()) for path, twin in twins.items()} == dict.fromkeys(twins, content)


def test_formats_are_chosen() -> None:
    files = {"a.html": output(PAGE)}
    assert set(compressed_twins(files, ["gzip"])) == {"a.html.gz"}
    assert set(compressed_twins(files, ["brotli"])) == {"a.html.br"}
    assert compressed_twins(files, []) == {}


def test_a_file_that_has_the_name_stays() -> None:
    files = {"a.csv": output(PAGE), "a.csv.gz": output(b"an attachment")}
    assert set(compressed_twins(files, FORMATS)) == {"a.csv.br"}


def test_gzip_names_neither_file_nor_time_nor_system() -> None:
    content = compressed_twins({"a.html": output(PAGE)}, ["gzip"])["a.html.gz"].read()
    assert content[:10] == b"\x1f\x8b\x08\0\0\0\0\0\x02\xff"
    assert len(content) < len(PAGE) / 5


def test_marks_follow_the_original_and_the_format() -> None:
    def marks(content: bytes) -> list[bytes]:
        return [twin.mark for twin in compressed_twins({"a.html": output(content)}, FORMATS).values()]

    assert marks(PAGE) == marks(PAGE)
    assert len({*marks(PAGE), *marks(b"other"), mark_of(PAGE)}) == 5


def test_originals_are_read_on_the_thread_that_asks() -> None:
    """What fetches them may not be made for several threads."""
    readers: set[int] = set()

    def reading(content: bytes) -> Callable[[], bytes]:
        def read() -> bytes:
            readers.add(threading.get_ident())
            return content

        return read

    files = {f"{number}.html": Output(b"%d" % number, reading(PAGE + b"%d" % number)) for number in range(50)}
    files |= compressed_twins(files, FORMATS)
    found = dict(fetched(files.items()))
    assert list(found) == list(files)
    assert {path: decompressed(path, found[path]) for path in found if not path.endswith("html")} == {
        path: found[path[:-3]] for path in found if not path.endswith("html")
    }
    assert readers == {threading.get_ident()}


def test_a_source_that_is_gone_is_an_error_of_the_system() -> None:
    def gone() -> bytes:
        raise FileNotFoundError("gone")

    files = {"a.html": Output(b"1", gone)}
    with pytest.raises(FileNotFoundError):
        list(fetched(compressed_twins(files, FORMATS).items()))
