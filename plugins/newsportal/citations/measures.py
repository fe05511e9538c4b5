"""What is counted: "Quyết định 124 hộ được vay vốn" tells how many households there are, of no decision its number."""

from __future__ import annotations

import re

_TIMES = r"""
    năm(?!\s(?:19|20)\d\d) tháng(?!\s?\d) ngày(?!\s?[\d.…_]|\stháng) tuần quý(?!\s[\dIV]) giờ(?!\s(?:đây|đã|vẫn)) phút
    giây đêm buổi kỳ(?!\s(?:vọng|hạn)) đợt lần lượt years? months? weeks? days? hours? times?
"""
"""But for the beginnings of dates and of other words."""
_AMOUNTS = r"""
    trăm nghìn ngàn triệu tỷ tỉ đồng(?!\s(?:thời|bộ|ý|chí|loạt|tình)) USD phần\străm ha km kg m2 m² mét tấn tạ lít
    điểm(?!\s[\da-zđ](?![^\W_])) percent million billion
"""
_PEOPLE = r"""
    hộ người cá\snhân đại\sbiểu học\ssinh sinh\sviên cán\sbộ công\schức gia\sđình households? people
"""
_PLACES = r"tỉnh thành\sphố huyện xã(?!\shội) phường thôn trường nước(?!\ssạch)"
_THINGS = r"""
    mục\stiêu nhiệm\svụ dự\sán đề\stài giải\spháp chỉ\stiêu tiêu\schí nội\sdung mô\shình sản\sphẩm hồ\ssơ thủ\stục
    công\strình đơn\svị cơ\squan cơ\ssở doanh\snghiệp hợp\stác\sxã lớp bài cây suất nhóm ngành lĩnh\svực
    projects? tasks?
"""


def _any(words: str) -> str:
    return "|".join(words.split())


_COUNTED = re.compile(
    rf"[\s*_]{{1,8}}(?:{_any(_TIMES + _AMOUNTS + _PEOPLE + _THINGS)}|(?P<place>{_any(_PLACES)}))(?![^\W_])"
)


def counts(text: str, place: int) -> bool:
    """Whether the number that ends at `place` counts what follows.

    A place with its name is who acts: "theo Nghị quyết 57 tỉnh Bắc Kạn đã …".
    """
    found = _COUNTED.match(text, place)
    return found is not None and not (found["place"] and text[found.end() + 1 : found.end() + 2].isupper())
