"""Bodies of the Party, from the Central Committee to party cells, before and after the mergers of February 2025."""

from __future__ import annotations

from newsportal.citations.issuer import Issuer, IssuerName, Reach, called

_MERGED = "2025-02-03"
_NO_DISTRICTS = "2025-07-01"


def _party(code: str, *names: IssuerName, spellings: tuple[str, ...] = ()) -> Issuer:
    return Issuer(code, names, Reach.PARTY, spellings)


PARTY = (
    _party("TW", called("Trung ương Đảng", "Party Central Committee"), spellings=("TƯ", "BCHTW", "TWĐ")),
    _party("VPTW", called("Văn phòng Trung ương Đảng", "Office of the Party Central Committee"), spellings=("VPTƯ",)),
    _party("UBKTTW", called("Ủy ban Kiểm tra Trung ương", "Central Inspection Commission"), spellings=("UBKTTƯ",)),
    _party("BTCTW", called("Ban Tổ chức Trung ương", "Central Organisation Commission"), spellings=("BTCTƯ",)),
    _party(
        "BTGTW",
        called("Ban Tuyên giáo Trung ương", "Central Commission for Information and Education", "2007-04-11", _MERGED),
        spellings=("BTGTƯ",),
    ),
    _party(
        "BDVTW",
        called("Ban Dân vận Trung ương", "Central Commission for Mass Mobilisation", "", _MERGED),
        spellings=("BDVTƯ",),
    ),
    _party(
        "BTGDVTW",
        called(
            "Ban Tuyên giáo và Dân vận Trung ương",
            "Central Commission for Information, Education and Mass Mobilisation",
            _MERGED,
        ),
    ),
    _party(
        "BNCTW",
        called("Ban Nội chính Trung ương", "Central Commission for Internal Affairs", "2012-12-28"),
        spellings=("BNCTƯ",),
    ),
    _party(
        "BKTTW",
        called("Ban Kinh tế Trung ương", "Central Economic Commission", "2012-12-28", _MERGED),
        spellings=("BKTTƯ",),
    ),
    _party(
        "BCSCLTW",
        called("Ban Chính sách, chiến lược Trung ương", "Central Commission for Policy and Strategy", _MERGED),
    ),
    _party("BĐNTW", called("Ban Đối ngoại Trung ương", "Central Commission for External Relations", "", _MERGED)),
    _party("BCĐTW", called("Ban Chỉ đạo Trung ương", "Central Steering Committee"), spellings=("BCĐTƯ",)),
    _party("HVCTQG", called("Học viện Chính trị quốc gia Hồ Chí Minh", "Ho Chi Minh National Academy of Politics")),
    _party("ĐUK", called("Đảng ủy Khối", "Party Committee of the Bloc", "", _MERGED)),
    _party("TU", called("Tỉnh ủy", "Provincial Party Committee")),
    _party("VPTU", called("Văn phòng Tỉnh ủy", "Office of the Provincial Party Committee")),
    _party("UBKTTU", called("Ủy ban Kiểm tra Tỉnh ủy", "Inspection Commission of the Provincial Party Committee")),
    _party("BTCTU", called("Ban Tổ chức Tỉnh ủy", "Organisation Commission of the Provincial Party Committee")),
    _party(
        "BTGTU",
        called(
            "Ban Tuyên giáo Tỉnh ủy",
            "Information and Education Commission of the Provincial Party Committee",
            "",
            _MERGED,
        ),
    ),
    _party(
        "BDVTU",
        called("Ban Dân vận Tỉnh ủy", "Mass Mobilisation Commission of the Provincial Party Committee", "", _MERGED),
    ),
    _party(
        "BTGDVTU",
        called(
            "Ban Tuyên giáo và Dân vận Tỉnh ủy",
            "Information, Education and Mass Mobilisation Commission of the Provincial Party Committee",
            _MERGED,
        ),
    ),
    _party("BNCTU", called("Ban Nội chính Tỉnh ủy", "Internal Affairs Commission of the Provincial Party Committee")),
    _party("HU", called("Huyện ủy", "District Party Committee", "", _NO_DISTRICTS)),
    _party("ThU", called("Thị ủy", "Town Party Committee", "", _NO_DISTRICTS)),
    _party("QU", called("Quận ủy", "Urban District Party Committee", "", _NO_DISTRICTS)),
    _party("VPHU", called("Văn phòng Huyện ủy", "Office of the District Party Committee", "", _NO_DISTRICTS)),
    _party(
        "UBKTHU",
        called("Ủy ban Kiểm tra Huyện ủy", "Inspection Commission of the District Party Committee", "", _NO_DISTRICTS),
    ),
    _party(
        "BTCHU",
        called("Ban Tổ chức Huyện ủy", "Organisation Commission of the District Party Committee", "", _NO_DISTRICTS),
    ),
    _party("ĐU", called("Đảng ủy", "Party Committee")),
    _party("VPĐU", called("Văn phòng Đảng ủy", "Office of the Party Committee")),
    _party("UBKTĐU", called("Ủy ban Kiểm tra Đảng ủy", "Inspection Commission of the Party Committee")),
    _party("BCSĐ", called("Ban cán sự đảng", "Party Civil Affairs Committee", "", _MERGED)),
    _party("ĐĐ", called("Đảng đoàn", "Party Caucus", "", _MERGED)),
    _party("CB", called("Chi bộ", "Party Cell")),
    _party("ĐTN", called("Đoàn Thanh niên", "Youth Union")),
)
"""Issuers of party documents."""
