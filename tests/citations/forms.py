"""Citations as they are written, and what is read of them: the table that the parser is held to.

A row: the citation, its type word, its number, its date (a year or a month's year where no day is told, `-` for none), its
kind, its type and its issuer. `·` stands for no text. No row is from a real page.
"""

from __future__ import annotations

from typing import NamedTuple

_WHOLE = """
Quyết định số 124/QĐ-UBND ngày 16/3/2022 | Quyết định | 124/QĐ-UBND | 2022-03-16 | administrative | QĐ | UBND
Quyết định 1264/QĐ-UBND ngày 12/7/2023 | Quyết định | 1264/QĐ-UBND | 2023-07-12 | administrative | QĐ | UBND
quyết định số 996/QĐ-TTg | quyết định | 996/QĐ-TTg | - | administrative | QĐ | TTg
QUYẾT ĐỊNH SỐ 124/QĐ-UBND NGÀY 16/3/2022 | QUYẾT ĐỊNH | 124/QĐ-UBND | 2022-03-16 | administrative | QĐ | UBND
QUYẾT ĐỊNH SỐ 996/QĐ-TTG | QUYẾT ĐỊNH | 996/QĐ-TTg | - | administrative | QĐ | TTg
Quyết định số: 124/QĐ-UBND ngày 16/3/2022 | Quyết định | 124/QĐ-UBND | 2022-03-16 | administrative | QĐ | UBND
Quyết định số hiệu 124/QĐ-UBND | Quyết định | 124/QĐ-UBND | - | administrative | QĐ | UBND
QĐ số 124/QĐ-UBND ngày 16/3/2022 | QĐ | 124/QĐ-UBND | 2022-03-16 | administrative | QĐ | UBND
QĐ 124/QĐ-UBND | QĐ | 124/QĐ-UBND | - | administrative | QĐ | UBND
124/QĐ-UBND ngày 16/3/2022 | · | 124/QĐ-UBND | 2022-03-16 | administrative | QĐ | UBND
124/QĐ-UBND | · | 124/QĐ-UBND | - | administrative | QĐ | UBND
Quyết định số 02/QĐ-SKHCN ngày 05/01/2026 | Quyết định | 02/QĐ-SKHCN | 2026-01-05 | administrative | QĐ | SKHCN
Quyết định số 124/QĐ-UBND ngày 16 tháng 3 năm 2022 | Quyết định | 124/QĐ-UBND | 2022-03-16 | administrative | QĐ | UBND
Quyết định số 124/QĐ-UBND ngày 05 tháng 01 năm 2023 | Quyết định | 124/QĐ-UBND | 2023-01-05 | administrative | QĐ | UBND
Quyết định số 124/QĐ-UBND ngày 16-3-2022 | Quyết định | 124/QĐ-UBND | 2022-03-16 | administrative | QĐ | UBND
Quyết định số 124/QĐ-UBND ngày 16.3.2022 | Quyết định | 124/QĐ-UBND | 2022-03-16 | administrative | QĐ | UBND
Quyết định số 124/QĐ-UBND, ngày 16/3/2022 | Quyết định | 124/QĐ-UBND | 2022-03-16 | administrative | QĐ | UBND
Quyết định số 124/QĐ-UBND (16/3/2022) | Quyết định | 124/QĐ-UBND | 2022-03-16 | administrative | QĐ | UBND
Quyết định số 124/QĐ-UBND (ngày 16/3/2022) | Quyết định | 124/QĐ-UBND | 2022-03-16 | administrative | QĐ | UBND
Quyết định số 124/QĐ-UBND ký ngày 16/3/2022 | Quyết định | 124/QĐ-UBND | 2022-03-16 | administrative | QĐ | UBND
Quyết định số 124/QĐ-UBND ban hành ngày 16/3/2022 | Quyết định | 124/QĐ-UBND | 2022-03-16 | administrative | QĐ | UBND
Quyết định số 124/QĐ-UBND tháng 9 năm 2023 | Quyết định | 124/QĐ-UBND | 2023 | administrative | QĐ | UBND
Quyết định số 124/QĐ-UBND tháng 9/2023 | Quyết định | 124/QĐ-UBND | 2023 | administrative | QĐ | UBND
Quyết định số 124/QĐ-UBND ngày tháng 9 năm 2023 | Quyết định | 124/QĐ-UBND | 2023 | administrative | QĐ | UBND
Quyết định số 124/QĐ-UBND ngày … tháng 9 năm 2023 | Quyết định | 124/QĐ-UBND | 2023 | administrative | QĐ | UBND
Quyết định số 124/QĐ-UBND ngày .../9/2023 | Quyết định | 124/QĐ-UBND | 2023 | administrative | QĐ | UBND
Quyết định số 124/QĐ-UBND năm 2022 | Quyết định | 124/QĐ-UBND | 2022 | administrative | QĐ | UBND
Quyết định số 124 /QĐ-UBND ngày 16/3/2022 | Quyết định | 124/QĐ-UBND | 2022-03-16 | administrative | QĐ | UBND
Quyết định số 124/ QĐ-UBND ngày 16/3/2022 | Quyết định | 124/QĐ-UBND | 2022-03-16 | administrative | QĐ | UBND
Quyết định số 124/QĐ - UBND ngày 16/3/2022 | Quyết định | 124/QĐ-UBND | 2022-03-16 | administrative | QĐ | UBND
Quyết định số 124/QĐ–UBND ngày 16/3/2022 | Quyết định | 124/QĐ-UBND | 2022-03-16 | administrative | QĐ | UBND
Quyết định số 124/QĐ/UBND ngày 16/3/2022 | Quyết định | 124/QĐ-UBND | 2022-03-16 | administrative | QĐ | UBND
Quyết định số 124/QĐ-UBND-KGVX | Quyết định | 124/QĐ-UBND-KGVX | - | administrative | QĐ | UBND
Quyết định số 124/qđ-ubnd | Quyết định | 124/QĐ-UBND | - | administrative | QĐ | UBND
Quyết định số 12a/QĐ-UBND | Quyết định | 12a/QĐ-UBND | - | administrative | QĐ | UBND
Quyết định số 150/QĐ-UB ngày 04/6/2001 | Quyết định | 150/QĐ-UB | 2001-06-04 | administrative | QĐ | UB
Quyết định số 81/QĐ-ABCXYZ | Quyết định | 81/QĐ-ABCXYZ | - | administrative | QĐ | ABCXYZ
Quyết định số 17/QĐ | Quyết định | 17/QĐ | - | administrative | QĐ | ·
Quyết định số 2519/QĐ-BKHCN ngày 30/11/2022 | Quyết định | 2519/QĐ-BKHCN | 2022-11-30 | administrative | QĐ | BKHCN
Quyết định số 31/QĐ-TĐC | Quyết định | 31/QĐ-TĐC | - | administrative | QĐ | TĐC
Quyết định số 31/QĐ-SHTT | Quyết định | 31/QĐ-SHTT | - | administrative | QĐ | SHTT
Quyết định số 45/QĐ-VPUBND | Quyết định | 45/QĐ-VPUBND | - | administrative | QĐ | VPUBND
Quyết định số 45/QĐ-CTN | Quyết định | 45/QĐ-CTN | - | administrative | QĐ | CTN
Quyết định số 15/2026/QĐ-UBND ngày 20/8/2026 | Quyết định | 15/2026/QĐ-UBND | 2026-08-20 | normative | QĐ | UBND
Quyết định 15/2026/QĐ-UBND | Quyết định | 15/2026/QĐ-UBND | - | normative | QĐ | UBND
Nghị quyết số 30/2022/NQ-HĐND ngày 12/7/2022 | Nghị quyết | 30/2022/NQ-HĐND | 2022-07-12 | normative | NQ | HĐND
Nghị quyết số 11/NQ-CP | Nghị quyết | 11/NQ-CP | - | administrative | NQ | CP
Nghị quyết 07/NQ-HĐND ngày 20/02/2025 | Nghị quyết | 07/NQ-HĐND | 2025-02-20 | administrative | NQ | HĐND
Nghị quyết số 30b/2008/NQ-CP | Nghị quyết | 30b/2008/NQ-CP | - | normative | NQ | CP
Nghị quyết số 02/2019/NQ-HĐTP | Nghị quyết | 02/2019/NQ-HĐTP | - | normative | NQ | HĐTP
Nghị quyết liên tịch số 403/2017/NQLT-UBTVQH14-CP-MTTW | Nghị quyết liên tịch | 403/2017/NQLT-UBTVQH14-CP-MTTW | - | normative | NQLT | UBTVQH-CP-MTTW
Nghị định số 13/2022/NĐ-CP ngày 21/01/2022 | Nghị định | 13/2022/NĐ-CP | 2022-01-21 | normative | NĐ | CP
nghị định 13/2022/NĐ-CP | nghị định | 13/2022/NĐ-CP | - | normative | NĐ | CP
NĐ 13/2022/NĐ-CP | NĐ | 13/2022/NĐ-CP | - | normative | NĐ | CP
Nghị định số 81/CP | Nghị định | 81/CP | - | administrative | NĐ | CP
Thông tư số 13/2021/TT-BKHCN ngày 30/12/2021 | Thông tư | 13/2021/TT-BKHCN | 2021-12-30 | normative | TT | BKHCN
Thông tư số 01/TT-BKH&CN | Thông tư | 01/TT-BKHCN | - | administrative | TT | BKHCN
TT 05/2024/TT-BTTTT | TT | 05/2024/TT-BTTTT | - | normative | TT | BTTTT
Thông tư số 02/2017/TT-BTNMT | Thông tư | 02/2017/TT-BTNMT | - | normative | TT | BTNMT
Thông tư số 09/2020/TT-BNN&PTNT | Thông tư | 09/2020/TT-BNNPTNT | - | normative | TT | BNNPTNT
Thông tư số 09/2025/TT-BNNMT | Thông tư | 09/2025/TT-BNNMT | - | normative | TT | BNNMT
Thông tư số 01/2011/TT-BKH | Thông tư | 01/2011/TT-BKHĐT | - | normative | TT | BKHĐT
Thông tư số 32/2018/TT-BGD&ĐT | Thông tư | 32/2018/TT-BGDĐT | - | normative | TT | BGDĐT
Thông tư liên tịch số 15/2014/TTLT-BKHCN-BTC | Thông tư liên tịch | 15/2014/TTLT-BKHCN-BTC | - | normative | TTLT | BKHCN-BTC
Thông tư liên tịch 15/2014/TTLT-BKHCN-BTC-BNV | Thông tư liên tịch | 15/2014/TTLT-BKHCN-BTC-BNV | - | normative | TTLT | BKHCN-BTC-BNV
Thông tư liên tịch số 93/2006/TTLT/BTC-BKHCN | Thông tư liên tịch | 93/2006/TTLT-BTC-BKHCN | - | normative | TTLT | BTC-BKHCN
Thông tư số 15/2014/TTLT-BKHCN-BTC | Thông tư | 15/2014/TTLT-BKHCN-BTC | - | normative | TTLT | BKHCN-BTC
Văn bản hợp nhất số 12/VBHN-BTC | Văn bản hợp nhất | 12/VBHN-BTC | - | administrative | VBHN | BTC
Chỉ thị số 16/CT-TTg ngày 04/5/2017 | Chỉ thị | 16/CT-TTg | 2017-05-04 | administrative | CT | TTg
Chỉ thị số 03/CT-UBND | Chỉ thị | 03/CT-UBND | - | administrative | CT | UBND
Kế hoạch số 2828/KH-UBND ngày 29/08/2022 | Kế hoạch | 2828/KH-UBND | 2022-08-29 | administrative | KH | UBND
kế hoạch số 76/KH-SKHCN ngày 20/01/2021 | kế hoạch | 76/KH-SKHCN | 2021-01-20 | administrative | KH | SKHCN
Kế hoạch số 18/KH-STTTT ngày 10/3/2023 | Kế hoạch | 18/KH-STTTT | 2023-03-10 | administrative | KH | STTTT
Thông báo số 57/TB-SKHCN ngày 12/10/2026 | Thông báo | 57/TB-SKHCN | 2026-10-12 | administrative | TB | SKHCN
Thông báo kết luận số 57/TB-SKHCN | Thông báo kết luận | 57/TB-SKHCN | - | administrative | TB | SKHCN
Kết luận số 57/TB-SKHCN | Kết luận | 57/TB-SKHCN | - | administrative | TB | SKHCN
Báo cáo số 412/BC-SKHCN ngày 25/9/2026 | Báo cáo | 412/BC-SKHCN | 2026-09-25 | administrative | BC | SKHCN
Tờ trình số 88/TTr-SKHCN ngày 01/6/2026 | Tờ trình | 88/TTr-SKHCN | 2026-06-01 | administrative | TTr | SKHCN
TỜ TRÌNH SỐ 88/TTR-SKHCN | TỜ TRÌNH | 88/TTr-SKHCN | - | administrative | TTr | SKHCN
Hướng dẫn số 214/HD-SKHCN | Hướng dẫn | 214/HD-SKHCN | - | administrative | HD | SKHCN
Chương trình số 14/CTr-UBND | Chương trình | 14/CTr-UBND | - | administrative | CTr | UBND
Chương trình hành động số 14/CTr-UBND | Chương trình hành động | 14/CTr-UBND | - | administrative | CTr | UBND
Quy chế số 02/QC-SKHCN | Quy chế | 02/QC-SKHCN | - | administrative | QC | SKHCN
Đề án số 05/ĐA-UBND | Đề án | 05/ĐA-UBND | - | administrative | ĐA | UBND
Đề án 844/QĐ-TTg | Đề án | 844/QĐ-TTg | - | administrative | QĐ | TTg
Biên bản số 07/BB-SKHCN | Biên bản | 07/BB-SKHCN | - | administrative | BB | SKHCN
Hợp đồng số 12/HĐ-SKHCN ngày 02/4/2026 | Hợp đồng | 12/HĐ-SKHCN | 2026-04-02 | administrative | HĐ | SKHCN
Công điện số 19/CĐ-TTg | Công điện | 19/CĐ-TTg | - | administrative | CĐ | TTg
Giấy mời số 45/GM-UBND | Giấy mời | 45/GM-UBND | - | administrative | GM | UBND
Giấy ủy quyền số 03/GUQ-SKHCN | Giấy ủy quyền | 03/GUQ-SKHCN | - | administrative | GUQ | SKHCN
Giấy uỷ quyền số 03/GUQ-SKHCN | Giấy uỷ quyền | 03/GUQ-SKHCN | - | administrative | GUQ | SKHCN
giấy phép số 327/GP-ATBXHN ngày 19/4/2023 | giấy phép | 327/GP-ATBXHN | 2023-04-19 | administrative | GP | ATBXHN
Giấy phép số 15/GP-SKHCN | Giấy phép | 15/GP-SKHCN | - | administrative | GP | SKHCN
Giấy chứng nhận số 09/GCN-SKHCN | Giấy chứng nhận | 09/GCN-SKHCN | - | administrative | GCN | SKHCN
Công văn số 1234/UBND-KGVX ngày 07/5/2026 | Công văn | 1234/UBND-KGVX | 2026-05-07 | administrative | CV | UBND
công văn 567/SKHCN-QLCN | công văn | 567/SKHCN-QLCN | - | administrative | CV | SKHCN
Công văn số 2145/BKHCN-TĐC | Công văn | 2145/BKHCN-TĐC | - | administrative | CV | BKHCN
Công văn số 8912/VPCP-KGVX | Công văn | 8912/VPCP-KGVX | - | administrative | CV | VPCP
Công văn số 305/TTg-KSTT | Công văn | 305/TTg-KSTT | - | administrative | CV | TTg
Công văn số 45/TĐC | Công văn | 45/TĐC | - | administrative | CV | TĐC
Công văn số 45/XYZT-KH | Công văn | 45/XYZT-KH | - | administrative | CV | XYZT
Công văn số 23/CV-SKHCN | Công văn | 23/CV-SKHCN | - | administrative | CV | SKHCN
Văn bản số 1234/UBND-KGVX | Văn bản | 1234/UBND-KGVX | - | administrative | CV | UBND
văn bản số 124/QĐ-UBND | văn bản | 124/QĐ-UBND | - | administrative | QĐ | UBND
Hướng dẫn số 77/SKHCN-QLKH | Hướng dẫn | 77/SKHCN-QLKH | - | administrative | HD | SKHCN
Chương trình hành động số 12/CTHĐ-UBND | Chương trình hành động | 12/CTHĐ-UBND | - | administrative | CTr | UBND
Lệnh số 05/2013/L-CTN | Lệnh | 05/2013/L-CTN | - | normative | L | CTN
Nghị quyết số 36-NQ/TW ngày 30 tháng 01 năm 2023 | Nghị quyết | 36-NQ/TW | 2023-01-30 | party | NQ | TW
Nghị quyết 57-NQ/TW | Nghị quyết | 57-NQ/TW | - | party | NQ | TW
Nghị quyết số 57–NQ/TW ngày 22/12/2024 | Nghị quyết | 57-NQ/TW | 2024-12-22 | party | NQ | TW
Nghị quyết số 57-NQ/TƯ | Nghị quyết | 57-NQ/TW | - | party | NQ | TW
Nghị quyết số 26/NQ-TW | Nghị quyết | 26/NQ-TW | - | party | NQ | TW
Chỉ thị số 24-CT/TU ngày 14/11/2022 | Chỉ thị | 24-CT/TU | 2022-11-14 | party | CT | TU
Chỉ thị 24 - CT/TU | Chỉ thị | 24-CT/TU | - | party | CT | TU
Quy định 132-QĐ/TW | Quy định | 132-QĐ/TW | - | party | QĐ | TW
Quy định số 22-QyĐ/TU | Quy định | 22-QyĐ/TU | - | party | QyĐ | TU
Hướng dẫn số 21-HD/BTCTW | Hướng dẫn | 21-HD/BTCTW | - | party | HD | BTCTW
Hướng dẫn 09-HD/UBKTTW | Hướng dẫn | 09-HD/UBKTTW | - | party | HD | UBKTTW
Kết luận số 69-KL/TW ngày 11/01/2024 | Kết luận | 69-KL/TW | 2024-01-11 | party | KL | TW
Chương trình số 27-CTr/TU | Chương trình | 27-CTr/TU | - | party | CTr | TU
CHƯƠNG TRÌNH SỐ 27-CTR/TU | CHƯƠNG TRÌNH | 27-CTr/TU | - | party | CTr | TU
Kế hoạch số 45-KH/HU | Kế hoạch | 45-KH/HU | - | party | KH | HU
Nghị quyết số 03-NQ/ĐU | Nghị quyết | 03-NQ/ĐU | - | party | NQ | ĐU
Thông báo số 210-TB/VPTU | Thông báo | 210-TB/VPTU | - | party | TB | VPTU
Công văn số 88-CV/BTGTU | Công văn | 88-CV/BTGTU | - | party | CV | BTGTU
Nghị quyết số 101/2023/QH15 | Nghị quyết | 101/2023/QH15 | - | assembly | NQ | QH
Luật số 93/2025/QH15 ngày 27/6/2025 | Luật | 93/2025/QH15 | 2025-06-27 | assembly | L | QH
Luật 93/2025/QH15 | Luật | 93/2025/QH15 | - | assembly | L | QH
Bộ luật số 45/2019/QH14 | Bộ luật | 45/2019/QH14 | - | assembly | L | QH
Pháp lệnh số 16/2012/UBTVQH13 | Pháp lệnh | 16/2012/UBTVQH13 | - | assembly | PL | UBTVQH
Nghị quyết số 1211/2016/UBTVQH13 | Nghị quyết | 1211/2016/UBTVQH13 | - | assembly | NQ | UBTVQH
Nghị quyết số 1676/NQ-UBTVQH15 | Nghị quyết | 1676/NQ-UBTVQH15 | - | assembly | NQ | UBTVQH
Luật Khoa học và công nghệ số 29/2013/QH13 ngày 18/6/2013 | Luật | 29/2013/QH13 | 2013-06-18 | assembly | L | QH
Luật Khoa học, công nghệ và đổi mới sáng tạo số 93/2025/QH15 | Luật | 93/2025/QH15 | - | assembly | L | QH
Luật Trồng rừng ven biển số 99/2031/QH16 | Luật | 99/2031/QH16 | - | assembly | L | QH
Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương số 47/2019/QH14 | Luật | 47/2019/QH14 | - | assembly | L | QH
TCVN ISO 9001:2015 | TCVN | TCVN ISO 9001:2015 | 2015 | standard | TCVN | ·
TCVN 9001:2015 | TCVN | TCVN 9001:2015 | 2015 | standard | TCVN | ·
TCVN 12850:2019 | TCVN | TCVN 12850:2019 | 2019 | standard | TCVN | ·
TCVN 12850: 2019 | TCVN | TCVN 12850:2019 | 2019 | standard | TCVN | ·
TCVN 7303-2-45:2006 | TCVN | TCVN 7303-2-45:2006 | 2006 | standard | TCVN | ·
TCVN I-1:2017 | TCVN | TCVN I-1:2017 | 2017 | standard | TCVN | ·
TCVN ISO/IEC 17025:2017 | TCVN | TCVN ISO/IEC 17025:2017 | 2017 | standard | TCVN | ·
TCVN ISO/TS 22002-1:2013 | TCVN | TCVN ISO/TS 22002-1:2013 | 2013 | standard | TCVN | ·
TCVN IEC 60601-1:2020 | TCVN | TCVN IEC 60601-1:2020 | 2020 | standard | TCVN | ·
TCVN 5603 | TCVN | TCVN 5603 | - | standard | TCVN | ·
QCVN 01:2015/BKHCN | QCVN | 01:2015/BKHCN | 2015 | standard | QCVN | BKHCN
QCVN 8:2022/BKHCN | QCVN | 8:2022/BKHCN | 2022 | standard | QCVN | BKHCN
QCVN 02-01:2018/BNNPTNT | QCVN | 02-01:2018/BNNPTNT | 2018 | standard | QCVN | BNNPTNT
QCVN 09:2012/BKH&CN | QCVN | 09:2012/BKHCN | 2012 | standard | QCVN | BKHCN
QCVN 01/BKHCN | QCVN | 01/BKHCN | - | standard | QCVN | BKHCN
Decision No. 124/QĐ-UBND of 16 March 2022 | Decision | 124/QĐ-UBND | 2022-03-16 | administrative | QĐ | UBND
Decision 15/2026/QĐ-UBND dated 20 August 2026 | Decision | 15/2026/QĐ-UBND | 2026-08-20 | normative | QĐ | UBND
Decision No. 100/QĐ-TTg dated January 19, 2019 | Decision | 100/QĐ-TTg | 2019-01-19 | administrative | QĐ | TTg
Decision No. 100/QĐ-TTg dated 19/01/2019 | Decision | 100/QĐ-TTg | 2019-01-19 | administrative | QĐ | TTg
Circular No 13/2021/TT-BKHCN (30 December 2021) | Circular | 13/2021/TT-BKHCN | 2021-12-30 | normative | TT | BKHCN
Joint Circular No. 15/2014/TTLT-BKHCN-BTC | Joint Circular | 15/2014/TTLT-BKHCN-BTC | - | normative | TTLT | BKHCN-BTC
Decision No. 124/QĐ-UBND of March 2022 | Decision | 124/QĐ-UBND | 2022 | administrative | QĐ | UBND
Resolution No. 36-NQ/TW of 30 January 2023 | Resolution | 36-NQ/TW | 2023-01-30 | party | NQ | TW
Resolution 101/2023/QH15 | Resolution | 101/2023/QH15 | - | assembly | NQ | QH
Notice No. 57/TB-SKHCN of 12 October 2026 | Notice | 57/TB-SKHCN | 2026-10-12 | administrative | TB | SKHCN
Plan No. 31/KH-SKHCN issued on 16 January 2026 | Plan | 31/KH-SKHCN | 2026-01-16 | administrative | KH | SKHCN
Report No. 412/BC-SKHCN of 25 Sept. 2026 | Report | 412/BC-SKHCN | 2026-09-25 | administrative | BC | SKHCN
Official letter No. 1234/UBND-KGVX | Official letter | 1234/UBND-KGVX | - | administrative | CV | UBND
Law on Personal Data Protection No. 91/2025/QH15 | Law | 91/2025/QH15 | - | assembly | L | QH
"""


class Row(NamedTuple):
    text: str
    type_word: str
    number: str
    date: str
    kind: str
    type: str
    issuer: str


def rows() -> list[Row]:
    cells = ([cell.replace("·", "") for cell in line.split(" | ")] for line in _WHOLE.strip().splitlines())
    return [Row(*row) for row in cells]
