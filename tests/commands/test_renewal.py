"""A publication touches what changed and nothing else, whatever state the two trees are in."""

from __future__ import annotations

import errno
import gzip
import json
import os
import shutil
import stat
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from integration.support import python
from newsportal import SITE_MARKER
from newsportal.commands.changes import Changes, addresses
from newsportal.commands.ledger import Ledgers
from newsportal.commands.publish import publish, real_site, staged
from newsportal.outputs import Output, mark_of, output
from newsportal.precompress import compressed_twins
from sites import REPOSITORY

Version = Mapping[str, str]
YEAR_2020 = 1_577_836_800 * 10**9
POSIX_ONLY = pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")

ONE: Version = {"index.html": "home", "a/index.html": "a", "b/c/index.html": "c", "b/d.txt": "d"}
TWO: Version = {**ONE, "a/index.html": "changed", "e/index.html": "e"}
THREE: Version = {path: text for path, text in TWO.items() if not path.startswith("b/")}


class Press:
    """Publishes versions of a site, and tells which outputs were read."""

    exact = False

    def __init__(self, folder: Path) -> None:
        self.site, self.cache, self.read = folder / "site", folder / ".cache", list[str]()

    @property
    def spare(self) -> Path:
        return self.site.with_name(".site.spare")

    def __call__(self, version: Version, **more: Output) -> Changes:
        self.read.clear()
        files = {path: Output(mark_of(text.encode()), self._source(path, text)) for path, text in version.items()}
        with staged(real_site(self.site), lambda: None) as folder:
            changes = publish({**files, **more}, self.site, folder, self.cache, exact=self.exact)
        assert contents(self.site) == {**version, **{path: more[path].read().decode() for path in more}}
        return changes

    def _source(self, path: str, text: str) -> Callable[[], bytes]:
        def fetch() -> bytes:
            self.read.append(path)
            return text.encode()

        return fetch


def contents(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != SITE_MARKER)
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in files}


def told(changes: Changes) -> tuple[list[str], list[str], list[str]]:
    return sorted(changes.added), sorted(changes.changed), sorted(changes.removed)


def times(folder: Path) -> dict[str, int]:
    return {path.relative_to(folder).as_posix(): path.stat().st_mtime_ns for path in folder.rglob("*")}


def age(folder: Path) -> None:
    """Makes everything in a tree old, as if it had been there for years."""
    for path in sorted(folder.rglob("*"), reverse=True):
        os.utime(path, ns=(YEAR_2020, YEAR_2020))


@pytest.fixture
def press(tmp_path: Path) -> Press:
    return Press(tmp_path)


def test_only_what_changed_is_read(press: Press) -> None:
    assert told(press(ONE)) == (sorted(ONE), [], [])
    assert told(press(TWO)) == (["e/index.html"], ["a/index.html"], [])
    assert sorted(press.read) == ["a/index.html", "e/index.html"]
    assert told(press(THREE)) == ([], [], ["b/c/index.html", "b/d.txt"])
    assert press.read == []
    assert told(press(THREE)) == ([], [], [])
    assert press.read == []
    assert told(press(ONE)) == (["b/c/index.html", "b/d.txt"], ["a/index.html"], ["e/index.html"])


def test_unchanged_files_are_shared_with_the_version_before(press: Press) -> None:
    for version in (ONE, TWO, {**TWO, "index.html": "new"}):
        press(version)
    shared = {path for path in TWO if os.path.samefile(press.site / path, press.spare / path)}
    assert shared == TWO.keys() - {"index.html"}


def test_unchanged_files_and_folders_keep_their_times(press: Press) -> None:
    press(ONE)
    age(press.site)
    before = times(press.site)
    changed = {"a/index.html", "e", "e/index.html"}
    for version in (TWO, {**TWO, "a/index.html": "again"}, {**TWO, "a/index.html": "and again"}):
        press(version)
        kept = {path for path, moment in times(press.site).items() if before.get(path) == moment}
        assert kept == before.keys() - changed


