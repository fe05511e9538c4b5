"""What the rules for documents say to editors, English: code → (message, hint with the rule's source)."""

from collections.abc import Mapping
from types import MappingProxyType

MESSAGES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "document.amount": (
            "the amount in figures ({figures}) differs from the amount in words (“{words}”)",
            "Both must agree. If the figures are right, write “{right}”; if the words are, mend the figures.",
        ),
        "document.archive": (
            "the recipients end with “{written}”, without a line for the archive",
            "The last recipient is the archive, for example “Lưu: VT, VP.” (Decree 30/2020/NĐ-CP, annex I, part I, II.9).",
        ),
        "document.date": (
            "“{written}” differs from the day of issue in the field issued",
            "If issued is right, write “{right}”; if the document is, mend issued (Decree 30/2020/NĐ-CP, annex I, part I, II.4).",
        ),
        "document.end": (
            "the document’s text ends (“{written}”) without “./.”",
            "Write ./. right after the last word of the text, like the forms in annex III of Decree 30/2020/NĐ-CP.",
        ),
        "document.issued": (
            "the document has the number “{written}” and no day of issue",
            "Give issued: numbers begin anew each year (Decree 30/2020/NĐ-CP, Article 15), so without a day no citation reaches this document.",
        ),
        "document.number": (
            "the number “{written}” is below 10 and lacks its zero",
            "Write “{right}”: numbers below 10 take a zero in front (Decree 30/2020/NĐ-CP, annex I, part I, II.3).",
        ),
        "document.number_extra": (
            "the field number says “{written}”, which is read as “{right}”",
            "Write number and sign alone: “{right}”, without “Số:” and without spaces around the strokes (Decree 30/2020/NĐ-CP, annex I, part I, II.3).",
        ),
        "document.number_form": (
            "the number “{written}” cannot be read",
            "Write number and sign like “{right}”, with no date or other words; leave it empty if there is none yet (Decree 30/2020/NĐ-CP, annex I, part I, II.3).",
        ),
        "document.order": (
            "the day in {later} is before the day in {earlier}",
            "Look at both days: a document is usually in force from its issue on, and ceases after it was in force.",
        ),
        "document.place_date": (
            "the date “{written}” is not in its proper form",
            "Write “{right}”: days below 10 and the months 1 and 2 take a zero in front, other months none (Decree 30/2020/NĐ-CP, annex I, part I, II.4).",
        ),
        "document.published": (
            "the day of issue is after that of publication",
            "Look at issued and date: a document appears on the day it is issued or later.",
        ),
        "document.recipients": (
            "this recipient must end with “{end}”",
            "Write “{right}”: every recipient ends with a semicolon, the last with a full stop (Decree 30/2020/NĐ-CP, annex I, part I, II.9).",
        ),
        "document.sign": (
            "“{written}” is a number without a sign",
            "Write number and sign with a slash between them, for example “{right}” (Decree 30/2020/NĐ-CP, annex I, part I, II.3).",
        ),
        "document.signer": (
            "there is no authority to sign abbreviated “{written}”{nearest}",
            "Before a signer’s position stand only TM., Q., KT., TL., TUQ., with a dot (Decree 30/2020/NĐ-CP, annex I, part I, II.7).",
        ),
        "document.totals": (
            "the total of the column “{column}” is given as {written}, the rows above add up to {right}",
            "Look at the figures of the column; if it is no sum, give the last row another name.",
        ),
        "document.type": (
            "the sign in “{written}” is not that of the type “{type}”",
            "Make the field type and the number agree: a sign begins with the code of the type (Decree 30/2020/NĐ-CP, annex I, part I, II.3; annex III).",
        ),
        "document.unknown_issuer": (
            "no agency is known as “{issuer}”{nearest}",
            "Look at the agency’s abbreviation in the sign (Decree 30/2020/NĐ-CP, annex I, part I, II.3).",
        ),
        "document.unknown_type": (
            "no type of documents is known as “{type}”{nearest}",
            "Use the codes of annex III of Decree 30/2020/NĐ-CP, such as QĐ, KH, TTr.",
        ),
        "document.year": (
            "the year {written} in the sign differs from the year of issue, {issued}",
            "Mend the number or the field issued: numbers begin anew each year (Decree 30/2020/NĐ-CP, Article 15).",
        ),
    }
)
