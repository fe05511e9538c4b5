"""Issuers in words: what follows a citation ("của UBND tỉnh Bắc Kạn"), and whether two names can be the same body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from newsportal.citations.issuer import Reach
from newsportal.citations.issuers import ISSUERS
from newsportal.citations.phrases import phrases
from newsportal.text import fold, unify_tones

_SHORT_NAMES: Mapping[str, str] = MappingProxyType({
    "UBND": "UBND",
    "HĐND": "HĐND",
    "UBTVQH": "UBTVQH",
    "Thủ tướng": "TTg",
    "Bộ Chính trị": "Bộ Chính trị",
    "Politburo": "Bộ Chính trị",
    "Ban Bí thư": "Ban Bí thư",
    "Ban Bí thư Trung ương": "Ban Bí thư",
    "Ban Bí thư Trung ương Đảng": "Ban Bí thư",
    "Secretariat": "Ban Bí thư",
    "Ban Chấp hành Trung ương": "TW",
    "Ban Chấp hành Trung ương Đảng": "TW",
    "Trung ương": "TW",
    "Central Committee": "TW",
    "Thành ủy": "TU",
    "Thanh tra thành phố": "TTT",
    "Tòa án nhân dân": "TANDT",
    "Viện kiểm sát nhân dân": "VKSNDT",
    "Provincial People's Committee": "UBND",
    "Provincial People's Council": "HĐND",
    "MOST": "BKHCN",
    "Bộ KHCN": "BKHCN",
    "Sở KHCN": "SKHCN",
})  # fmt: skip
"""Names besides those of the closed list → the code of the body, or a name where several bodies share a code."""

_SHORTENED: tuple[tuple[str, str], ...] = (
    ("Ủy ban nhân dân", "UBND"),
    ("Hội đồng nhân dân", "HĐND"),
    ("Khoa học và Công nghệ", "KH&CN"),
    ("Thông tin và Truyền thông", "TT&TT"),
    ("Tài nguyên và Môi trường", "TN&MT"),
    ("Nông nghiệp và Phát triển nông thôn", "NN&PTNT"),
    ("Nông nghiệp và Môi trường", "NN&MT"),
    ("Kế hoạch và Đầu tư", "KH&ĐT"),
    ("Giáo dục và Đào tạo", "GD&ĐT"),
    ("Giao thông vận tải", "GTVT"),
    ("Lao động - Thương binh và Xã hội", "LĐ-TB&XH"),
    ("Lao động - Thương binh và Xã hội", "LĐTB&XH"),
    ("Văn hóa, Thể thao và Du lịch", "VH,TT&DL"),
    ("Văn hóa, Thể thao và Du lịch", "VHTT&DL"),
    ("Tiêu chuẩn Đo lường Chất lượng", "TCĐLCL"),
)
"""How parts of names are shortened."""


def _names() -> Iterator[tuple[str, str]]:
    for code, issuer in ISSUERS.items():
        for vi, en, *_ in issuer.names:
            yield vi, code
            yield en, code
            yield from ((vi.replace(long, short), code) for long, short in _SHORTENED if long in vi)
    yield from _SHORT_NAMES.items()


# The first code that has a name is the one in use today: UBND before UB.
_BODIES = phrases(dict(reversed(list(_names()))))

_ROLE = re.compile(
    r"(?:Chủ\stịch|Bộ\strưởng|Giám\sđốc|Thường\strực|Ban\sThường\svụ|Chánh\sVăn\sphòng|Chair(?:man)?\sof|Minister\sof)\s"
    r"(?:the\s)?",
    re.IGNORECASE,
)
_ROLE_LETTERS = frozenset("CcBbGgTtMm")
_OF = re.compile(
    r"(?:,(?=\scủa\s))?[ \t\r\n\xa0*_]{1,8}(?:(?:của|do|of|by|from)\s(?:the\s)?|(?P<bracket>\()\s?)", re.IGNORECASE
)
_OF_LETTERS = frozenset("cdobfCDOBF( *_\xa0\n\t\r")
"""What follows the first space: most of what is no issuer is told by a letter."""
_CLAUSE = re.compile(
    r",[ \n\xa0](?P<word>(?:tại|Hội nghị|Đoàn|Lãnh đạo|lãnh đạo|Đồng chí|đồng chí|Ông|ông|Bà|bà|các|đã)[ \n\xa0])?"
)
_BRACKET_END = re.compile(r"\s?\)")
_LEVELS: Mapping[str, str] = MappingProxyType({
    **dict.fromkeys(("tinh", "province", "provincial"), "tinh"),
    **dict.fromkeys(("thanh pho", "tp", "tp.", "city"), "thanh pho"),
    **dict.fromkeys(("huyen", "quan", "district"), "huyen"),
    **dict.fromkeys(("thi xa", "town"), "thi xa"),
    **dict.fromkeys(("xa", "commune"), "xa"),
    **dict.fromkeys(("phuong", "ward"), "phuong"),
    **dict.fromkeys(("thi tran", "township"), "thi tran"),
    "dac khu": "dac khu",
})  # fmt: skip
"""Words for levels of administration, folded, in both languages → one of them."""
_LEVEL = re.compile(r"\s(?:tỉnh|thành phố|tp\.?|quận|huyện|thị xã|phường|xã|thị trấn|đặc khu)(?![^\W_])", re.IGNORECASE)
_MORE_NAME_WORDS = """
    tỉnh thành phố tp tp. quận huyện thị xã phường trấn đặc khu tịch trưởng đốc trực vụ phòng - of the