def test_a_file_that_goes_back_is_new_again(press: Press) -> None:
    """Its old time would tell browsers that nothing has changed since."""
    press(ONE)
    age(press.site)
    press(TWO)
    press(ONE)
    assert (press.site / "a/index.html").stat().st_mtime_ns > YEAR_2020
    assert (press.site / "index.html").stat().st_mtime_ns == YEAR_2020


def put_in_place_of(place: Path, text: str) -> None:
    if place.is_dir():
        shutil.rmtree(place)
    else:
        place.unlink()
    place.write_text(text, encoding="utf-8")


def link_away(tree: Path) -> None:
    if os.name == "nt":
        pytest.skip("Windows lets few people make links")
    (tree / "index.html").unlink()
    (tree / "index.html").symlink_to(tree / "a/index.html")


def add_strays(tree: Path) -> None:
    (tree / "b/stray").mkdir()
    for name in ("b/stray.html", "b/stray/more.html"):
        (tree / name).write_text("stray", encoding="utf-8")


HARM: Mapping[str, Callable[[Path], object]] = {
    "written": lambda tree: (tree / "index.html").write_text("tampered with", encoding="utf-8"),
    "replaced": lambda tree: put_in_place_of(tree / "index.html", "HOME"),
    "deleted": lambda tree: (tree / "index.html").unlink(),
    "linked": link_away,
    "added": add_strays,
    "folder": lambda tree: put_in_place_of(tree / "b", "no folder"),
    "folder gone": lambda tree: shutil.rmtree(tree / "b"),
}


TOLD: Mapping[str, tuple[list[str], list[str], list[str]]] = {
    "written": ([], ["index.html"], []),
    "replaced": ([], ["index.html"], []),
    "deleted": (["index.html"], [], []),
    "linked": (["index.html"], [], []),
    "added": ([], [], ["b/stray.html", "b/stray/more.html"]),
    "folder": (["b/c/index.html", "b/d.txt"], [], ["b"]),
    "folder gone": (["b/c/index.html", "b/d.txt"], [], []),
}
"""What a list of changes says of it."""


@pytest.mark.parametrize("harm", HARM)
@pytest.mark.parametrize("version", [ONE, TWO])
def test_harm_done_to_the_site_is_among_the_changes_if_these_must_be_exact(
    version: Version, harm: str, press: Press
) -> None:
    press(ONE)
    HARM[harm](press.site)
    added, changed, removed = TOLD[harm]
    if version is TWO:
        added, changed = sorted([*added, "e/index.html"]), sorted([*changed, "a/index.html"])
    press.exact = True
    assert told(press(version)) == (added, changed, removed)
    assert told(press(version)) == ([], [], [])


@pytest.mark.parametrize("tree", ["site", "spare"])
@pytest.mark.parametrize("harm", HARM)
def test_harm_done_to_a_tree_is_mended(harm: str, tree: str, press: Press) -> None:
    press(ONE)
    press(TWO)
    HARM[harm](getattr(press, tree))
    for version in (TWO, TWO, {**TWO, "index.html": "new"}):
        press(version)


@pytest.mark.parametrize("damage", ["gone", "emptied", "cut", "flipped", "older", "another"])
def test_a_damaged_ledger_is_as_good_as_none(damage: str, press: Press) -> None:
    press(ONE)
    press(TWO)
    age(press.site)
    for place in (press.cache / "publication").iterdir():
        stored = place.read_bytes()
        changed = {
            "emptied": b"",
            "cut": stored[:-5],
            "flipped": stored[:-9] + bytes([stored[-9] ^ 1]) + stored[-8:],
            "older": stored.replace(b"ledger 1", b"ledger 0"),
            "another": b"no ledger at all",
        }
        place.unlink()
        if damage != "gone":
            place.write_bytes(changed[damage])
    assert told(press({**TWO, "index.html": "new"})) == ([], ["index.html"], [])
    kept = {path for path in TWO if (press.site / path).stat().st_mtime_ns == YEAR_2020}
    assert kept == TWO.keys() - {"index.html"}


