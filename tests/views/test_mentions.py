"""Lines of a record: not a letter is changed, and documents they name are linked."""

from __future__ import annotations

import datetime as dt

from documents.samples import paper
from newsportal.views.article import ArticleView, DocumentView, article_pages
from newsportal.views.site import Site
from values import article, site

BASIS = (
    "Luật Khoa học, công nghệ và đổi mới sáng tạo số 93/2025/QH15 ngày 27/6/2025",
    "Căn cứ Quyết định số 08/2021/QĐ-UBND ngày 12/4/2021 và Nghị định số 30/2020/NĐ-CP ngày 05/3/2020;",
    "08/2021/QĐ-UBND",
    "Theo đề nghị của Giám đốc Sở R&D <b>",
)
OLD = paper("cu", "08/2021/QĐ-UBND", dt.date(2021, 4, 12), date=dt.date(2021, 4, 14))
NEW = paper("moi", "15/2026/QĐ-UBND", dt.date(2026, 8, 20), date=dt.date(2026, 8, 24), legal_basis=BASIS)


def document(of: Site, path: str) -> DocumentView:
    content = next(plan for plan in article_pages(of) if plan.source == path).content()
    assert isinstance(content, ArticleView)
    assert content.document
    return content.document


def test_the_parts_of_a_line_are_the_line() -> None:
    shown = document(site((OLD, NEW)), NEW.path)
    assert shown.sheet
    assert set(shown.lines) == {*BASIS, *shown.sheet.basis}
    assert all("".join(part.text for part in parts) == line for line, parts in shown.lines.items())


def test_each_document_that_a_line_names_is_linked() -> None:
    lines = document(site((OLD, NEW)), NEW.path).lines
    linked = [[(part.text, part.document.address) for part in lines[line] if part.document] for line in BASIS]
    law, old, decree = (
        "/vien-dan/luat/2025/#93-l-qh-588f0349b1",
        "/van-ban/2021/cu/",
        "/vien-dan/nghi-dinh/2020/#30-nd-cp-cb6816de33",
    )
    assert linked == [
        [(BASIS[0], law)],
        [("Quyết định số 08/2021/QĐ-UBND ngày 12/4/2021", old), ("Nghị định số 30/2020/NĐ-CP ngày 05/3/2020", decree)],
        [("08/2021/QĐ-UBND", old)],
        [],
    ]


def test_a_document_does_not_link_to_itself() -> None:
    own = paper("moi", "15/2026/QĐ-UBND", dt.date(2026, 8, 20), legal_basis=("Quyết định số 15/2026/QĐ-UBND", BASIS[0]))
    lines = document(site((own, article("tin"))), own.path).lines
    assert [part.document for part in lines["Quyết định số 15/2026/QĐ-UBND"]] == [None]
    assert lines[BASIS[0]][1].document
