"""Bodies that every province, district or commune has: councils, committees, departments."""

from __future__ import annotations

from newsportal.citations.issuer import Issuer, IssuerName, Reach, called

_REFORM = "2025-03-01"
"""When departments merged; districts ended on 1 July 2025."""
_NO_DISTRICTS = "2025-07-01"


def _each(code: str, *names: IssuerName, spellings: tuple[str, ...] = ()) -> Issuer:
    return Issuer(code, names, Reach.LOCAL, spellings)


_COUNCILS = (
    _each("UBND", called("Ủy ban nhân dân", "People's Committee"), spellings=("UBNDT",)),
    _each("UB", called("Ủy ban nhân dân", "People's Committee", "", "2005-04-01")),
    _each("HĐND", called("Hội đồng nhân dân", "People's Council"), spellings=("HĐNDT",)),
    _each("ĐĐBQH", called("Đoàn đại biểu Quốc hội", "Delegation of National Assembly Deputies"), spellings=("ĐBQH",)),
    _each("VPUBND", called("Văn phòng Ủy ban nhân dân", "Office of the People's Committee"), spellings=("VPUB",)),
    _each("VPHĐND", called("Văn phòng Hội đồng nhân dân", "Office of the People's Council")),
    _each("VP", called("Văn phòng", "Office")),
    _each("BCĐ", called("Ban Chỉ đạo", "Steering Committee")),
    _each("TANDT", called("Tòa án nhân dân tỉnh", "Provincial People's Court")),
    _each("VKSNDT", called("Viện kiểm sát nhân dân tỉnh", "Provincial People's Procuracy"), spellings=("VKST",)),
)

_DEPARTMENTS = (
    _each("SKHCN", called("Sở Khoa học và Công nghệ", "Department of Science and Technology"), spellings=("SKH&CN",)),
    _each(
        "SKHCNMT",
        called(
            "Sở Khoa học, Công nghệ và Môi trường",
            "Department of Science, Technology and Environment",
            "",
            "2003-07-01",
        ),
    ),
    _each(
        "STTTT",
        called("Sở Thông tin và Truyền thông", "Department of Information and Communications", "2008-02-20", _REFORM),
        spellings=("STT&TT",),
    ),
    _each(
        "STNMT",
        called("Sở Tài nguyên và Môi trường", "Department of Natural Resources and Environment", "2003-07-01", _REFORM),
        spellings=("STN&MT",),
    ),
    _each(
        "SNNPTNT",
        called(
            "Sở Nông nghiệp và Phát triển nông thôn", "Department of Agriculture and Rural Development", "", _REFORM
        ),
        spellings=("SNN&PTNT", "SNN"),
    ),
    _each(
        "SNNMT",
        called("Sở Nông nghiệp và Môi trường", "Department of Agriculture and Environment", _REFORM),
        spellings=("SNN&MT",),
    ),
    _each(
        "SKHĐT",
        called("Sở Kế hoạch và Đầu tư", "Department of Planning and Investment", "", _REFORM),
        spellings=("SKH&ĐT", "SKH"),
    ),
    _each("STC", called("Sở Tài chính", "Department of Finance")),
    _each("SGTVT", called("Sở Giao thông vận tải", "Department of Transport", "", _REFORM)),
    _each("SXD", called("Sở Xây dựng", "Department of Construction")),
    _each(
        "SLĐTBXH",
        called("Sở Lao động - Thương binh và Xã hội", "Department of Labour, Invalids and Social Affairs", "", _REFORM),
        spellings=("SLĐTB&XH",),
    ),
    _each("SNV", called("Sở Nội vụ", "Department of Home Affairs")),
    _each("SYT", called("Sở Y tế", "Department of Health")),
    _each("SGDĐT", called("Sở Giáo dục và Đào tạo", "Department of Education and Training"), spellings=("SGD&ĐT",)),
    _each(
        "SVHTTDL",
        called("Sở Văn hóa, Thể thao và Du lịch", "Department of Culture, Sports and Tourism"),
        spellings=("SVHTT&DL",),
    ),
    _each("SVHTT", called("Sở Văn hóa và Thể thao", "Department of Culture and Sports"), spellings=("SVH&TT",)),
    _each("SDL", called("Sở Du lịch", "Department of Tourism")),
    _each("SCT", called("Sở Công Thương", "Department of Industry and Trade")),
    _each("STP", called("Sở Tư pháp", "Department of Justice")),
    _each("SNgV", called("Sở Ngoại vụ", "Department of Foreign Affairs"), spellings=("SNGV",)),
    _each("SDTTG", called("Sở Dân tộc và Tôn giáo", "Department of Ethnic and Religious Affairs", _REFORM)),
    _each("BDT", called("Ban Dân tộc", "Committee for Ethnic Minority Affairs", "", _REFORM)),
    _each("TTT", called("Thanh tra tỉnh", "Provincial Inspectorate"), spellings=("TTTH",)),
)