def test_another_cache_folder_knows_nothing_wrong(press: Press) -> None:
    """The trees moved on while the first cache was not used; what it remembers is not true any more."""
    press(ONE)
    press(TWO)
    first, press.cache = press.cache, press.cache.with_name(".other")
    press(THREE)
    press({**THREE, "a/index.html": "third"})
    press.cache = first
    assert told(press({**THREE, "a/index.html": "fourth"})) == ([], ["a/index.html"], [])
    assert told(press(ONE))[0] == ["b/c/index.html", "b/d.txt"]


def test_a_site_copied_over_ours_is_compared(press: Press, tmp_path: Path) -> None:
    press(ONE)
    press(TWO)
    shutil.copytree(press.site, tmp_path / "backup")
    press(THREE)
    shutil.rmtree(press.site)
    shutil.copytree(tmp_path / "backup", press.site)
    assert told(press({**TWO, "index.html": "new"})) == ([], ["index.html"], [])


def test_marks_of_another_kind_change_nothing(press: Press) -> None:
    """The bytes are the same, only how they are marked is not."""
    press(ONE)
    age(press.site)
    marked = {path: Output(mark_of(b"other " + path.encode()), text.encode()) for path, text in ONE.items()}
    assert told(press({}, **marked)) == ([], [], [])
    assert {path.stat().st_mtime_ns for path in press.site.rglob("*.*")} == {YEAR_2020}


def test_files_and_folders_change_places(press: Press) -> None:
    for version in ({"a": "file", "b/c": "c"}, {"a/b": "folder", "b": "file"}, {"a": "file", "b/c": "c"}, {}):
        press(version)


@pytest.mark.parametrize("place", ["staging", "elsewhere"])
def test_files_are_taken_from_the_staging_folder_and_copied_from_elsewhere(place: str, press: Press) -> None:
    for text in ("one", "one", "two"):
        with staged(real_site(press.site), lambda: None) as staging:
            source = (staging if place == "staging" else press.site.parent) / "photo.jpg"
            source.write_text(text, encoding="utf-8")
            publish({"media/photo.jpg": Output(mark_of(text.encode()), source)}, press.site, staging, press.cache)
        assert contents(press.site) == {"media/photo.jpg": text}
    if place == "elsewhere":
        source.write_text("edited in place", encoding="utf-8")
        assert contents(press.site) == {"media/photo.jpg": "two"}


def no_links(*_: object) -> None:
    raise OSError(errno.EPERM, "no links here")


def test_without_hard_links_files_are_copied(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "link", no_links)
    press(ONE)
    age(press.site)
    press(TWO)
    press(THREE)
    assert press(THREE) == Changes(set(), set(), frozenset())
    assert press.read == []
    assert (press.site / "index.html").stat().st_mtime_ns == YEAR_2020
    assert not os.path.samefile(press.site / "index.html", press.spare / "index.html")


