"""A document's own number, as its record has it."""

from __future__ import annotations

from newsportal.citations.numbered import SERIAL, SIGN
from newsportal.citations.signs import number_of, read_party_sign, read_sign, up_to_dot
from newsportal.citations.standards import parse_standard
from newsportal.citations.values import Number


def parse_number(text: str) -> Number | None:
    """Read a whole number such as "124/QĐ-UBND", "36-NQ/TW" or "101/2023/QH15"; None for anything else.

    The text is in NFC. Types and issuers that no list has are left as they are written, as in citations, and a sign of
    unknown parts is taken at its word: whoever writes a record means a number. A blank one ("/QĐ-UBND") is none.
    """
    line = " ".join(text.split())
    slash = line.find("/")
    serial = SERIAL.fullmatch(line, 0, slash) if slash > 0 else None
    sign = SIGN.fullmatch(line, slash) if serial else None
    if serial is None or sign is None or (serial["type"] and sign["year"]) or up_to_dot(sign["sign"]) != sign["sign"]:
        return parse_standard(line)
    party = bool(serial["type"])
    read = read_party_sign(serial["type"], sign["sign"]) if party else read_sign(sign["sign"])
    return number_of(serial["serial"], sign["year"] or "", read, party=party)
