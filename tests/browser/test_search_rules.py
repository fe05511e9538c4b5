"""What search finds and in what order, in a real browser: one small portal, and a table for each rule."""

from __future__ import annotations

import functools
import operator
import unicodedata
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from browser.searching import Engine, open_engine, rules
from browser.serving import serving

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def engine(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    site, report = rules(tmp_path_factory.mktemp("rules")).build()
    assert not report.failed, report
    context = chromium.new_context()
    with serving(site) as address:
        yield open_engine(context.new_page(), f"{address}/lien-he/")
    context.close()


DE_TAI = ["Đề tài nghiên cứu cây chè", "Danh mục nhiệm vụ", "Nghiệm thu nhiệm vụ"]
DUONG = {"Làm đường liên xã", "Giao thông nông thôn", "Đèn chiếu sáng", "Trạm quan trắc"}
DUONG_KHAC = {"Cây dương liễu", "Năng lượng"}


@pytest.mark.parametrize(
    "query", ["đề tài", "ĐỀ TÀI", "Đề tài", " đề  tài ", "đề tai", unicodedata.normalize("NFD", "đề tài")]
)
def test_marks_that_were_typed_leave_other_words_out(engine: Engine, query: str) -> None:
    assert engine.titles(query) == DE_TAI


@pytest.mark.parametrize("query", ["de tai", "DE TAI", "Đe tai", "đe tai", "ðe tai"])
def test_without_marks_everything_is_meant(engine: Engine, query: str) -> None:
    found = engine.titles(query)
    assert set(found) == {*DE_TAI, "Người con hiếu thảo"}
    assert found[0] == DE_TAI[0]


def test_one_syllable_with_its_marks(engine: Engine) -> None:
    assert set(engine.titles("đường")) == DUONG
    assert set(engine.titles("duong")) == DUONG | DUONG_KHAC


def test_few_exact_forms_bring_the_others_after_them(engine: Engine) -> None:
    answer = engine.search("dương", limit=20)
    titles = [hit["title"] for hit in answer["hits"]]
    assert set(titles[:2]) == DUONG_KHAC
    assert set(titles[2:]) == DUONG
    assert answer["marks"]


def test_wrong_marks_still_find(engine: Engine) -> None:
    answer = engine.search("để tài", limit=20)
    assert answer["marks"]
    assert {hit["title"] for hit in answer["hits"]} >= set(DE_TAI)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hoà bình", "hòa bình"),
        ("kỹ thuật", "kĩ thuật"),
        ("KH&CN", "khcn"),
        ("Sở KH&CN", "so khcn"),
        ("cây  chè", "cây chè"),
    ],
)
def test_spellings_are_equal(engine: Engine, one: str, other: str) -> None:
    found = engine.titles(one)
    assert found
    assert set(found) == set(engine.titles(other))


def test_both_tone_placements_are_found(engine: Engine) -> None:
    assert set(engine.titles("hoà bình")) == {"Xã Hoà Bình đạt chuẩn", "Chợ phiên Hòa Bình"}


@pytest.mark.parametrize(
    "query",
    [
        "124/QĐ-UBND",
        "124/QD-UBND",
        "124 qd ubnd",
        "124/qđ-ubnd",
        "số 124/QĐ-UBND",
        "quyết định 124/QĐ-UBND",
        "QĐ 124/QĐ-UBND",
    ],
)
def test_a_document_is_found_by_its_number_before_what_cites_it(engine: Engine, query: str) -> None:
    assert engine.titles(query)[:1] == ["Phê duyệt danh mục"]
    assert "Tin về quyết định" in engine.titles("124/QĐ-UBND")


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("36-NQ/TW", "Công nghệ sinh học"),
        ("36 nq tw", "Công nghệ sinh học"),
        ("36-nq/tw", "Công nghệ sinh học"),
        ("QCVN 01:2015", "Nước sinh hoạt"),
        ("qcvn 1:2015", "Nước sinh hoạt"),
        ("QCVN 01:2015/BKHCN", "Nước sinh hoạt"),
        ("qcvn 01 2015", "Nước sinh hoạt"),
        ("05/2021/TT-BKHCN", "Thông tư"),
        ("5/2021/tt-bkhcn", "Thông tư"),
        ("0278 3855 100", "Liên hệ"),
    ],
)
def test_numbers_in_every_spelling(engine: Engine, query: str, title: str) -> None:
    assert engine.titles(query) == [title]


@pytest.mark.parametrize("query", ["16/3/2022", "16/03/2022", "16.3.2022", "2022-03-16", "ngày 16 tháng 3 năm 2022"])
def test_a_date_finds_what_was_published_on_it(engine: Engine, query: str) -> None:
    assert engine.titles(query) == ["Đề tài nghiên cứu cây chè"]


