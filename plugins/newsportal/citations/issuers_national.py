"""Bodies of the state that there is one of.

Ministries as of the Government's structure before and after 1 March 2025 (Resolution 176/2025/QH15) and of the terms
before; bodies below the science ministry by NĐ 55/2025/NĐ-CP and its forerunners.
"""

from __future__ import annotations

from newsportal.citations.issuer import Issuer, IssuerName, Reach, called

_REFORM = "2025-03-01"
"""When ministries and provincial departments merged."""


def _one(code: str, *names: IssuerName, spellings: tuple[str, ...] = ()) -> Issuer:
    return Issuer(code, names, Reach.NATIONAL, spellings)


_HEADS = (
    _one("CP", called("Chính phủ", "Government")),
    _one("TTg", called("Thủ tướng Chính phủ", "Prime Minister")),
    _one("CTN", called("Chủ tịch nước", "State President")),
    _one("VPCP", called("Văn phòng Chính phủ", "Government Office")),
    _one("VPCTN", called("Văn phòng Chủ tịch nước", "Office of the State President")),
    _one("VPQH", called("Văn phòng Quốc hội", "Office of the National Assembly")),
    _one("HĐBT", called("Hội đồng Bộ trưởng", "Council of Ministers", "1981-07-04", "1992-10-08")),
    _one("TANDTC", called("Tòa án nhân dân tối cao", "Supreme People's Court")),
    _one(
        "HĐTP",
        called("Hội đồng Thẩm phán Tòa án nhân dân tối cao", "Council of Justices of the Supreme People's Court"),
        spellings=("HĐTPTANDTC",),
    ),
    _one("VKSNDTC", called("Viện kiểm sát nhân dân tối cao", "Supreme People's Procuracy"), spellings=("VKSTC",)),
    _one("KTNN", called("Kiểm toán nhà nước", "State Audit Office")),
    _one("HĐBCQG", called("Hội đồng bầu cử quốc gia", "National Election Council")),
    _one("NHNN", called("Ngân hàng Nhà nước Việt Nam", "State Bank of Vietnam"), spellings=("NHNNVN",)),
    _one("TTCP", called("Thanh tra Chính phủ", "Government Inspectorate")),
    _one("UBDT", called("Ủy ban Dân tộc", "Committee for Ethnic Minority Affairs", "2002-08-05", _REFORM)),
    _one("BHXH", called("Bảo hiểm xã hội Việt Nam", "Vietnam Social Security"), spellings=("BHXHVN",)),
    _one("TTXVN", called("Thông tấn xã Việt Nam", "Vietnam News Agency")),
    _one("VHL", called("Viện Hàn lâm Khoa học và Công nghệ Việt Nam", "Vietnam Academy of Science and Technology")),
    _one(
        "UBQLV",
        called(
            "Ủy ban Quản lý vốn nhà nước tại doanh nghiệp",
            "Commission for the Management of State Capital",
            "2018-02-03",
            _REFORM,
        ),
    ),
)

