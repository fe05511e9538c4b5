"""The closed list of issuers, and how written codes are compared with it."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest

from newsportal.citations import ISSUERS, Reach, issuer_name
from newsportal.citations.signs import read_issuer

BEFORE, AFTER = dt.date(2024, 12, 31), dt.date(2025, 3, 1)


@pytest.mark.parametrize(
    ("code", "day", "vi", "en"),
    [
        ("UBND", None, "Ủy ban nhân dân", "People's Committee"),
        ("BKHCN", AFTER, "Bộ Khoa học và Công nghệ", "Ministry of Science and Technology"),
        ("TĐC", BEFORE, "Tổng cục Tiêu chuẩn Đo lường Chất lượng", "Directorate for Standards, Metrology and Quality"),
        (
            "TĐC",
            AFTER,
            "Ủy ban Tiêu chuẩn Đo lường Chất lượng Quốc gia",
            "National Commission for Standards, Metrology and Quality",
        ),
        ("BTTTT", AFTER, "Bộ Thông tin và Truyền thông", "Ministry of Information and Communications"),
        ("BNNMT", BEFORE, "Bộ Nông nghiệp và Môi trường", "Ministry of Agriculture and Environment"),
        (
            "BKHCN-BTC",
            None,
            "Bộ Khoa học và Công nghệ, Bộ Tài chính",
            "Ministry of Science and Technology, Ministry of Finance",
        ),
        ("XYZ", None, "XYZ", "XYZ"),
    ],
)
def test_issuers_have_the_names_of_their_day(code: str, day: dt.date | None, vi: str, en: str) -> None:
    assert (issuer_name(code, day, "vi"), issuer_name(code, day, "en")) == (vi, en)


def test_the_reform_ended_ministries_and_began_others() -> None:
    ends = {code for code, issuer in ISSUERS.items() if issuer.names[-1].until == AFTER}
    begins = {code for code, issuer in ISSUERS.items() if issuer.names[-1].since == AFTER}
    assert {"BTTTT", "BTNMT", "BNNPTNT", "BKHĐT", "BGTVT", "BLĐTBXH", "STTTT", "SNNPTNT", "STNMT"} <= ends
    assert {"BNNMT", "BDTTG", "SNNMT"} <= begins


@pytest.mark.parametrize(
    ("code", "reach"),
    [
        ("CP", Reach.NATIONAL),
        ("TTg", Reach.NATIONAL),
        ("BKHCN", Reach.NATIONAL),
        ("UBND", Reach.LOCAL),
        ("SKHCN", Reach.LOCAL),
        ("TW", Reach.PARTY),
        ("BTCTW", Reach.PARTY),
        ("QH", Reach.ASSEMBLY),
    ],
)
def test_codes_tell_how_many_bodies_they_are(code: str, reach: Reach) -> None:
    assert ISSUERS[code].reach is reach


def test_names_follow_each_other_in_time() -> None:
    for issuer in ISSUERS.values():
        for earlier, later in pairwise(issuer.names):
            assert earlier.until is not None
            assert later.since == earlier.until
        assert all(name.vi and name.en for name in issuer.names)


def test_no_spelling_is_that_of_two() -> None:
    spellings = [form for issuer in ISSUERS.values() for form in (issuer.code, *issuer.spellings)]
    assert len(spellings) == len(set(spellings))
    assert all(len(form) > 1 for form in spellings)


@pytest.mark.parametrize("code", ISSUERS)
def test_every_code_reads_as_itself(code: str) -> None:
    assert read_issuer(code) == (code, ())
    assert read_issuer(code.upper())[1] == ()


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("BKH&CN", "BKHCN"),
        ("BNN&PTNT", "BNNPTNT"),
        ("SKH&CN", "SKHCN"),
        ("TƯ", "TW"),
        ("ubnd", "UBND"),
        ("TTG", "TTg"),
        ("ÐU", "ĐU"),
    ],
)
def test_other_spellings_are_no_mistakes(written: str, read: str) -> None:
    assert read_issuer(written) == (read, ())


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("HDND", "HĐND"),
        ("SKHHCN", "SKHCN"),
        ("SKCHN", "SKHCN"),
        ("BKHCHN", "BKHCN"),
        ("UBNDD", "UBND"),
        ("UNBD", "UBND"),
        ("SNNPTN", "SNNPTNT"),
    ],
)
def test_one_letter_apart_is_mended_with_a_doubt(written: str, read: str) -> None:
    code, doubts = read_issuer(written)
    assert (code, [(doubt.written, doubt.meant) for doubt in doubts]) == (read, [(written, read)])


@pytest.mark.parametrize("written", ["XYZ", "CPP", "BXY", "ABCDEF", "UBNNDD", "SXKHCNN", "UBDN", "QH99X"])
def test_strangers_stay_as_they_are(written: str) -> None:
    assert read_issuer(written) == (written, ())
