"""What changes the key of a page, and what does not."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import pytest

from integration.samples import picture
from newsportal.portal import Portal
from newsportal.views import common_marks, page_key, redirect_plan, redirects
from sites import SECTIONS, TAGS, TinyPortal
from values import assembled

ONE, TWO, THREE = (f"/tin-tuc/2026/{name}/" for name in ("mot", "hai", "ba"))
PAPER, ENGLISH, PAGE = "/van-ban/2026/so-1/", "/en/news/2026/mot/", "/gioi-thieu/"
ITEMS = {ONE, TWO, THREE, PAPER, ENGLISH, PAGE}
COVER = {"src": "anh.png", "alt": "Ảnh"}


@pytest.fixture
def portal(tiny: TinyPortal) -> TinyPortal:
    """Three news items in a row, of which the first two share a topic; a document, a translation, a page, a photo."""
    tiny.write("media/anh.png", picture())
    tiny.write("media/tep.pdf", b"%PDF-1.4\n%%EOF\n")
    item(tiny, "mot", tags=["nong-nghiep"])
    item(tiny, "hai", day=2, tags=["nong-nghiep"])
    item(tiny, "ba", day=3)
    tiny.item("vi/van-ban/so-1.md", title="Nghỉ lễ", date="2026-01-01", document={"number": "01/QĐ"})
    tiny.write("en/tin-tuc/mot.md", "---\ntitle: One\nsummary: First.\n---\n\nText.\n")
    tiny.write("vi/gioi-thieu.md", "---\ntitle: Giới thiệu\n---\n\nLời.\n")
    return tiny


def item(tiny: TinyPortal, name: str, body: str = "Nội dung.", day: int = 1, **fields: object) -> None:
    header = {"title": name.capitalize(), "summary": f"Tóm tắt {name}.", "date": f"2026-01-0{day}", **fields}
    tiny.item(f"vi/tin-tuc/{name}.md", body, **header)


def keys(portal: Portal) -> dict[str, bytes]:
    common = common_marks(portal.site)
    return {plan.address: page_key(portal.site, plan, common[plan.language.code]) for plan in portal.plans}


def changed(tiny: TinyPortal, edit: Callable[[TinyPortal], object]) -> tuple[set[str], bool]:
    """The addresses of pages with a new key, and whether the faces have changed."""
    before = assembled(tiny)
    edit(tiny)
    after = assembled(tiny)
    assert after.errors == ()
    old, new = keys(before), keys(after)
    return {address for address in old | new if old.get(address) != new.get(address)}, before.faces != after.faces


def test_nothing_changes_by_itself(portal: TinyPortal) -> None:
    assert changed(portal, lambda tiny: None) == (set(), False)


TEXTS: dict[str, tuple[Callable[[TinyPortal], object], set[str]]] = {
    "text": (lambda tiny: item(tiny, "ba", "Khác.", day=3), {THREE}),
    "a line further down": (lambda tiny: item(tiny, "ba", "\n\nNội dung.", day=3), set()),
    "text of a page": (
        lambda tiny: tiny.write("vi/gioi-thieu.md", "---\ntitle: Giới thiệu\n---\n\nKhác.\n"), {PAGE}
    ),
    "translated text": (
        lambda tiny: tiny.write("en/tin-tuc/mot.md", "---\ntitle: One\nsummary: First.\n---\n\nMore.\n"), {ENGLISH}
    ),
    "photo in the text": (lambda tiny: item(tiny, "ba", "![Ảnh](/media/anh.png)", day=3), {THREE}),
}  # fmt: skip


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_changes_its_own_page_alone(portal: TinyPortal, text: str) -> None:
    edit, pages = TEXTS[text]
    assert changed(portal, edit) == (pages, False)


FACES: dict[str, tuple[Callable[[TinyPortal], object], set[str], set[str]]] = {
    "title": (lambda tiny: item(tiny, "hai", day=2, title="Hai mới", tags=["nong-nghiep"]),
              {ONE, TWO, THREE, "/", "/tin-tuc/", "/chu-de/nong-nghiep/"}, {PAPER, PAGE, ENGLISH, "/en/"}),
    "summary": (lambda tiny: item(tiny, "hai", day=2, summary="Khác.", tags=["nong-nghiep"]),
                {ONE, TWO, "/"}, {THREE, PAPER, ENGLISH}),
    "topic": (lambda tiny: item(tiny, "ba", day=3, tags=["nong-nghiep"]),
              {ONE, TWO, THREE, "/", "/chu-de/nong-nghiep/"}, {PAPER, ENGLISH, PAGE, "/tin-tuc/"}),
    "newest gone": (lambda tiny: tiny.remove("vi/tin-tuc/ba.md"), {TWO, THREE, "/"}, {PAPER, ENGLISH, PAGE}),
    "translation": (lambda tiny: tiny.write("en/tin-tuc/ba.md", "---\ntitle: Three\n---\n\nText.\n"),
                    {THREE, ENGLISH, "/en/"}, {ONE, TWO, PAPER, PAGE, "/"}),
    "page renamed": (lambda tiny: tiny.write("vi/gioi-thieu.md", "---\ntitle: Về Sở\n---\n\nLời.\n"),
                     {ONE, TWO, THREE, PAPER, PAGE, ENGLISH, "/", "/en/"}, set()),
    "cover": (lambda tiny: item(tiny, "ba", day=3, cover=COVER), {THREE, "/", "/tin-tuc/"}, {ONE, TWO, PAPER}),
}  # fmt: skip


@pytest.mark.parametrize("face", FACES)
def test_what_lists_show_changes_them(portal: TinyPortal, face: str) -> None:
    edit, pages, others = FACES[face]
    found, faces = changed(portal, edit)
    assert found >= pages
    assert not found & others
    assert faces or (face == "page renamed" and found)


def test_a_first_paragraph_that_stands_for_a_summary_is_part_of_the_face(portal: TinyPortal) -> None:
    item(portal, "ba", "Đầu.\n\nSau.", day=3, summary=None)
    assert changed(portal, lambda tiny: item(tiny, "ba", "Đầu.\n\nKhác.", day=3, summary=None)) == ({THREE}, False)
    found, faces = changed(portal, lambda tiny: item(tiny, "ba", "Khác.\n\nSau.", day=3, summary=None))
    assert faces
    assert found >= {THREE, "/", "/tin-tuc/"}


def test_renamed_topics_change_pages_that_name_them(portal: TinyPortal) -> None:
    found, faces = changed(portal, lambda tiny: tiny.write("_data/tags.yml", TAGS.replace("Nông nghiệp", "Nhà nông")))
    assert faces
    assert found >= {ONE, TWO, "/", "/chu-de/nong-nghiep/"}
    assert not found & {THREE, PAPER, PAGE, "/tin-tuc/"}


def test_renamed_sections_change_the_menu_of_every_page(portal: TinyPortal) -> None:
    found, faces = changed(portal, lambda tiny: tiny.write("_data/sections.yml", SECTIONS.replace("Tin tức", "Tin")))
    assert faces
    assert found >= ITEMS | {"/", "/en/"}


def test_pages_that_send_readers_on_name_where_to(portal: TinyPortal) -> None:
    def key() -> bytes:
        site = assembled(portal).site
        [redirect] = redirects(site)
        return page_key(site, redirect_plan(redirect), common_marks(site)["vi"])

    item(portal, "mot", aliases=["/cu/mot/"])
    before = key()
    item(portal, "mot", aliases=["/cu/mot/"], title="Khác")
    assert key() != before


def test_files_change_pages_that_offer_them(portal: TinyPortal) -> None:
    item(portal, "ba", day=3, attachments=[{"file": "tep.pdf"}])
    assert changed(portal, lambda tiny: tiny.write("media/tep.pdf", b"%PDF-1.4\nmore\n%%EOF\n"))[0] == {THREE}
    item(portal, "hai", day=2, cover=COVER)
    found, faces = changed(portal, lambda tiny: tiny.write("media/anh.png", picture(33)))
    assert faces
    assert found >= {TWO, "/", "/tin-tuc/"}
    assert THREE not in found


def test_the_time_of_the_build_changes_nothing(portal: TinyPortal) -> None:
    before = assembled(portal)
    portal.configure(build_time="2026-12-24T18:00:00+07:00")
    assert keys(assembled(portal)) == keys(before)


DATED = {"number": "1/QĐ", "effective": "2026-11-01", "expires": "2026-12-01"}


@pytest.mark.parametrize(
    ("record", "today", "changes"),
    [
        (DATED, "2026-10-31", True),
        (DATED, "2026-11-01", False),
        (DATED, "2026-11-30", False),
        (DATED, "2026-12-01", True),
        ({**DATED, "status": "in_force"}, "2026-12-24", False),
    ],
)
def test_a_document_s_page_changes_on_the_day_that_its_status_does(
    portal: TinyPortal, record: dict[str, object], today: str, changes: bool
) -> None:
    portal.item("vi/van-ban/so-1.md", title="Nghỉ lễ", date="2026-01-01", document=record)
    found, faces = changed(portal, lambda tiny: tiny.configure(build_time=f"{today}T00:00:00+07:00"))
    assert (PAPER in found, faces) == (changes, changes)
    assert not found & (ITEMS - {PAPER})


@pytest.mark.parametrize("options", [{"title": "Khác"}, {"page_size": 7}, {"site_url": "https://khac.example/"}])
def test_settings_change_every_page(portal: TinyPortal, options: dict[str, object]) -> None:
    found, _ = changed(portal, lambda tiny: tiny.configure(**options))
    assert found >= keys(assembled(portal)).keys()


def test_a_preview_changes_every_page(portal: TinyPortal) -> None:
    before = assembled(portal)
    site = dataclasses.replace(before.site, settings=dataclasses.replace(before.site.settings, preview=True))
    assert not set(keys(before).values()) & set(keys(dataclasses.replace(before, site=site)).values())
