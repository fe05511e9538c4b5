"""Documents whose form is not that of the decree: each is a warning at its line."""

from __future__ import annotations

from content.cases import BODY_LINE, PAPER, Case, header, item, post

_TABLE = "| Đơn vị | Số |\n|---|---:|\n| Sở A | 10 |\n| Sở B | 15 |\n| Cộng | 26 |"


def _record(name: str, given: str, field: str, code: str, /, **values: str) -> Case:
    """A document with one doubtful field, on line 4."""
    return header(name, f"document: {{{given}}}", f"document.{field}", f"document.{code}", path=PAPER, **values)


def _text(name: str, text: str, code: str, row: int, /, **values: str) -> Case:
    """A doubtful place in a document's text, which begins a line above `BODY_LINE + 1`."""
    record = post("document: {issued: 2024-03-05}", body=text)
    return item(name, record, BODY_LINE + 1 + row, "body", f"document.{code}", PAPER, **values)


DOCUMENTS = (
    _record("paper-number", "number: 1/QĐ-UBND, issued: 2024-03-05", "number", "number", right="01/QĐ-UBND"),
    _record(
        "paper-number-extra",
        'number: "Số: 12/QĐ-UBND", issued: 2024-03-05',
        "number",
        "number_extra",
        right="12/QĐ-UBND",
    ),
    _record(
        "paper-number-form",
        "number: 12/QĐ-UBND ngày 5/3/2024, issued: 2024-03-05",
        "number",
        "number_form",
        right="12/QĐ-UBND",
    ),
    _record("paper-undated", "number: 12/QĐ-UBND", "number", "issued", written="12/QĐ-UBND"),
    _record("paper-published", "issued: 2030-01-01", "issued", "published"),
    _record("paper-sign", 'number: "124"', "number", "sign", right="124/QĐ-UBND"),
    _record("paper-type", "number: 12/KH-UBND, type: QĐ, issued: 2024-03-05", "number", "type", type="QĐ"),
    _record("paper-year", "number: 12/2023/QĐ-UBND, issued: 2024-03-05", "number", "year", written="2023"),
    _record("paper-unknown-type", "type: Quyết định", "type", "unknown_type", nearest="QĐ"),
    _record(
        "paper-unknown-issuer", "number: 12/QĐ-SKHHCN, issued: 2024-03-05", "number", "unknown_issuer", nearest="SKHCN"
    ),
    _record("paper-signer", "signer: {position: KT GIÁM ĐỐC, name: An}", "signer.position", "signer", nearest="KT."),
    _record("paper-recipients", 'recipients: ["Sở A", "Lưu: VT."]', "recipients[0]", "recipients", right="Sở A;"),
    _record("paper-archive", 'recipients: ["Sở A;"]', "recipients[0]", "archive", written="Sở A;"),
    _record("paper-order", "issued: 2024-03-05, effective: 2024-03-04", "effective", "order", earlier="issued"),
    _text("paper-date", "An Lĩnh, ngày 06 tháng 3 năm 2024", "date", 0, right="ngày 05 tháng 3 năm 2024"),
    _text("paper-place-date", "Một.\n\nAn Lĩnh, ngày 5 tháng 3 năm 2024", "place_date", 2),
    _text("paper-end", "**Điều 1.** Phê duyệt.", "end", 0, written="Điều 1.** Phê duyệt."),
    _text("paper-amount", "Chi 1.000 đồng (hai nghìn đồng).", "amount", 0, right="Một nghìn đồng"),
    _text("paper-totals", _TABLE, "totals", 4, column="Số", written="26", right="25"),
    Case(
        "paper-block",
        {PAPER: post("document:", "  type: QĐ", "  recipients:", "    - Sở A;", "    - Sở B", "    - Lưu VT.")},
        ((PAPER, 8, "document.recipients[1]", "document.recipients"),),
    ),
    Case(
        "paper-translated",
        {
            "vi/van-ban/{name}.md": post("document: {number: 2/QĐ-UBND, issued: 2024-03-05}"),
            "en/van-ban/{name}.md": post(date=""),
        },
        ((PAPER, 4, "document.number", "document.number"),),
    ),
    Case(
        "paper-english",
        {"en/van-ban/{name}.md": post("document: {number: 3/QĐ-UBND, issued: 2024-03-05}")},
        (("en/van-ban/{name}.md", 4, "document.number", "document.number"),),
    ),
)