@pytest.mark.parametrize("query", ["24/1/2022", "24/01/2022", "2022-01-24"])
def test_a_date_finds_where_it_is_written(engine: Engine, query: str) -> None:
    assert "Tin về quyết định" in engine.titles(query)


def test_a_year(engine: Engine) -> None:
    assert engine.titles("năm 2022")[0] == "Đề tài nghiên cứu cây chè"
    assert engine.titles("đề tài 2022") == ["Đề tài nghiên cứu cây chè"]
    assert set(engine.titles("2022")) == {"Đề tài nghiên cứu cây chè", "Tin về quyết định"}


def test_phrases_are_exact(engine: Engine) -> None:
    assert engine.titles('"khoa học và công nghệ"') == ["Khoa học vui"]
    assert engine.titles("“khoa hoc va cong nghe”") == ["Khoa học vui"]
    assert engine.titles('"khoa học công nghệ"') == []
    assert "Trường học" in engine.titles("khoa học công nghệ")


def test_a_phrase_is_not_the_sum_of_its_pairs(engine: Engine) -> None:
    """An item has "nghiên cứu cây" and "cây chè", which makes no "cứu cây chè" unless they join."""
    assert engine.titles('"cứu cây chè"') == ["Đề tài nghiên cứu cây chè"]
    assert engine.titles('"học tập suốt đời"') == ["Trường học"]
    assert engine.titles('"khoa học học tập"') == []


@pytest.mark.parametrize("query", ["đề tài -sâm", "đề tài -sam", 'đề tài -"về sâm"', "đề tài −sâm -sâm"])
def test_exclusions(engine: Engine, query: str) -> None:
    assert "Nghiệm thu nhiệm vụ" not in engine.titles(query)
    assert "Danh mục nhiệm vụ" in engine.titles("đề tài -sâm")


def test_an_exclusion_has_the_marks_that_were_typed(engine: Engine) -> None:
    assert set(engine.titles("duong -dương")) == DUONG
    assert engine.titles("duong -duong") == []


def test_exclusions_alone_browse_the_rest(engine: Engine) -> None:
    everything = engine.titles("")
    assert set(engine.titles("-đường")) == set(everything) - DUONG


def test_words_far_apart_are_found_when_nothing_is_closer(engine: Engine) -> None:
    assert engine.titles("nấm chè")[0] == "Bản tin"
    assert engine.titles("chè nấm")[0] == "Bản tin"


def test_foreign_words_may_stand_anywhere(engine: Engine) -> None:
    assert engine.titles("startup phân bón") == ["Cuộc thi"]
    assert engine.titles("phân bón startup") == ["Cuộc thi"]


def test_near_misses_are_offered_when_nothing_matches(engine: Engine) -> None:
    answer = engine.search("đề tài vũ trụ")
    assert answer["near"]
    assert {hit["title"] for hit in answer["hits"]} >= set(DE_TAI)
    assert not engine.search("đề tài")["near"]
    assert engine.search("xyzzy")["total"] == 0


def test_the_title_comes_before_the_text(engine: Engine) -> None:
    assert engine.titles("đề tài")[0] == "Đề tài nghiên cứu cây chè"
    assert engine.titles("khoa học")[0] == "Khoa học vui"


def test_topics_are_searched(engine: Engine) -> None:
    assert engine.titles("nông nghiệp") == ["Danh mục nhiệm vụ"]


def test_newest_first_on_request(engine: Engine) -> None:
    dates = [hit["date"] for hit in engine.search("đề tài", sort="date")["hits"]]
    assert dates == sorted(dates, reverse=True)


def test_empty_queries_list_the_newest(engine: Engine) -> None:
    answer = engine.search("", limit=100)
    assert answer["total"] == len(answer["hits"]) == 35
    dates = [hit["date"] for hit in answer["hits"]]
    assert dates == sorted(dates, reverse=True)
    assert not any("<mark>" in hit["excerpt"] for hit in answer["hits"])
    assert [hit["title"] for hit in engine.search("  ", kind="page")["hits"]] == ["Liên hệ"]


@pytest.mark.parametrize(
    ("options", "titles"),
    [
        ({"section": "van-ban"}, {"Phê duyệt danh mục"}),
        ({"section": "Văn bản"}, {"Phê duyệt danh mục"}),
        ({"tag": "Nông nghiệp"}, {"Danh mục nhiệm vụ"}),
        ({"kind": "documents"}, {"Phê duyệt danh mục"}),
        ({"kind": "QĐ"}, {"Phê duyệt danh mục"}),
        ({"kind": "qd"}, {"Phê duyệt danh mục"}),
        ({"kind": "page"}, {"Liên hệ"}),
        ({"tag": "nong-nghiep"}, {"Danh mục nhiệm vụ"}),
        ({"year": 2022}, {"Đề tài nghiên cứu cây chè"}),
        ({"year": "2022", "section": "tin-tuc"}, {"Đề tài nghiên cứu cây chè"}),
        ({"year": "2022", "section": "van-ban"}, set()),
        ({"section": "khong-co"}, set()),
    ],
)
def test_refinements(engine: Engine, options: dict[str, object], titles: set[str]) -> None:
    assert set(engine.titles("", **options)) == titles