_MINISTRIES = (
    _one(
        "BKHCN",
        called("Bộ Khoa học và Công nghệ", "Ministry of Science and Technology", "2002-08-05"),
        spellings=("BKH&CN", "BKHVCN"),
    ),
    _one(
        "BKHCNMT",
        called(
            "Bộ Khoa học, Công nghệ và Môi trường",
            "Ministry of Science, Technology and Environment",
            "1992-10-08",
            "2002-08-05",
        ),
    ),
    _one(
        "BTTTT",
        called("Bộ Thông tin và Truyền thông", "Ministry of Information and Communications", "2007-08-02", _REFORM),
        spellings=("BTT&TT",),
    ),
    _one("BBCVT", called("Bộ Bưu chính, Viễn thông", "Ministry of Posts and Telematics", "2002-08-05", "2007-08-02")),
    _one(
        "BTNMT",
        called("Bộ Tài nguyên và Môi trường", "Ministry of Natural Resources and Environment", "2002-08-05", _REFORM),
        spellings=("BTN&MT",),
    ),
    _one(
        "BNNPTNT",
        called(
            "Bộ Nông nghiệp và Phát triển nông thôn",
            "Ministry of Agriculture and Rural Development",
            "1995-10-28",
            _REFORM,
        ),
        spellings=("BNN&PTNT", "BNN"),
    ),
    _one(
        "BNNMT",
        called("Bộ Nông nghiệp và Môi trường", "Ministry of Agriculture and Environment", _REFORM),
        spellings=("BNN&MT", "BNNVMT"),
    ),
    _one(
        "BKHĐT",
        called("Bộ Kế hoạch và Đầu tư", "Ministry of Planning and Investment", "1995-10-21", _REFORM),
        spellings=("BKH&ĐT", "BKH"),
    ),
    _one("BTC", called("Bộ Tài chính", "Ministry of Finance")),
    _one("BGTVT", called("Bộ Giao thông vận tải", "Ministry of Transport", "", _REFORM)),
    _one("BXD", called("Bộ Xây dựng", "Ministry of Construction")),
    _one(
        "BLĐTBXH",
        called(
            "Bộ Lao động - Thương binh và Xã hội",
            "Ministry of Labour, Invalids and Social Affairs",
            "1987-02-16",
            _REFORM,
        ),
        spellings=("BLĐTB&XH",),
    ),
    _one("BNV", called("Bộ Nội vụ", "Ministry of Home Affairs")),
    _one("BCT", called("Bộ Công Thương", "Ministry of Industry and Trade", "2007-08-02")),
    _one("BTM", called("Bộ Thương mại", "Ministry of Trade", "1992-10-08", "2007-08-02")),
    _one("BCN", called("Bộ Công nghiệp", "Ministry of Industry", "1995-10-21", "2007-08-02")),
    _one("BTS", called("Bộ Thủy sản", "Ministry of Fisheries", "", "2007-08-02")),
    _one("BYT", called("Bộ Y tế", "Ministry of Health")),
    _one(
        "BGDĐT",
        called("Bộ Giáo dục và Đào tạo", "Ministry of Education and Training", "1990-03-31"),
        spellings=("BGD&ĐT",),
    ),
    _one(
        "BVHTTDL",
        called("Bộ Văn hóa, Thể thao và Du lịch", "Ministry of Culture, Sports and Tourism", "2007-08-02"),
        spellings=("BVHTT&DL",),
    ),
    _one("BVHTT", called("Bộ Văn hóa - Thông tin", "Ministry of Culture and Information", "", "2007-08-02")),
    _one("BTP", called("Bộ Tư pháp", "Ministry of Justice")),
    _one("BQP", called("Bộ Quốc phòng", "Ministry of National Defence")),
    _one("BCA", called("Bộ Công an", "Ministry of Public Security")),
    _one("BNG", called("Bộ Ngoại giao", "Ministry of Foreign Affairs")),
    _one("BDTTG", called("Bộ Dân tộc và Tôn giáo", "Ministry of Ethnic and Religious Affairs", _REFORM)),
)

_OF_SCIENCE = (
    _one(
        "TĐC",
        called(
            "Tổng cục Tiêu chuẩn Đo lường Chất lượng", "Directorate for Standards, Metrology and Quality", "", _REFORM
        ),
        called(
            "Ủy ban Tiêu chuẩn Đo lường Chất lượng Quốc gia",
            "National Commission for Standards, Metrology and Quality",
            _REFORM,
        ),
    ),
    _one("SHTT", called("Cục Sở hữu trí tuệ", "Intellectual Property Office of Vietnam")),
    _one(
        "ATBXHN",
        called("Cục An toàn bức xạ và hạt nhân", "Vietnam Agency for Radiation and Nuclear Safety"),
    ),
    _one(
        "TTKHCN",
        called(
            "Cục Thông tin khoa học và công nghệ quốc gia",
            "National Agency for Science and Technology Information",
            "",
            _REFORM,
        ),
    ),
    _one("TTTK", called("Cục Thông tin, Thống kê", "National Agency for Science Information and Statistics", _REFORM)),
    _one(
        "ƯDCN",
        called(
            "Cục Ứng dụng và Phát triển công nghệ", "Agency for Technology Application and Development", "", _REFORM
        ),
    ),
    _one("CVT", called("Cục Viễn thông", "Telecommunications Authority", "2011-07-01")),
    _one("CTS", called("Cục Tần số vô tuyến điện", "Authority of Radio Frequency Management")),
    _one("CĐSQG", called("Cục Chuyển đổi số quốc gia", "National Digital Transformation Agency", "2022-11-14")),
    _one("ATTT", called("Cục An toàn thông tin", "Authority of Information Security", "2014-01-01", _REFORM)),
    _one("VNNIC", called("Trung tâm Internet Việt Nam", "Vietnam Internet Network Information Center")),
    _one(
        "NAFOSTED",
        called(
            "Quỹ Phát triển khoa học và công nghệ Quốc gia",
            "National Foundation for Science and Technology Development",
        ),
    ),
    _one("VPCNCL", called("Văn phòng Công nhận Chất lượng", "Bureau of Accreditation")),
)