def test_compressed_copies_are_made_before_their_originals_are_taken(
    press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where there are no links, a staged file can be taken once."""
    monkeypatch.setattr(os, "link", no_links)
    for text in ("one", "two"):
        with staged(real_site(press.site), lambda: None) as staging:
            (staging / "a.html").write_text(text, encoding="utf-8")
            files = {"a.html": Output(mark_of(text.encode()), staging / "a.html")}
            publish({**files, **compressed_twins(files, ["gzip"])}, press.site, staging, press.cache)
        assert gzip.decompress((press.site / "a.html.gz").read_bytes()) == text.encode()
        assert (press.site / "a.html").read_text(encoding="utf-8") == text


@pytest.mark.parametrize("before", [1, 2])
def test_a_source_that_is_gone_leaves_the_old_site(before: int, press: Press) -> None:
    for _ in range(before):
        press(ONE)
    with pytest.raises(FileNotFoundError):
        press(TWO, gone=Output(mark_of(b"?"), press.site / "nowhere"))
    assert contents(press.site) == ONE
    assert {entry.name for entry in press.site.parent.iterdir()} == {"site", ".cache"}
    press(TWO)


@POSIX_ONLY
def test_permissions_are_those_that_new_files_get(press: Press) -> None:
    press(ONE)
    press(TWO)
    before = os.umask(0o077)
    try:
        press(TWO)
        assert {stat.S_IMODE((press.site / path).stat().st_mode) for path in TWO} == {0o600}
        assert stat.S_IMODE((press.site / "a").stat().st_mode) == 0o700
    finally:
        os.umask(before)
    (press.site / "a/index.html").chmod(0o000)
    press(ONE)
    modes = {(press.site / path).stat().st_mode for path in ONE}
    assert len(modes) == 1


def test_a_cache_that_cannot_be_written_costs_time_only(press: Press) -> None:
    press.cache.write_text("a file", encoding="utf-8")
    press(ONE)
    assert told(press(TWO)) == (["e/index.html"], ["a/index.html"], [])


def test_ledgers_of_trees_that_are_gone_are_removed(press: Press) -> None:
    for version in (ONE, TWO, THREE):
        press(version)
        shutil.rmtree(press.spare, ignore_errors=True)
    press(ONE)
    assert len(list((press.cache / "publication").iterdir())) == 2
    assert Ledgers(press.cache, press.site).load(press.site) is not None
    assert Ledgers(press.cache, press.site.with_name("another")).load(press.site) is None


def test_names_of_all_kinds_are_remembered(press: Press) -> None:
    names = (
        {"tệp có dấu.txt": "1", "line\nbreak.txt": "2", "a b/c&d.html": "3"} if os.name != "nt" else {"tệp.txt": "1"}
    )
    press(names)
    press(names)
    assert press(names) == Changes(set(), set(), frozenset())
    assert press.read == []


def test_an_empty_site_is_a_site(press: Press) -> None:
    for _ in range(3):
        press({})


def test_addresses_are_those_that_servers_know() -> None:
    paths = ["index.html", "a/index.html", "en/index.html", "tệp tin.pdf", "404.html", "a+b/x=1.txt", "aindex.html"]
    assert addresses(paths) == [
        "/", "/404.html", "/a+b/x=1.txt", "/a/", "/aindex.html", "/en/", "/t%E1%BB%87p%20tin.pdf",
    ]  # fmt: skip


def test_the_list_of_changes_is_json() -> None:
    record = json.loads(Changes({"b.html", "a/index.html"}, {"index.html"}, set()).as_json())
    assert record == {"added": ["/a/", "/b.html"], "changed": ["/"], "removed": []}


@pytest.mark.skipif(sys.platform != "linux", reason="forks on Linux only")
def test_many_files() -> None:
    """In a process of its own: other tests leave threads, beside which nothing forks."""
    here = Path(__file__)
    done = python("-m", "pytest", "-q", "-p", "no:cacheprovider", here.with_name("many_files.py"), cwd=REPOSITORY)
    assert done.status == 0, done.text
    assert " passed" in done.out


def test_what_others_added_is_no_change(press: Press) -> None:
    press(ONE)
    (press.site / "stats.json").write_text("{}", encoding="utf-8")
    (press.site / "stats").mkdir()
    (press.site / "stats/now.json").write_text("{}", encoding="utf-8")
    (press.site / ".htaccess").write_text("x", encoding="utf-8")
    shutil.rmtree(press.cache)
    with staged(real_site(press.site), lambda: None) as staging:
        files = {path: output(text.encode()) for path, text in ONE.items()}
        assert told(publish(files, press.site, staging, press.cache)) == ([], [], [])
    (press.site / "stats/more.json").write_text("{}", encoding="utf-8")
    with staged(real_site(press.site), lambda: None) as staging:
        assert told(publish(files, press.site, staging, press.cache, exact=True)) == ([], [], [])
    assert (press.site / "stats.json").is_file()
    assert (press.site / "stats/now.json").is_file()
    assert (press.site / ".htaccess").is_file()
