"""Entries of the documents cited: each has a place of its own, to which its citations lead."""

from __future__ import annotations

import datetime as dt
from collections import Counter

from documents.samples import HOME, paper
from newsportal.model import Agency, Article
from newsportal.render import Body
from newsportal.render.citing import cited_in as found_in
from newsportal.views.cited import CitationsOfView, cited_pages
from newsportal.views.citing import cited_list
from newsportal.views.site import Site
from values import article, site

DAY = "ngày 6/5/2024"
ALIKE = (
    f"Quyết định số 124/QĐ-UBND {DAY}",
    f"Quyết định số 124/QĐ-UBND {DAY} của UBND TP.HCM",
    f"Quyết định số 124/QĐ-UBND {DAY} của UBND tỉnh Bắc Kạn",
    f"Quyết định số 124/QĐ-UBND {DAY} của UBND Gia Lai",
    f"Quyết định số 124-QĐ/UBND {DAY}",
    f"Quyết định số 124/2024/QĐ-UBND {DAY}",
    f"Quyết định số 12-QĐ/TU {DAY} của Tỉnh ủy",
    f"Quyết định số 12-QĐ/TU {DAY} của Ban Thường vụ Tỉnh ủy Gia Lai",
    f"Quyết định số 12/QĐ-XĐN {DAY}",
    f"Quyết định số 12/QĐ-XDN {DAY}",
)
NEWS = article("tin", date=dt.date(2026, 10, 1))


def _site(texts: tuple[str, ...], *items: Article) -> Site:
    html = "".join(f"<p>Theo {text}.</p>" for text in texts)
    empty = {"vi": "", "en": ""}
    agency = Agency({"vi": HOME, "en": "Department"}, empty, empty, empty)
    return site((NEWS, *items), bodies={NEWS.path: Body(html=html, citations=found_in(html))}, agency=agency)


def _entries(made: Site) -> dict[str, list[str]]:
    """The fragments on each page."""
    contents = {plan.address: plan.content() for plan in cited_pages(made)}
    return {
        address: [entry.document.id for entry in content.entries]
        for address, content in contents.items()
        if isinstance(content, CitationsOfView)
    }


def _addresses(made: Site) -> list[str]:
    return [each.address for each in cited_list(made, NEWS, made.settings.primary).documents]


def test_near_twins_have_places_of_their_own() -> None:
    made = _site(ALIKE)
    (entries,) = _entries(made).values()
    assert len(_addresses(made)) == len(ALIKE)
    assert max(Counter(entries).values()) == 1
    assert {address.partition("#")[2] for address in _addresses(made)} == set(entries)


def test_a_place_does_not_depend_on_the_others() -> None:
    alone = [_addresses(_site((text,))) for text in ALIKE]
    assert [address for found in alone for address in found] == _addresses(_site(ALIKE))


def test_one_number_of_two_issuers_and_of_nobody_for_sure() -> None:
    issued = dt.date(2024, 5, 6)
    made = _site(
        (
            f"Quyết định số 124/QĐ-UBND {DAY} của UBND tỉnh An Lĩnh",
            f"Quyết định số 124/QĐ-UBND {DAY} của UBND thành phố Trung Lĩnh",
            f"Quyết định số 124/QĐ-UBND {DAY}",
        ),
        paper("tinh", "124/QĐ-UBND", issued),
        paper("thanh-pho", "124/QĐ-UBND", issued, "Ủy ban nhân dân thành phố Trung Lĩnh"),
    )
    (entries,) = _entries(made).values()
    assert len(set(entries)) == 3
    *_, unsure = cited_list(made, NEWS, made.settings.primary).documents
    assert unsure.address.partition("#")[2] in entries
    assert unsure.note == "Chưa rõ cơ quan ban hành; có thể là"
    assert len(unsure.candidates) == 2


def test_one_document_written_in_two_ways_has_one_place() -> None:
    made = _site((f"Quyết định số 05/QĐ-UBND {DAY}", f"Quyết định số 5/QĐ-UBND {DAY}"))
    (entries,) = _entries(made).values()
    assert [address.partition("#")[2] for address in _addresses(made)] == entries
