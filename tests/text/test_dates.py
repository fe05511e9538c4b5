"""Dates and moments."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from newsportal.text import (
    ZONE,
    english_date,
    english_document_date,
    english_moment,
    english_month,
    english_weekday_date,
    parse_moment,
    suggest_iso,
    vietnamese_date,
    vietnamese_document_date,
    vietnamese_moment,
    vietnamese_month,
    vietnamese_weekday_date,
)

DAY = date(2021, 7, 23)
MOMENT = datetime(2021, 7, 23, 8, 30, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022-03-16", date(2022, 3, 16)),
        ("1900-01-01", date(1900, 1, 1)),
        ("2100-12-31", date(2100, 12, 31)),
        ("2024-02-29", date(2024, 2, 29)),
        ("2022-03-16 08:30", datetime(2022, 3, 16, 8, 30, tzinfo=ZONE)),
        ("2022-03-16T08:30", datetime(2022, 3, 16, 8, 30, tzinfo=ZONE)),
        ("2022-03-16 08:30:15", datetime(2022, 3, 16, 8, 30, 15, tzinfo=ZONE)),
        ("2022-03-16T08:30+07:00", datetime(2022, 3, 16, 8, 30, tzinfo=ZONE)),
        ("2022-03-16T08:30:00+0700", datetime(2022, 3, 16, 8, 30, tzinfo=ZONE)),
        ("2022-03-16T20:30Z", datetime(2022, 3, 17, 3, 30, tzinfo=ZONE)),
        ("2022-03-16T20:30-05:30", datetime(2022, 3, 17, 9, 0, tzinfo=ZONE)),
    ],
)
def test_parse_moment(text: str, expected: date | datetime) -> None:
    moment = parse_moment(text)
    assert moment == expected
    assert type(moment) is type(expected)
    assert not isinstance(moment, datetime) or moment.tzinfo is ZONE


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("16/3/2022", "not a date like 2022-03-16 or 2022-03-16 08:30: '16/3/2022'"),
        ("", "not a date"),
        ("2022-3-16", "not a date"),
        ("2022-03", "not a date"),
        ("20220316", "not a date"),
        ("2022-03-16\n", "not a date"),
        ("2022-03-16 ", "not a date"),
        ("2022-03-16 08", "not a date"),
        ("2022-03-16t08:30", "not a date"),
        ("2022-03-16 08:30:00.5", "not a date"),
        ("2022-03-16 08:30 +07:00", "not a date"),
        ("２０２２-03-16", "not a date"),
        ("2022-02-30", "no such day: 2022-02-30"),
        ("2022-13-01", "no such day: 2022-13-01"),
        ("2022-00-01", "no such day"),
        ("2023-02-29 08:30", "no such day"),
        ("2022-03-16 24:00", "no such time of day: 2022-03-16 24:00"),
        ("2022-03-16 08:60", "no such time of day"),
        ("2022-03-16 08:30:60", "no such time of day"),
        ("2022-03-16 08:30+15:00", "no such zone: +15:00"),
        ("2022-03-16 08:30+07:60", "no such zone"),
        ("1899-12-31", "the year 1899 is outside 1900 to 2100"),
        ("2101-01-01", "the year 2101 is outside 1900 to 2100"),
        ("0000-01-01", "the year 0 is outside"),
        ("9999-12-31 23:59-12:00", "the year 9999 is outside"),
        ("2100-12-31T23:00Z", "the year 2101 is outside"),
    ],
)
def test_parse_moment_refuses(text: str, message: str) -> None:
    with pytest.raises(ValueError, match="^" + message.replace("+", r"\+")) as caught:
        parse_moment(text)
    assert caught.value.__cause__ is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("16/3/2022", "2022-03-16"),
        ("16-03-2022", "2022-03-16"),
        ("16.3.2022", "2022-03-16"),
        ("05/9/2022", "2022-09-05"),
        ("ngày 30 tháng 01 năm 2023", "2023-01-30"),
        ("Ngày\u00a030 tháng 1  năm 2023", "2023-01-30"),
        ("30 tháng 01 năm 2023", "2023-01-30"),
        ("ngày 16/3/2022", "2022-03-16"),
        ("2022/3/16", "2022-03-16"),
        ("2022-3-16", "2022-03-16"),
        ("16/3/2022 8:30", "2022-03-16 08:30"),
        ("16/3/2022, 8h30", "2022-03-16 08:30"),
        ("16/3/22", None),
        ("3/16/2022", None),
        ("30/02/2022", None),
        ("16/3-2022", None),
        ("16/3/2022 25:00", None),
        ("16/3/1822", None),
        ("tháng 9 năm 2023", None),
        ("từ 16/3/2022", None),
        ("hôm qua", None),
        ("", None),
    ],
)
def test_suggest_iso(text: str, expected: str | None) -> None:
    assert suggest_iso(text) == expected


@pytest.mark.parametrize(
    ("form", "of_day", "of_moment"),
    [
        (vietnamese_date, "23/07/2021", "23/07/2021"),
        (vietnamese_weekday_date, "Thứ Sáu, 23/07/2021", "Thứ Sáu, 23/07/2021"),
        (vietnamese_moment, "Thứ Sáu, 23/07/2021", "Thứ Sáu, 23/07/2021, 08:30"),
        (vietnamese_document_date, "ngày 23 tháng 7 năm 2021", "ngày 23 tháng 7 năm 2021"),
        (english_date, "23 July 2021", "23 July 2021"),
        (english_weekday_date, "Friday, 23 July 2021", "Friday, 23 July 2021"),
        (english_moment, "Friday, 23 July 2021", "Friday, 23 July 2021, 08:30"),
        (english_document_date, "23 July 2021", "23 July 2021"),
    ],
)
def test_forms(form: Callable[[date], str], of_day: str, of_moment: str) -> None:
    assert form(DAY) == of_day
    assert form(MOMENT) == of_moment


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (datetime(2021, 7, 22, 17, 0, tzinfo=UTC), "Thứ Sáu, 23/07/2021, 00:00"),
        (datetime(2021, 7, 23, 16, 59, tzinfo=UTC), "Thứ Sáu, 23/07/2021, 23:59"),
        (datetime(2021, 7, 23, 1, 0, tzinfo=timezone(timedelta(hours=9))), "Thứ Năm, 22/07/2021, 23:00"),
        (datetime(2021, 7, 23, 23, 59), "Thứ Sáu, 23/07/2021, 23:59"),
    ],
)
def test_moments_are_brought_to_the_zone(moment: datetime, expected: str) -> None:
    assert vietnamese_moment(moment) == expected


def test_weekdays() -> None:
    week = [date(2021, 7, 19) + timedelta(days=day) for day in range(7)]
    names = ["Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật"]
    assert [vietnamese_weekday_date(day).split(",")[0] for day in week] == names
    assert [english_weekday_date(day).split(",")[0] for day in week] == [f"{day:%A}" for day in week]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2024, 3, 5), "ngày 05 tháng 3 năm 2024"),
        (date(2023, 1, 30), "ngày 30 tháng 01 năm 2023"),
        (date(2023, 2, 9), "ngày 09 tháng 02 năm 2023"),
        (date(2023, 9, 10), "ngày 10 tháng 9 năm 2023"),
        (date(2023, 10, 1), "ngày 01 tháng 10 năm 2023"),
        (date(2023, 12, 31), "ngày 31 tháng 12 năm 2023"),
    ],
)
def test_document_date_zeros(day: date, expected: str) -> None:
    assert vietnamese_document_date(day) == expected


def test_months() -> None:
    assert vietnamese_month(2021, 7) == "Tháng 7 năm 2021"
    assert english_month(2021, 7) == "July 2021"
    assert [english_month(2021, month) for month in (1, 12)] == ["January 2021", "December 2021"]


@pytest.mark.parametrize("form", [vietnamese_month, english_month])
@pytest.mark.parametrize("month", [0, 13, -1])
def test_no_such_month(form: Callable[[int, int], str], month: int) -> None:
    with pytest.raises(ValueError, match=f"no such month: {month}"):
        form(2021, month)