"""
NAME_WORDS = frozenset((" ".join(_BODIES.whole).replace("hóa", "hóa,") + _MORE_NAME_WORDS).split())
"""Words in small letters that names of bodies and their heads have; those of places have capitals."""
_LEVEL_LETTERS = frozenset("tThHqQpPxXđĐ")
_LEVEL_FIRST = re.compile(_LEVEL.pattern.removeprefix(r"\s"), re.IGNORECASE)
_SYLLABLE = re.compile(r"\s(?:-\s)?([^\W\d_]+)")
_ENGLISH_PLACE = re.compile(
    r"\sof((?:\s[^\W\d_]{1,12}){1,4}?)\s(Province|City|District|Town|Commune|Ward|Township)(?![^\W_])"
)
FAMILIES = frozenset(
    ("Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Vũ", "Đặng", "Bùi", "Đỗ", "Ngô", "Trịnh", "Trương")
)
"""Family names with which no province's or city's name begins: "Chủ tịch UBND tỉnh Lê Văn An"."""
_NAMED_AFTER_PEOPLE = frozenset({"quận", "huyện", "thị xã", "phường", "xã", "thị trấn", "đặc khu"})
_MOST_SYLLABLES = 4
"""Of a place's name: Bà Rịa - Vũng Tàu."""
_CENTRAL = frozenset({"TW", "Bộ Chính trị", "Ban Bí thư"})
"""Who numbers documents in one series with the Party's Central Committee."""
_COUNCIL = frozenset({"UBND", "UB"})
"""Codes of one body, of today and before 2005."""


class Agency(NamedTuple):
    """An issuer's name in a text, and where it ends; no name ends where it begins."""

    name: str
    end: int


def agency_after(text: str, place: int) -> Agency:
    """The known body named right after `place`: "của UBND tỉnh Bắc Kạn" gives "UBND tỉnh Bắc Kạn", and so do
    "(UBND tỉnh Bắc Kạn)" and, of a body that is not told but for its place, "của tỉnh Bắc Kạn"."""
    if text[place : place + 1] == " " and text[place + 1 : place + 2] not in _OF_LETTERS:
        return Agency("", place)
    of = _OF.match(text, place)
    found = named(text, of.end()) if of else None
    if of is None or found is None:
        return Agency("", place)
    name = Agency(" ".join(text[of.end() : found[0]].split()), found[0])
    if not of["bracket"]:
        return name
    closing = _BRACKET_END.match(text, name.end)
    return name._replace(end=closing.end()) if closing else Agency("", place)


def begins_clause(text: str, place: int) -> bool:
    """Whether behind a date a comma and who or where follow, so that the date is that of what is then told."""
    clause = _CLAUSE.match(text, place)
    return clause is not None and (clause["word"] is not None or named(text, clause.end()) is not None)