def test_counts_of_refinements(engine: Engine) -> None:
    facets = engine.search("đề tài", facets=True, year="2022")["facets"]
    counts = {name: {entry["id"]: entry["count"] for entry in entries} for name, entries in facets.items()}
    assert counts == {
        "section": {"tin-tuc": 1},
        "kind": {"news": 1},
        "tag": {},
        "year": {"2024": 2, "2022": 1},
    }
    assert [entry["id"] for entry in facets["year"] if entry["chosen"]] == ["2022"]


def test_pages_of_results(engine: Engine) -> None:
    everything = engine.titles("", limit=100)
    pages = [engine.titles("", limit=10, offset=offset) for offset in range(0, 40, 10)]
    assert functools.reduce(operator.iadd, pages, []) == everything
    assert engine.search("", limit=3, offset=1000)["hits"] == []


def test_hits_say_what_they_are(engine: Engine) -> None:
    hit = engine.search("124/QĐ-UBND")["hits"][0]
    assert hit["url"] == "/van-ban/2024/qd-124/"
    assert (hit["date"], hit["section"], hit["sectionTitle"]) == ("2024-06-01", "van-ban", "Văn bản")
    assert (hit["kind"], hit["type"], hit["number"]) == ("documents", "Quyết định", "124/QĐ-UBND")
    assert isinstance(hit["score"], (int, float))


def test_excerpts_mark_what_was_found(engine: Engine) -> None:
    excerpts = {hit["title"]: hit["excerpt"] for hit in engine.search("đề tài")["hits"]}
    assert excerpts["Nghiệm thu nhiệm vụ"] == "Hội đồng đánh giá <mark>đề tài</mark> về sâm."
    assert "<mark>124/QĐ-UBND</mark>" in engine.search("124 qd ubnd", sort="date", kind="news")["hits"][0]["excerpt"]


def test_excerpts_tell_where_the_text_goes_on(engine: Engine) -> None:
    [hit] = engine.search("đoạn thứ chín mươi")["hits"]
    assert hit["excerpt"].startswith("… ")
    assert hit["excerpt"].endswith(" …")
    assert "<mark>đoạn thứ chín mươi</mark>" in hit["excerpt"].lower()
    assert not hit["more"]


def test_excerpts_are_escaped(engine: Engine) -> None:
    hit = engine.search("nguy hiểm")["hits"][0]
    assert hit["title"] == 'Thẻ <script>alert(1)</script> & "dấu"'
    assert "&lt;img src=x onerror=alert(1)&gt;" in hit["excerpt"]


def test_the_other_language_has_an_index_of_its_own(engine: Engine) -> None:
    assert engine.titles("licence", lang="en") == ["Radiation licences"]
    assert engine.titles("project planning", lang="en") == ["A project"]
    assert engine.titles("dak lak", lang="en") == ["A project"]
    assert engine.titles("Đắk Lắk", lang="en") == ["A project"]
    assert engine.titles("licence") == []
    assert engine.answers(["licences", "nothing here"], "count", lang="en") == [1, 0]


def test_suggestions_are_titles(engine: Engine) -> None:
    [found] = engine.answers(["nghiem th"], "suggest")
    assert [entry["title"] for entry in found] == ["Nghiệm thu nhiệm vụ"]
    assert found[0]["marked"] == "<mark>Nghiệm thu</mark> nhiệm vụ"
    [found] = engine.answers(["đ"], "suggest")
    assert found
    [found] = engine.answers(["the <"], "suggest")
    assert "<script>" not in found[0]["marked"]


@pytest.mark.parametrize("unfinished", ["đề t", "đề tà", "de ta", "đề tài ng"])
def test_what_is_being_typed_is_completed(engine: Engine, unfinished: str) -> None:
    assert engine.titles(unfinished, typing=True)[0] == "Đề tài nghiên cứu cây chè"


def test_highlighter(engine: Engine) -> None:
    spans = engine.page.evaluate("""async () => {
      const { highlighter } = await import(new URL("/search/search.js", location));
      const text = "Đề tài và đề xuất; de tai khác, tài liệu.";
      return highlighter("đề tài", "vi").find(text).map(([start, end]) => text.slice(start, end));
    }""")
    assert spans == ["Đề", "tài"]
