"""Files that are no posts, stand in the wrong place or cannot be read; media and vocabularies with faults."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable
from pathlib import Path

from content.cases import BODY_LINE, ITEM, Case, Make, cover, item, picture, post, vocabulary
from sites import SECTIONS, TAGS, TinyPortal


def _symlink(path: str, target: Callable[[TinyPortal], Path | str]) -> Make:
    def make(portal: TinyPortal) -> None:
        place = portal.content / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.symlink_to(target(portal))

    return make


def _outside_file(portal: TinyPortal) -> Path:
    secret = portal.folder / "bi-mat.md"
    secret.write_text(post(), encoding="utf-8")
    return secret


def _outside_folder(portal: TinyPortal) -> Path:
    folder = portal.folder / "thu-muc-rieng"
    folder.mkdir(exist_ok=True)
    (folder / "bai.md").write_text(post(), encoding="utf-8")
    return folder


def _language_outside(portal: TinyPortal) -> None:
    portal.remove("vi/index.md")
    (portal.content / "vi").rmdir()
    (portal.content / "vi").symlink_to(_outside_folder(portal), target_is_directory=True)


def _pipe(portal: TinyPortal) -> None:
    if not hasattr(os, "mkfifo"):
        raise OSError("no pipes here")
    (portal.content / "vi/tin-tuc").mkdir(parents=True, exist_ok=True)
    os.mkfifo(portal.content / "vi/tin-tuc/pipe.md")


def _not_utf8_name(portal: TinyPortal) -> None:
    folder = portal.content / "vi/tin-tuc"
    folder.mkdir(parents=True, exist_ok=True)
    with open(os.fsencode(folder) + b"/b\xe0i.md", "wb") as file:
        file.write(post().encode())


def _twins(portal: TinyPortal) -> None:
    for form in ("NFC", "NFD"):
        portal.write(unicodedata.normalize(form, "vi/tin-tuc/sinh-đôi-ố.md"), post())
    if len(list((portal.content / "vi/tin-tuc").glob("sinh*"))) < 2:
        raise OSError("this disk takes the two names for one")


def _cased_media(portal: TinyPortal) -> None:
    portal.write("media/Cased.txt", "1")
    portal.write("media/cased.txt", "2")
    if len(list((portal.content / "media").glob("[Cc]ased.txt"))) < 2:
        raise OSError("this disk takes the two names for one")


def _huge_photo(portal: TinyPortal) -> None:
    with portal.write("media/huge.jpg", b"").open("r+b") as file:
        file.truncate(41_000_000)  # a hole: nothing is written


FILES = (
    item("empty", b"", 1, "file", "file.empty"),
    item("blank", b"\xef\xbb\xbf \r\n\t\n", 1, "file", "file.empty"),
    item("nul", post(body="a\nb\0c").encode(), BODY_LINE + 1, "file", "file.binary"),
    item("word", b"PK\x03\x04\x14\x00\x06", 1, "file", "file.binary"),
    item("not-utf8", post(body="một\nhai").encode() + b"ba \xe0\xff", BODY_LINE + 2, "file", "file.encoding"),
    item("tcvn", post(body="Hội nghị").encode("utf-8").replace("ộ".encode(), b"\xe9"), 6, "file", "file.encoding"),
    item("utf-16", post().encode("utf-16"), 1, "file", "file.encoding"),
    item("utf-16-be", b"\xfe\xff" + post().encode("utf-16-be"), 1, "file", "file.encoding"),
    item("ten-megabytes", post(body="chữ " * 2_000_000), 1, "file", "file.too_large", size="12001", limit="1000"),
    item("a-byte-too-much", b"x" * 1_000_001, 1, "file", "file.too_large", size="1001"),
    item("docx", b"PK\x03\x04", 1, "file", "file.not_markdown", "vi/tin-tuc/{name}.docx"),
    item("photo-misplaced", picture(), 1, "file", "file.not_markdown", "vi/{name}.png"),
    item("french", post(), 1, "file", "file.language", "fr/tin-tuc/{name}.md", name="fr"),
    item("language-case", post(), 1, "file", "file.language", "EN/tin-tuc/{name}.md", name="EN"),
    item("at-the-root", post(), 1, "file", "file.language", "{name}.md"),
    item("section-near", post(), 1, "file", "file.section", "vi/tin-tucs/{name}.md", nearest="tin-tuc"),
    item("section-far", post(), 1, "file", "file.section", "en/zzz/{name}.md", nearest=""),
    item("section-title", post(), 1, "file", "file.section", "vi/Tin Tức/{name}.md", nearest="tin-tuc"),
    Case("section-index", {"vi/tin-tuc/index.md": post()}, (("vi/tin-tuc/index.md", 1, "file", "file.index"),)),
    Case("section-index-2", {"vi/van-ban/INDEX.MD": post()}, (("vi/van-ban/INDEX.MD", 1, "file", "file.index"),)),
    Case("no-slug", {"vi/tin-tuc/！.md": post()}, (("vi/tin-tuc/！.md", 1, "file", "file.name"),)),
    Case("no-slug-page", {"vi/～.md": post()}, (("vi/～.md", 1, "file", "file.name"),)),
    Case("name-not-utf8", {}, (("vi/tin-tuc/b?i.md", 1, "file", "file.name"),), make=_not_utf8_name),
    Case("twins", {}, (("vi/tin-tuc/sinh-đôi-ố.md", 1, "file", "file.twice"),), make=_twins),
    Case("link-out", {}, ((ITEM, 1, "file", "file.symlink"),), make=_symlink("vi/tin-tuc/link-out.md", _outside_file)),
    Case(
        "link-folder-out",
        {},
        (("vi/tin-tuc/ra-ngoai", 1, "file", "file.symlink"),),
        make=_symlink("vi/tin-tuc/ra-ngoai", _outside_folder),
    ),
    Case(
        "link-media-out",
        {},
        (("media/ra-ngoai.txt", 1, "file", "file.symlink"),),
        make=_symlink("media/ra-ngoai.txt", _outside_file),
    ),
    Case(
        "link-broken",
        {},
        (("vi/tin-tuc/dut.md", 1, "file", "file.unreadable"),),
        make=_symlink("vi/tin-tuc/dut.md", lambda portal: "khong-co.md"),
    ),
    Case(
        "link-loop",
        {},
        (("vi/tin-tuc/vong.md", 1, "file", "file.unreadable"),),
        make=_symlink("vi/tin-tuc/vong.md", lambda portal: "vong.md"),
    ),
    Case("pipe", {}, (("vi/tin-tuc/pipe.md", 1, "file", "file.unreadable"),), make=_pipe),
    Case("language-out", {}, (("vi", 1, "file", "file.symlink"),), make=_language_outside, alone=True),
    Case(
        "broken-home", {"en/index.md": "Chào"}, (("en/index.md", 1, "frontmatter", "frontmatter.missing"),), alone=True
    ),
)

MEDIA = (
    item("no-photo", "đây là chữ", 1, "file", "media.not_image", "media/{name}.jpg"),
    item("cut-photo", picture("JPEG")[:-200], 1, "file", "media.not_image", "media/{name}.jpg"),
    item("wrong-ending", picture("PNG"), 1, "file", "media.not_image", "media/{name}.jpg"),
    item("empty-photo", b"", 1, "file", "media.not_image", "media/{name}.png"),
    item(
        "svg-script",
        "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>",
        1,
        "file",
        "media.unsafe_svg",
        "media/{name}.svg",
    ),
    item("program", b"MZ", 1, "file", "media.type", "media/{name}.exe", type=".exe"),
    item("photo-of-iphone", b"x", 1, "file", "media.type", "media/{name}.heic"),
    Case("huge-photo", {}, (("media/huge.jpg", 1, "file", "media.too_large"),), {"limit": "40 MB"}, _huge_photo),
    Case("cased", {}, (("media/cased.txt", 1, "file", "media.name"),), {"other": "Cased.txt"}, _cased_media),
    Case(
        "damaged-and-shown",
        {"media/{name}.jpg": "x", ITEM: post(cover("damaged-and-shown.jpg"), body="![a](damaged-and-shown.jpg)")},
        (("media/{name}.jpg", 1, "file", "media.not_image"),),
    ),
)

VOCABULARIES = (
    vocabulary("no-tags", None, (1, "file", "vocabulary.missing")),
    vocabulary("no-sections", None, (1, "file", "vocabulary.missing"), "sections.yml"),
    vocabulary("empty-tags", "", (1, "file", "file.empty")),
    vocabulary("tags-not-list", "nong-nghiep: Nông nghiệp\n", (1, "file", "vocabulary.not_list")),
    vocabulary("tags-broken", TAGS + "- id: [\n", (8, "file", "frontmatter.yaml")),
    vocabulary("tags-alias", TAGS + "- &a {id: b}\n- *a\n", (7, "file", "frontmatter.alias")),
    vocabulary("tags-deep", "[" * 60_000, (1, "file", "frontmatter.too_deep")),
    vocabulary("tags-words", "- Nông nghiệp\n", (1, "[0]", "field.mapping")),
    vocabulary("tag-no-id", TAGS + "- title: {vi: A, en: B}\n", (7, "[3].id", "field.required")),
    vocabulary(
        "tag-bad-id",
        "- id: Nông Nghiệp\n  title: {vi: A, en: B}\n",
        (1, "[0].id", "field.slug"),
        suggestion="nong-nghiep",
    ),
    vocabulary("tag-title-text", "- id: a\n  title: A\n", (2, "[0].title", "field.mapping")),
    vocabulary("tag-no-english", "- id: a\n  title: {vi: A}\n", (2, "[0].title", "vocabulary.title"), language="en"),
    vocabulary("tag-french", "- id: a\n  title: {vi: A, en: A, fr: A}\n", (2, "[0].title.fr", "vocabulary.language")),
    vocabulary("tag-year", "- id: a\n  title: {vi: 2026, en: A}\n", (2, "[0].title.vi", "field.quote")),
    vocabulary(
        "tag-id-twice", TAGS + "- id: nong-nghiep\n  title: {vi: A, en: B}\n", (7, "[3].id", "vocabulary.repeated")
    ),
    vocabulary(
        "tag-slug-twice",
        TAGS + "- id: moi\n  title: {vi: A, en: B}\n  slug: {en: agriculture}\n",
        (9, "[3].slug", "vocabulary.repeated"),
    ),
    vocabulary(
        "tag-title-twice",
        TAGS + "- id: moi\n  title: {vi: A, en: Agriculture}\n",
        (7, "[3].slug", "vocabulary.repeated"),
    ),
    vocabulary("tag-key-twice", "- id: a\n  id: b\n  title: {vi: A, en: B}\n", (2, "[0].id", "frontmatter.duplicate")),
    vocabulary(
        "tag-unknown-key",
        "- id: a\n  titel: {vi: A}\n  title: {vi: A, en: B}\n",
        (2, "[0].titel", "field.unknown"),
        nearest="title",
    ),
    vocabulary(
        "section-kind",
        SECTIONS + "- {id: a, kind: tin, title: {vi: A, en: B}}\n",
        (7, "[2].kind", "field.choice"),
        "sections.yml",
        value="tin",
    ),
    vocabulary(
        "section-no-kind",
        SECTIONS + "- {id: a, title: {vi: A, en: B}}\n",
        (7, "[2].kind", "field.required"),
        "sections.yml",
    ),
    vocabulary(
        "section-is-english",
        SECTIONS + "- {id: en, kind: news, title: {vi: A, en: B}}\n",
        (7, "[2].slug", "vocabulary.reserved"),
        "sections.yml",
        value="en",
    ),
    vocabulary(
        "section-is-figures",
        SECTIONS + "- {id: stats, kind: news, title: {vi: A, en: B}}\n",
        (7, "[2].slug", "vocabulary.reserved"),
        "sections.yml",
        value="stats",
    ),
    vocabulary(
        "section-is-feeds",
        SECTIONS + "- {id: a, kind: news, title: {vi: A, en: RSS}}\n",
        (7, "[2].slug", "vocabulary.reserved"),
        "sections.yml",
        value="rss",
    ),
    vocabulary("sections-utf16", SECTIONS.encode("utf-16"), (1, "file", "file.encoding"), "sections.yml"),
)