_OF_OTHERS = (
    _one("TCT", called("Tổng cục Thuế", "General Department of Taxation", "", _REFORM)),
    _one("CT", called("Cục Thuế", "Tax Department")),
    _one("TCHQ", called("Tổng cục Hải quan", "General Department of Customs", "", _REFORM)),
    _one("CHQ", called("Cục Hải quan", "Customs Department", _REFORM)),
    _one("KBNN", called("Kho bạc Nhà nước", "State Treasury")),
    _one("TCTK", called("Tổng cục Thống kê", "General Statistics Office", "", _REFORM)),
    _one("CTK", called("Cục Thống kê", "Statistics Office")),
    _one("QLD", called("Cục Quản lý Dược", "Drug Administration")),
    _one("ATTP", called("Cục An toàn thực phẩm", "Food Safety Authority")),
    _one("BVTV", called("Cục Bảo vệ thực vật", "Plant Protection Department", "", _REFORM)),
    _one(
        "TTBVTV",
        called("Cục Trồng trọt và Bảo vệ thực vật", "Department of Crop Production and Plant Protection", _REFORM),
    ),
    _one(
        "QLTT",
        called("Tổng cục Quản lý thị trường", "General Department of Market Surveillance", "2018-08-10", _REFORM),
    ),
    _one(
        "THADS", called("Tổng cục Thi hành án dân sự", "General Department of Civil Judgment Enforcement", "", _REFORM)
    ),
)

_FRONT = (
    _one(
        "MTTQ",
        called("Mặt trận Tổ quốc Việt Nam", "Vietnam Fatherland Front"),
        spellings=("MTTQVN", "UBMTTQ", "UBMTTQVN"),
    ),
    _one(
        "MTTW",
        called("Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam", "Central Committee of the Vietnam Fatherland Front"),
        spellings=("UBTWMTTQVN", "UBTƯMTTQVN", "ĐCTUBTWMTTQVN", "MTTWVN"),
    ),
    _one(
        "TLĐ",
        called("Tổng Liên đoàn Lao động Việt Nam", "Vietnam General Confederation of Labour"),
        spellings=("TLĐLĐVN", "TLĐLĐ"),
    ),
    _one(
        "LHHVN",
        called(
            "Liên hiệp các Hội Khoa học và Kỹ thuật Việt Nam", "Vietnam Union of Science and Technology Associations"
        ),
    ),
    _one(
        "LĐTMCNVN",
        called("Liên đoàn Thương mại và Công nghiệp Việt Nam", "Vietnam Chamber of Commerce and Industry"),
        spellings=("VCCI",),
    ),
    _one(
        "TWĐTN",
        called(
            "Trung ương Đoàn Thanh niên Cộng sản Hồ Chí Minh",
            "Central Committee of the Ho Chi Minh Communist Youth Union",
        ),
        spellings=("TƯĐTN",),
    ),
)

_ASSEMBLY = (
    Issuer("QH", (called("Quốc hội", "National Assembly"),), Reach.ASSEMBLY),
    Issuer(
        "UBTVQH",
        (called("Ủy ban Thường vụ Quốc hội", "Standing Committee of the National Assembly"),),
        Reach.ASSEMBLY,
    ),
)

NATIONAL = (*_HEADS, *_MINISTRIES, *_OF_SCIENCE, *_OF_OTHERS, *_FRONT, *_ASSEMBLY)
"""National bodies, those of the Front and its members among them, and the assembly."""
