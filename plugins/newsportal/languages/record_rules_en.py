"""What records that contradict themselves or each other say to editors, English: code → (message, hint)."""

from collections.abc import Mapping
from types import MappingProxyType

MESSAGES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "record.circle": (
            "this document replaces or amends “{citation}”, which replaces or amends it in turn",
            "Delete one of the two directions in replaces or amends.",
        ),
        "record.has_begun": (
            "status is not_yet, but effective is {day}, which has come",
            "Delete status, so that the portal goes by the days, or mend effective.",
        ),
        "record.has_ended": (
            "status is in_force, but {other} has replaced this document",
            "Change status to expired and give the day in expires, or delete status, so that the portal goes by what replaced it.",
        ),
        "record.has_expired": (
            "status is in_force, but expires is {day}, which has passed",
            "Delete status, so that the portal goes by the days, or mend expires.",
        ),
        "record.itself": (
            "“{citation}” is the number of this document itself",
            "Mend or delete the line: no document can replace or amend itself.",
        ),
        "record.needs_date": (
            "“{citation}” has no year, so nobody can tell which document it is",
            "Add the day of issue: “{citation} ngày …”. Numbers begin anew each year (Decree 30/2020/NĐ-CP, Article 15).",
        ),
        "record.no_document": (
            "no document is recognised in “{written}”",
            "Give number, sign and date, as in “Quyết định số 12/QĐ-UBND ngày 04/3/2022”; delete the entry if it is no document.",
        ),
        "record.older": (
            "“{citation}” was issued on {day}, after this document",
            "Look at issued in both: an earlier document cannot replace or amend a later one.",
        ),
        "record.twin": (
            "the number “{number}”, the issuer and the year are those of {other} as well",
            "Look at number, issuer and issued: within a year an agency gives each number to one document (Decree 30/2020/NĐ-CP, Article 15).",
        ),
    }
)
