"""Search meets junk, damage, a new publication, a sub-path: it answers, and says what is wrong."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page, Route

from browser.devices import NewPage
from browser.searching import Engine, open_engine, rules
from browser.serving import serving
from sites import TinyPortal

pytestmark = pytest.mark.browser

_JUNK = (
    *(".*", "[a-", "(?<", "\\", "\\u", "$&", "^", "a{99999}", "((((", "|||", "%00", "%", "\x00", "\ud800", "null", "0"),
    *(
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "&lt;b&gt;",
        "']]>",
        "javascript:alert(1)",
        "<mark>",
    ),
    *('"', '""', '"""', '"đề', "-", "--", "- -", '-"', '-"đề tài', "“", "-đề", '"-đề"', "“đề” ”tài“", "«»"),
    *(
        "😀",
        "👩‍🔬 đề tài",
        "\u200b\u200d",
        "\u202e",
        "ﷺ",
        "ｆｕｌｌ",
        "İ",
        "ß",
        "ﬁ",
        "Σς",
        "\u0301\u0301\u0301",
        "đ" * 500,
    ),
    *("__proto__", "constructor", "toString", "hasOwnProperty", "đề __proto__", "../../etc/passwd", "?q=1&x=2", "#"),
    *("a " * 5000, "đề tài " * 1500, "x" * 10_240, '"' * 3000, "-a " * 800, "1 " * 400, "(" * 2000, "\n" * 3000),
)
_WORDS = ("đề", "tài", "de", "khoa học", "124/QĐ-UBND", "2022", "startup", "hoà", "“", '"', "-", "*", "<b>", "\\", ".")

_PROBE = """async ([queries, options]) => {
  const { search, suggest, highlighter } = await import(new URL("/search/search.js", location));
  const faults = [];
  const box = document.createElement("template");
  const isSafe = (html) => {
    box.innerHTML = html;
    return [...box.content.querySelectorAll("*")].every((part) => part.localName === "mark" && !part.attributes.length);
  };
  for (const query of queries) {
    try {
      const answer = await search(query, options);
      const titles = await suggest(query, { limit: 3 });
      highlighter(query, "vi").find("Đề tài <b>khoa học</b> 124/QĐ-UBND");
      const html = [...answer.hits.map((hit) => hit.excerpt), ...titles.map((title) => title.marked)];
      const isWhole = Number.isInteger(answer.total) && answer.hits.length <= answer.total && answer.problem === "";
      if (!isWhole || !html.every(isSafe)) faults.push([String(query).slice(0, 80), answer.total, answer.problem]);
    } catch (error) {
      faults.push([String(query).slice(0, 80), String(error)]);
    }
  }
  return faults;
}"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of the portal of rules; copy it to change it."""
    site, report = rules(tmp_path_factory.mktemp("rules")).build()
    assert not report.failed, report
    return site


@pytest.fixture
def served(built: Path) -> Iterator[str]:
    with serving(built) as address:
        yield address


@pytest.fixture
def asked(served: str, new_page: NewPage) -> Page:
    page = new_page()
    page.goto(f"{served}/lien-he/")
    page.on("dialog", lambda dialog: pytest.fail(f"a script ran: {dialog.message}"))
    return page


def test_junk_is_answered(asked: Page) -> None:
    assert asked.evaluate(_PROBE, [list(_JUNK), {"facets": True}]) == []
    assert (
        asked.evaluate(
            _PROBE, [list(_JUNK), {"typing": True, "section": "<b>", "year": "\\", "tag": "(", "limit": "x"}]
        )
        == []
    )


def test_thousands_of_mixtures_are_answered(asked: Page) -> None:
    chance = random.Random(20)
    parts = (*_JUNK[:-9], *_WORDS, *_WORDS)
    queries = [chance.choice(("", " ")).join(chance.choices(parts, k=chance.randint(1, 5))) for _ in range(3000)]
    assert asked.evaluate(_PROBE, [queries, {"limit": 3}]) == []


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(), min_size=50, max_size=50))
def test_any_text_is_answered(asked: Page, queries: list[str]) -> None:
    assert (
        asked.evaluate(_PROBE, [[query.encode("utf-8", "replace").decode() for query in queries], {"limit": 3}]) == []
    )


def test_anything_but_text_is_answered(asked: Page) -> None:
    answers = asked.evaluate("""async () => {
      const { search, suggest, excerpt, count } = await import(new URL("/search/search.js", location));
      const odd = [null, undefined, 0, NaN, {}, [], true, () => 1];
      for (const value of odd) {
        await search(value);
        await search("đề tài", value);
        await search("đề tài", { limit: value, offset: value, year: value, lang: value, sort: value });
        await suggest(value, value);
        await count(value, value);
        await excerpt(value);
      }
      const negative = await search("đề tài", { limit: -5, offset: -5 });
      return [negative.hits.length, (await search("đề tài", { limit: 1e9 })).hits.length];
    }""")
    assert answers == [0, 3]


def _breaking(page: Page, pattern: str, **answer: object) -> None:
    def respond(route: Route) -> None:
        route.fulfill(**answer) if answer else route.abort()  # type: ignore[arg-type]

    page.route(pattern, respond)