def numbers_as(body: str, issuer: str) -> bool:
    """Whether documents of a body can have the code in their numbers; a place alone leaves the body open."""
    same = {body, issuer}
    return not body or len(same) == 1 or same <= _COUNCIL or same <= _CENTRAL


def named(text: str, place: int) -> tuple[int, str] | None:
    """Where the name that begins at `place` ends, with its place, and the body; none of "tỉnh Bắc Kạn"."""
    found = _body(text, place)
    if found is not None:
        return _end_of_place(text, *found), found[1]
    level = _LEVEL_FIRST.match(text, place) if text[place : place + 1] in _LEVEL_LETTERS else None
    names = _capitalised(text, level.end(), level[0]) if level else ()
    return (names[-1], "") if names else None


def _body(text: str, place: int) -> tuple[int, str] | None:
    """Where the body's name that begins at `place` ends, and the body; its head ("Chủ tịch UBND") stands for it."""
    role = _ROLE.match(text, place) if text[place : place + 1] in _ROLE_LETTERS else None
    found = _BODIES.longest(text, role.end()) if role else None
    return found or _BODIES.longest(text, place)


def _end_of_place(text: str, end: int, body: str) -> int:
    english = _ENGLISH_PLACE.match(text, end) if text[end + 1 : end + 3] == "of" else None
    if english:
        return english.end()
    level = _LEVEL.match(text, end)
    names = _capitalised(text, level.end() if level else end, level[0] if level else "")
    if level:
        return names[-1] if names else level.end()
    # Without the level's name, one capital letter may begin anything: "của Tỉnh ủy Kon Tum".
    issuer = ISSUERS.get(body)
    local = issuer is not None and issuer.reach in (Reach.LOCAL, Reach.PARTY)
    return names[-1] if local and len(names) > 1 else end


def _capitalised(text: str, place: int, level: str) -> list[int]:
    """Where the syllables end that follow with capital letters, up to a person's name where no place has one."""
    ends: list[int] = []
    while len(ends) < _MOST_SYLLABLES:
        match = _SYLLABLE.match(text, ends[-1] if ends else place)
        if match is None or not match[1][0].isupper():
            break
        if match[1] in FAMILIES and level.strip().lower() not in _NAMED_AFTER_PEOPLE:
            break
        ends.append(match.end())
    return ends


def agencies_agree(one: str, other: str) -> bool:
    """Whether two names can be the same body, in either language, in full or shortened.

    "UBND tỉnh" agrees with "Ủy ban nhân dân tỉnh An Lĩnh", but "UBND tỉnh Bắc Kạn" does not: what one name leaves open
    the other may say: "tỉnh Bắc Kạn" only the place. An empty name agrees with any. Both placements of tones are one.
    """
    if not one.strip() or not other.strip():
        return True
    bodies, *details = zip(_identity(one), _identity(other), strict=True)
    same_body = "" in bodies or bodies[0] == bodies[1] or ("TW" in bodies and _CENTRAL.issuperset(bodies))
    return same_body and all(not first or not second or first == second for first, second in details)


class _Identity(NamedTuple):
    body: str
    level: str
    place: str


_ANY_LEVEL = "|".join(sorted(map(re.escape, _LEVELS), key=len, reverse=True))
_REST = re.compile(rf"[\s,]*(?:of )?(?:(?P<level>{_ANY_LEVEL})(?!\w))?\s*(?P<place>.*)")
_LEVEL_BEHIND = re.compile(r"(?P<place>.*\S) (?P<level>province|city|district|town|commune|ward|township)")


def _identity(name: str) -> _Identity:
    line = " ".join(name.split())
    found = _body(line, 0)
    level = _LEVEL_FIRST.match(line) or _LEVEL.search(line)
    end = found[0] if found else level.start() if level else len(line)
    rest = fold(line[end:]).replace(" – ", " - ")
    parts = _LEVEL_BEHIND.fullmatch(rest.removeprefix(" of ")) or _REST.fullmatch(rest)
    written = (parts["level"] if parts else None) or ("provincial" if fold(line).startswith("provincial ") else "")
    body = found[1] if found else fold(unify_tones(line[:end]))
    return _Identity(body, _LEVELS.get(written, ""), parts["place"].replace(" - ", " ") if parts else "")
