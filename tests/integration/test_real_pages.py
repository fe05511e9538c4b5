"""Three pages that departments really published, pasted as editors paste them: not a letter of them gets lost."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import lxml.html
import pytest
from lxml.html import HtmlElement

from integration.pages import parse
from newsportal.mkdocs_plugins.host import BuildReport
from sites import TinyPortal

NEWS, MEETING, REPORT = "000_7fde4b967598401d.txt", "001_827c2f16ec2dc701.txt", "003_0511fd6c4c654e05.txt"
PLACES = {
    NEWS: "tin-tuc/2022/ket-qua-chi-dao-dieu-hanh",
    MEETING: "tin-tuc/2021/hoi-nghi-so-ket",
    REPORT: "van-ban/2023/bao-cao-9-thang",
}
DATES = {NEWS: "2022-11-23", MEETING: "2021-07-23", REPORT: "2023-09-15"}
SUPERSCRIPT = {mark: str(number) for number, mark in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")}
_NOTE = re.compile(r"^([1-9¹²³⁴⁵⁶⁷⁸⁹]) (?=\w)")
_REFERENCE = re.compile(r"(?<=[a-zà-ỹ)])(?<!\dm)([¹²³⁴⁵⁶⁷⁸⁹])")
_BULLET = re.compile(r"^\s*[-+*]\s+")
_INVISIBLE = re.compile(r"[\s\u200b-\u200d\u2060\ufeff\u00ad]+")


def pasted(text: str) -> str:
    """The text as it stands; only its notes are made footnotes, which is what the superscript digits are."""
    lines = text.splitlines()
    noted = {_number(match[1]) for line in lines if (match := _NOTE.match(line))}

    def refer(match: re.Match[str]) -> str:
        return f"[^{_number(match[1])}]" if _number(match[1]) in noted else match[0]

    return "\n".join(
        _NOTE.sub(lambda match: f"[^{_number(match[1])}]: ", _REFERENCE.sub(refer, line)) for line in lines
    )


def _number(mark: str) -> str:
    return SUPERSCRIPT.get(mark, mark)


@pytest.fixture(scope="module")
def texts(shared: Path) -> dict[str, str]:
    return {name: (shared / "real" / name).read_text(encoding="utf-8") for name in PLACES}


@pytest.fixture(scope="module")
def built(texts: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, BuildReport]:
    portal = TinyPortal.create(tmp_path_factory.mktemp("real") / "portal")
    for name, place in PLACES.items():
        document = {"document": {"number": "", "type": "BC", "issuer": "Sở KH&CN"}} if name == REPORT else {}
        title = next(line.strip() for line in texts[name].splitlines() if len(line.strip()) > 80)
        portal.item(f"vi/{place}.md", pasted(texts[name]), title=title[:150], date=DATES[name], **document)
    return portal.build()


@pytest.fixture(scope="module")
def proses(built: tuple[Path, BuildReport]) -> dict[str, HtmlElement]:
    """The text part of each page."""
    pages = {name: parse((built[0] / place / "index.html").read_bytes()) for name, place in PLACES.items()}
    return {name: page.find_class("prose")[0] for name, page in pages.items()}


def test_they_build_without_a_word(built: tuple[Path, BuildReport]) -> None:
    _, report = built
    assert (report.problems, report.warnings, report.failed) == ((), (), False)


@pytest.mark.parametrize("name", PLACES)
def test_every_line_arrives_in_order(name: str, texts: dict[str, str], proses: dict[str, HtmlElement]) -> None:
    seen, at = letters(visible(proses[name])), 0
    for line in body_lines(texts[name]):
        found = seen.find(letters(line), at)
        assert found >= 0, f"lost or out of place: {line!r} after {seen[max(0, at - 80) : at]!r}"
        at = found + len(letters(line))


def body_lines(text: str) -> Iterator[str]:
    """What a reader should see of each line, notes apart; a table row as its cells."""
    for line in text.splitlines():
        if not line.strip() or _NOTE.match(line) or set(line) <= set("|- "):
            continue
        shown = _BULLET.sub("", line).replace("|", "")
        yield re.sub(r"\*(\w[^*]*)\*", r"\1", _REFERENCE.sub("", shown))


def visible(element: HtmlElement) -> str:
    """The words as a browser shows them: numbers before the points of ordered lists, no marks of footnotes."""
    copy = lxml.html.fragment_fromstring(lxml.html.tostring(element, encoding="unicode"))
    for mark in [*copy.xpath(".//sup[starts-with(@id, 'fnref')]"), *copy.find_class("footnote-backref")]:
        mark.drop_tree()
    for points in copy.xpath(".//ol[not(ancestor::*[@class='footnote'])]"):
        for number, point in enumerate(points.findall("li"), start=int(points.get("start", "1"))):
            point.insert(0, lxml.html.fromstring(f"<span>{number}. </span>"))
            point[0].tail, point.text = point.text, None
    return str(copy.text_content())


def letters(text: str) -> str:
    """The text without white space and invisible letters, composed."""
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", text.replace("\xa0", "")))


def test_every_note_arrives_where_it_belongs(texts: dict[str, str], proses: dict[str, HtmlElement]) -> None:
    prose = proses[REPORT]
    notes = {match[1]: line[match.end() :] for line in texts[REPORT].splitlines() if (match := _NOTE.match(line))}
    assert len(notes) == 8
    references = {ref.get("href", "") for ref in prose.find_class("footnote-ref")}
    for mark, note in notes.items():
        place = prose.get_element_by_id(f"fn:{_number(mark)}")
        assert letters(note) in letters(place.text_content())
        if mark != "³":  # the scan has lost its reference
            assert f"#fn:{_number(mark)}" in references


def test_every_row_of_every_table_arrives(texts: dict[str, str], proses: dict[str, HtmlElement]) -> None:
    rows = [line for line in texts[REPORT].splitlines() if line.startswith("|") and not set(line) <= set("|- ")]
    assert len(rows) == 3
    built = [[letters(str(cell.text_content())) for cell in row] for row in proses[REPORT].iter("tr")]
    assert built == [[letters(cell) for cell in row.strip("|").split("|")] for row in rows]


def test_lettered_points_keep_their_letters(texts: dict[str, str], proses: dict[str, HtmlElement]) -> None:
    points = [line.strip() for line in texts[REPORT].splitlines() if re.match(r"[a-zđ]\) ", line)]
    assert len(points) > 8
    markers = [str(marker.text_content()) for marker in proses[REPORT].find_class("marker")]
    assert markers == [point[:2] for point in points]


def test_squares_and_cubes_are_no_footnotes(proses: dict[str, HtmlElement]) -> None:
    assert "100m² nhà lưới" in proses[REPORT].text_content()
    assert "505M³" in proses[REPORT].text_content()


def test_points_go_on_as_in_law(tiny: TinyPortal) -> None:
    """a b c d đ e g h: no f, and đ after d; HTML's own letters know neither."""
    law = "abcdđeghiklmnop"
    body = "Gồm:\n" + "\n".join(f"{letter}) Điểm {letter};" for letter in law)
    tiny.item("vi/van-ban/2026/luat.md", body, title="Luật")
    site, report = tiny.build()
    assert not report.failed, report
    points = parse((site / "van-ban/2026/luat/index.html").read_bytes()).find_class("prose")[0].findall(".//li")
    assert [letters(str(point.text_content())) for point in points] == [f"{letter})Điểm{letter};" for letter in law]