_DAMAGES: Mapping[str, Mapping[str, object]] = {
    "cut": {},
    "404": {"status": 404},
    "500": {"status": 500, "body": "oops"},
    "half": {"body": "{"},
    "html": {"body": "<html>"},
    "null": {"body": "null"},
    "no-base64": {"body": '{"phân bón": "!!"}'},
    "no-list": {"body": '{"phân bón": "AA"}'},
    "number": {"body": '{"phân bón": 7}'},
    "endless": {"body": '{"phân bón": "AAAAAAAAAAAAAAAAAAAA/w"}'},
}


@pytest.mark.parametrize("answer", _DAMAGES.values(), ids=_DAMAGES)
def test_a_damaged_leaf_gives_partial_results(served: str, new_page: NewPage, answer: Mapping[str, object]) -> None:
    page = new_page()
    _breaking(page, "**/search/vi/pairs/*/*.json", **answer)
    found = open_engine(page, f"{served}/lien-he/").search("phân bón startup")
    assert found["problem"] == "part"
    assert [hit["title"] for hit in found["hits"]] == ["Cuộc thi"]


def test_missing_texts_leave_the_other_hits(served: str, new_page: NewPage) -> None:
    page = new_page()
    engine = open_engine(page, f"{served}/lien-he/")
    whole = engine.search("đường")
    page.reload()
    broken = 0

    def respond(route: Route) -> None:
        nonlocal broken
        broken += 1
        route.abort() if broken == 1 else route.continue_()

    page.route("**/search/vi/items/0/*.json", respond)
    found = engine.search("đường")
    assert found["problem"] == "part"
    assert found["total"] == whole["total"]
    assert len(found["hits"]) == len(whole["hits"]) - 1


@pytest.mark.parametrize("answer", [{}, {"status": 404}, {"body": "{}"}, {"body": '{"format": 99}'}, {"body": "x"}])
def test_without_a_manifest_search_says_so(served: str, new_page: NewPage, answer: dict[str, object]) -> None:
    page = new_page()
    _breaking(page, "**/search/vi.json", **answer)
    engine = open_engine(page, f"{served}/lien-he/")
    found = engine.search("đề tài", facets=True)
    assert (found["problem"], found["total"], found["hits"]) == ("index", 0, [])
    assert engine.answers(["đề"], "suggest") == [[]]
    page.unroute_all()
    assert engine.search("đề tài")["total"] == 3


def test_missing_refinements_are_told(served: str, new_page: NewPage) -> None:
    page = new_page()
    _breaking(page, "**/search/vi/facets-*.json", status=404)
    found = open_engine(page, f"{served}/lien-he/").search("đề tài", facets=True)
    assert (found["problem"], found["total"]) == ("part", 3)


def test_a_new_publication_is_noticed(tiny: TinyPortal, new_page: NewPage) -> None:
    """The page was opened before, so it knows files that are there no more."""

    def write(words: str) -> None:
        for number in range(40):
            body = " ".join(f"mục{number}x{place} {words}" for place in range(60))
            tiny.item(f"vi/tin-tuc/bai-{number}.md", body, title=f"Bài {number}")

    write("thuỷ điện")
    site, _ = tiny.build()
    with serving(site) as address:
        engine = open_engine(new_page(), f"{address}/")
        assert engine.search("thuỷ điện")["total"] == 40
        write("thuỷ lợi")
        shutil.rmtree(site)
        tiny.build()
        answer = engine.search("thuỷ lợi", limit=40)
    assert (answer["total"], len(answer["hits"]), answer["problem"]) == (40, 40, "")


@pytest.fixture(params=["", "so/khcn/"])
def prefixed(request: pytest.FixtureRequest, built: Path, tmp_path: Path) -> Callable[[], tuple[Path, str]]:
    folder = tmp_path / request.param
    shutil.copytree(built, folder, dirs_exist_ok=True)
    return lambda: (tmp_path, str(request.param))


def test_any_sub_path_serves(prefixed: Callable[[], tuple[Path, str]], new_page: NewPage) -> None:
    root, path = prefixed()
    with serving(root) as address:
        page = new_page()
        engine = open_engine(page, f"{address}/{path}en/news/2024/giay-phep/")
        [hit] = engine.search("licences")["hits"]
        assert hit["url"] == f"/{path}en/news/2024/giay-phep/"
        [other] = engine.search("đề tài cây chè", lang="vi", limit=1)["hits"]
        response = page.goto(address + other["url"])
        assert response is not None
        assert response.ok


def test_what_is_fetched_is_small_and_once(served: str, new_page: NewPage) -> None:
    page = new_page()
    engine = open_engine(page, f"{served}/lien-he/")
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    engine.search("đề tài khoa học")
    first = len(requests)
    engine.search("đề tài khoa học")
    assert len(requests) == first
    assert len(set(requests)) == first
    assert not [url for url in requests if "/en" in url]


def test_the_engine_needs_nothing_but_its_files(built: Path) -> None:
    """No dependency and no other address: every import is relative, and every file it names is there."""
    code = next((built / "search").glob("code-*"))
    names = {path.name for path in code.iterdir()}
    for path in code.iterdir():
        imports = {
            line.split('"')[1]
            for line in path.read_text("utf-8").splitlines()
            if line.startswith(("import", "export *"))
        }
        assert imports <= {f"./{name}" for name in names}


def test_typing_engine_is_used_from_any_page(served: str, new_page: NewPage) -> None:
    engine: Engine = open_engine(new_page("phone"), f"{served}/en/")
    assert engine.titles("licences") == ["Radiation licences"]
