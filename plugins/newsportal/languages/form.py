"""The fixed words of an administrative document, which are Vietnamese on whatever page they stand.

Those of authorities are from NĐ 30/2020/NĐ-CP, annex I; those of the Party from Hướng dẫn 36-HD/VPTW.
"""

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM"
NUMBER = "Số:"
PARTY_NUMBER = "Số"
BASIS = "Căn cứ"
ABOUT = "V/v"
RECIPIENTS = "Nơi nhận:"
PEOPLES_COMMITTEE = "Ủy ban nhân dân"
PEOPLES_COMMITTEE_SHORT = "UBND"
BLANK_DATE = "ngày      tháng      năm         "
