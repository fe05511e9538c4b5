"""The files of an index: what they hold, and which names an edit changes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsportal.search.leaves import FAN_OUT, content_hash, tree
from newsportal.search.texts import pieces
from search.samples import read
from sites import TinyPortal

LONG = "\n\n".join(f"Đoạn {number} nói về đề tài số {number} của tỉnh và kết quả nghiên cứu." for number in range(400))


@pytest.fixture
def stocked(tiny: TinyPortal) -> TinyPortal:
    for number in range(40):
        tiny.item(
            f"vi/tin-tuc/bai-{number:02}.md",
            f"Nội dung {number} của đề tài thuỷ điện.",
            title=f"Tin thứ {number}",
            date=f"20{20 + number // 8}-03-{number % 8 + 1:02}",
            tags=["nong-nghiep"] if number % 2 else [],
        )
    tiny.item("vi/tin-tuc/dai.md", LONG, title="Bài dài", date="2026-05-01")
    tiny.item(
        "vi/van-ban/qd.md",
        title="Quyết định",
        date="2026-05-02",
        document={"number": "124/QĐ-UBND", "type": "QĐ", "issued": "2026-05-01", "issuer": "UBND tỉnh"},
    )
    tiny.write("vi/lien-he.md", "---\ntitle: Liên hệ\n---\n\nSố điện thoại của Sở.\n")
    return tiny


def _files(portal: TinyPortal, site: str = "site") -> dict[str, bytes]:
    built, report = portal.build(portal.folder / site)
    assert not report.failed, report
    return _below(built / "search")


def _below(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def _manifest(files: Mapping[str, bytes]) -> dict[str, Any]:
    return dict(json.loads(files["vi.json"]))


def _leaf(files: Mapping[str, bytes], part: str, number: int) -> Any:
    """Found as a reader finds it: manifest, branch, leaf."""
    branch, place = divmod(number, FAN_OUT)
    hashes = _manifest(files)["branches"][part][branch * 8 : branch * 8 + 8]
    names = json.loads(files[f"vi/{part}/{branch:x}-{hashes}.json"])
    return json.loads(files[f"vi/{part}/{branch:x}/{place:x}-{names[place * 8 : place * 8 + 8]}.json"])


def test_items_are_numbered_from_plain_pages_to_the_newest(stocked: TinyPortal) -> None:
    files = _files(stocked)
    manifest = _manifest(files)
    titles = [_leaf(files, "items", number)["title"] for number in range(manifest["items"])]
    assert titles[0] == "Liên hệ"
    assert titles[1:] == [f"Tin thứ {number}" for number in range(40)] + ["Bài dài", "Quyết định"]
    assert manifest["years"] == [[2020, 1], [2021, 9], [2022, 17], [2023, 25], [2024, 33], [2026, 41]]


def test_a_hit_has_what_is_shown(stocked: TinyPortal) -> None:
    files = _files(stocked)
    shown = _leaf(files, "items", 42)
    assert shown["url"] == "/van-ban/2026/qd/"
    assert (shown["number"], shown["type"], shown["kind"]) == ("124/QĐ-UBND", "Quyết định", "documents")
    assert shown["section"] == "van-ban"
    assert "UBND tỉnh" in shown["text"]


def test_long_texts_are_cut_and_lose_nothing(stocked: TinyPortal) -> None:
    files = _files(stocked)
    head = _leaf(files, "items", 41)
    rest = [json.loads(files[f"vi/items/rest/29-{part:x}-{name}.json"]) for part, name in enumerate(head["rest"])]
    assert len(rest) > 1
    assert "".join([head["text"], *rest]) == LONG.replace("\n\n", "\n")


def test_facets(stocked: TinyPortal) -> None:
    files = _files(stocked)
    facets = json.loads(files[f"vi/facets-{_manifest(files)['facets']}.json"])
    sizes = {
        name: {value: (title, len(read(code))) for value, title, code in values} for name, values in facets.items()
    }
    assert sizes == {
        "section": {"tin-tuc": ("Tin tức", 41), "van-ban": ("Văn bản", 1)},
        "kind": {"news": ("Tin, bài", 41), "documents": ("Văn bản", 1), "page": ("Trang thông tin", 1)},
        "type": {"QĐ": ("Quyết định", 1)},
        "tag": {"nong-nghiep": ("Nông nghiệp", 20)},
    }


def test_names_tell_the_content(stocked: TinyPortal) -> None:
    files = _files(stocked)
    hashed = {path: content for path, content in files.items() if path.startswith("vi/")}
    assert len(hashed) > 40
    assert [path for path, content in hashed.items() if not path.endswith(f"-{content_hash(content)}.json")] == []


def test_the_same_content_gives_the_same_files(stocked: TinyPortal) -> None:
    assert _files(stocked) == _files(stocked, "again")


def test_an_edit_changes_the_names_of_what_it_touches_only(stocked: TinyPortal) -> None:
    before = _files(stocked)
    stocked.item("vi/tin-tuc/bai-07.md", "Nội dung 7 của đề tài thuỷ lợi.", title="Tin thứ 7", date="2020-03-08",
                 tags=["nong-nghiep"])  # fmt: skip
    after = _files(stocked)
    touched = {path.rsplit("-", 1)[0] for path in before.keys() ^ after.keys()}
    leaves = {path for path in touched if path.count("/") == 3}
    # The item itself, and the leaves of "thuỷ điện", "thuỷ lợi", "điện", "lợi": nothing that was not edited.
    assert {path for path in leaves if path.startswith("vi/items")} == {"vi/items/0/8"}
    assert 2 <= len(leaves) <= 5
    assert touched - leaves <= {"vi/items/0", "vi/pairs/0", "vi/words/0"}
    assert before["vi.json"] != after["vi.json"]
    assert {path for path in before if path.startswith("en")} == {path for path in after if path.startswith("en")}


def test_a_new_item_leaves_the_others_alone(stocked: TinyPortal) -> None:
    before = _files(stocked)
    stocked.item("vi/tin-tuc/moi.md", "Hoàn toàn khác.", title="Mới nhất", date="2026-06-01")
    after = _files(stocked)
    assert {path for path in before if path.startswith("vi/items/0/")} <= after.keys()
    assert len(after.keys() - before.keys()) < len(before) / 2


def test_drafts_and_scheduled_items_are_nowhere(stocked: TinyPortal) -> None:
    stocked.item("vi/tin-tuc/nhap.md", "bímậtnháp", title="Nháp", draft=True)
    stocked.item("vi/tin-tuc/hen.md", "bímậthẹn", title="Hẹn", date="2027-01-01")
    everything = b"".join(_files(stocked).values()).decode()
    assert "bímật" not in everything


def test_a_tree_has_branches_of_64() -> None:
    leaves = [f"{number}".encode() for number in range(130)]
    made = tree("x", leaves)
    assert len(made.branches) == 3 * 8
    assert len(made.files) == 133
    assert {content for path, content in made.files.items() if path.count("/") == 2} == set(leaves)


@given(st.text(st.sampled_from("ab \n"), max_size=400), st.integers(10, 60), st.integers(10, 60))
def test_pieces_joined_are_the_text(text: str, first: int, further: int) -> None:
    found = list(pieces(text, first, further))
    assert "".join(found) == text
    assert len(found[0]) <= first * 1.5
    assert all(piece for piece in found) or text == ""
    assert all(len(piece) <= further * 1.5 for piece in found[1:])
