"""Type words: how documents' types are called in front of their numbers, in Vietnamese and English."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from enum import IntEnum
from types import MappingProxyType
from typing import NamedTuple

from newsportal.citations.types import TYPES


class Alone(IntEnum):
    """When a type word and a serial, without a sign, are a citation in short form."""

    REPEATED = 0
    """Only where the full form stands earlier in the text: "Đề án 06" may be anything."""
    NUMBERED = 1
    """With "số": "Kế hoạch số 46"; "kế hoạch 5 năm" is none."""
    ALWAYS = 2
    """"Nghị định 35": the word is never counted with."""


class TypeWord(NamedTuple):
    """The type a word stands for, other types that its documents' signs have by custom, and when it stands alone."""

    code: str
    customs: frozenset[str] = frozenset()
    alone: Alone = Alone.NUMBERED

    def allows(self, code: str) -> bool:
        """Whether a sign with this type is no surprise after the word."""
        return not self.code or code == self.code or code in self.customs


_DECIDED = frozenset({"QĐ", "NQ"})
_CUSTOMS: Mapping[str, frozenset[str]] = MappingProxyType({
    # What is issued by a decision or a resolution goes by its number: Quy định 132-QĐ/TW, Chương trình 135/QĐ-TTg.
    **dict.fromkeys(("QyĐ", "QC", "CTr", "ĐA", "DA", "PA"), _DECIDED),
    "TT": frozenset({"TTLT"}),
    "NQ": frozenset({"NQLT"}),
    "KL": frozenset({"TB"}),
    "GP": frozenset({"QĐ", "GCN"}),
    "GCN": frozenset({"GP", "QĐ"}),
})  # fmt: skip
"""Type of the word → types of the sign that custom allows."""

_ALWAYS = frozenset({"NĐ", "TT", "TTLT", "NQ", "CT"})
_REPEATED = frozenset({"DA", "ĐA", "CTr", "PA", "HĐ", "BB", "TC", "L", "PG", "PC", "PB", "GM", "GGT", "GNP", "GUQ"})

_OTHER_WORDS: Mapping[str, str] = MappingProxyType({
    "bộ luật": "L",
    "lệnh": "L",
    "pháp lệnh": "PL",
    "quy chế phối hợp": "QC",
    "chương trình hành động": "CTr",
    "chương trình công tác": "CTr",
    "chương trình phối hợp": "CTr",
    "thông báo kết luận": "TB",
    "công văn hỏa tốc": "CV",
    "bản thoả thuận": "BTT",
    "giấy uỷ quyền": "GUQ",
    "giấy xác nhận": "GCN",
    "giấy phép hoạt động": "GP",
    "thông tri": "CT",
    "official dispatch": "CV",
    "dispatch": "CV",
    "letter": "CV",
    "announcement": "TB",
    "notification": "TB",
    "guideline": "HD",
    "instruction": "CT",
    "program": "CTr",
    "action programme": "CTr",
    "action plan": "KH",
    "license": "GP",
    "code": "L",
    "proposal": "TTr",
})  # fmt: skip
"""Words besides the names of the types."""
_ANY_TYPE = ("văn bản", "document")
"""Words for documents of whatever type."""
NO_TYPE_WORDS = frozenset({"pháp luật", "kỷ luật"})
"""What ends like a type word and is none: "Luật Ban hành văn bản quy phạm pháp luật số 80/2015/QH13"."""


def _word(code: str) -> TypeWord:
    alone = Alone.ALWAYS if code in _ALWAYS else Alone.REPEATED if code in _REPEATED else Alone.NUMBERED
    return TypeWord(code, _CUSTOMS.get(code, frozenset()), alone)


def _named() -> Iterator[tuple[str, str]]:
    for each in TYPES.values():
        yield each.vi.lower(), each.code
        yield each.en.lower(), each.code
        yield f"{each.en.lower()}s", each.code
        yield each.code, each.code
    yield from _OTHER_WORDS.items()
    yield from (("QD", "QĐ"), ("ND", "NĐ"))


TYPE_WORDS: Mapping[str, TypeWord] = MappingProxyType(
    {word: _word(code) for word, code in _named()} | dict.fromkeys(_ANY_TYPE, TypeWord("", alone=Alone.REPEATED))
)
"""Words in lower case and abbreviations as they are ("QĐ") → what they mean."""


def _endings() -> dict[str, tuple[int, ...]]:
    found: defaultdict[str, set[int]] = defaultdict(set)
    for word in TYPE_WORDS:
        syllables = word.lower().split()
        found[syllables[-1]].add(len(syllables))
    return {ending: tuple(sorted(counts, reverse=True)) for ending, counts in found.items()}


ENDINGS: Mapping[str, tuple[int, ...]] = MappingProxyType(_endings())
"""Last syllables of type words, in lower case → how many syllables these may have, the longest first."""