_UNDER_DEPARTMENTS = (
    _each(
        "CCTĐC",
        called("Chi cục Tiêu chuẩn Đo lường Chất lượng", "Branch of Standards, Metrology and Quality"),
        spellings=("CCTCĐLCL", "CCTCĐL"),
    ),
    _each("CCKL", called("Chi cục Kiểm lâm", "Branch of Forest Protection")),
    _each("CCTL", called("Chi cục Thủy lợi", "Branch of Irrigation")),
    _each("CCTS", called("Chi cục Thủy sản", "Branch of Fisheries")),
    _each("CCPTNT", called("Chi cục Phát triển nông thôn", "Branch of Rural Development")),
    _each("CCBVMT", called("Chi cục Bảo vệ môi trường", "Branch of Environmental Protection")),
    _each(
        "CCTTBVTV", called("Chi cục Trồng trọt và Bảo vệ thực vật", "Branch of Crop Production and Plant Protection")
    ),
    _each("CCCNTY", called("Chi cục Chăn nuôi và Thú y", "Branch of Livestock Production and Animal Health")),
    _each("CCATVSTP", called("Chi cục An toàn vệ sinh thực phẩm", "Branch of Food Safety and Hygiene")),
    _each(
        "TTHCC",
        called("Trung tâm Phục vụ hành chính công", "Public Administration Service Centre"),
        spellings=("TTPVHCC", "PVHCC"),
    ),
    _each("TTCNTT", called("Trung tâm Công nghệ thông tin", "Information Technology Centre")),
)

_OTHERS = (
    _each("BQL", called("Ban Quản lý", "Management Board")),
    _each("BQLKKT", called("Ban Quản lý khu kinh tế", "Economic Zone Authority")),
    _each("BQLKCN", called("Ban Quản lý các khu công nghiệp", "Industrial Zones Authority")),
    _each("BQLDA", called("Ban Quản lý dự án", "Project Management Unit")),
    _each("CAT", called("Công an tỉnh", "Provincial Police")),
    _each("CATP", called("Công an thành phố", "City Police")),
    _each("BCH", called("Bộ Chỉ huy quân sự tỉnh", "Provincial Military Command"), spellings=("BCHQS",)),
    _each("CTHADS", called("Cục Thi hành án dân sự", "Department of Civil Judgment Enforcement")),
    _each(
        "LHH",
        called(
            "Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh", "Provincial Union of Science and Technology Associations"
        ),
        spellings=("LHHKHKT",),
    ),
    _each("LĐLĐ", called("Liên đoàn Lao động tỉnh", "Provincial Federation of Labour")),
    _each("HND", called("Hội Nông dân", "Farmers' Union")),
    _each("HCCB", called("Hội Cựu chiến binh", "Veterans' Association")),
    _each("HLHPN", called("Hội Liên hiệp Phụ nữ", "Women's Union")),
    _each("HĐPH", called("Hội đồng phối hợp phổ biến, giáo dục pháp luật", "Council for Legal Education")),
    _each("PNV", called("Phòng Nội vụ", "Division of Home Affairs", "", _NO_DISTRICTS)),
    _each(
        "PTCKH",
        called("Phòng Tài chính - Kế hoạch", "Division of Finance and Planning", "", _NO_DISTRICTS),
        spellings=("TCKH",),
    ),
    _each(
        "PKTHT",
        called("Phòng Kinh tế và Hạ tầng", "Division of Economy and Infrastructure", "", _NO_DISTRICTS),
        spellings=("KTHT",),
    ),
    _each(
        "PVHXH", called("Phòng Văn hóa - Xã hội", "Division of Culture and Society", _NO_DISTRICTS), spellings=("VHXH",)
    ),
    _each(
        "PGDĐT",
        called("Phòng Giáo dục và Đào tạo", "Division of Education and Training", "", _NO_DISTRICTS),
        spellings=("PGD&ĐT",),
    ),
)

LOCAL = (*_COUNCILS, *_DEPARTMENTS, *_UNDER_DEPARTMENTS, *_OTHERS)
"""Issuers of which each place has its own."""
