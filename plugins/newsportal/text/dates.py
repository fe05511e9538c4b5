"""Dates and moments: read from ISO 8601, written in Vietnamese and English.

Every formatting function takes a date or a datetime. A datetime is brought to Vietnam's zone
first; one without a zone is taken to be in it. No locale is consulted.
"""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from newsportal.text.clean import clean_line

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")

_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_LARGEST_OFFSET = timedelta(hours=14)
_MOMENT = re.compile(
    r"([0-9]{4})-([0-9]{2})-([0-9]{2})"
    r"(?:[ T]([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?(Z|[+-][0-9]{2}:?[0-9]{2})?)?"
)
_TIME = r"(?:,?\s(?P<hour>[0-9]{1,2})[:hg](?P<minute>[0-9]{2}))?"
_WRITTEN = tuple(
    re.compile(pattern + _TIME, re.IGNORECASE)
    for pattern in (
        r"(?:ngày )?(?P<day>[0-9]{1,2})(?P<sep>[/.-])(?P<month>[0-9]{1,2})(?P=sep)(?P<year>[0-9]{4})",
        r"(?P<year>[0-9]{4})(?P<sep>[/.-])(?P<month>[0-9]{1,2})(?P=sep)(?P<day>[0-9]{1,2})",
        r"(?:ngày )?(?P<day>[0-9]{1,2}) tháng (?P<month>[0-9]{1,2}) năm (?P<year>[0-9]{4})",
    )
)
_VIETNAMESE_WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật")
_ENGLISH_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_ENGLISH_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def parse_moment(text: str) -> date | datetime:
    """Read an ISO 8601 date, or a date and time parted by "T" or a space.

    Seconds and the zone (Z, +07:00, +0700) may be left out. A datetime is always returned aware
    and in `ZONE`; one without a zone is taken to be in it. Raises ValueError, with a message for
    the editor, for any other form, for days and times that do not exist and for years outside
    1900 to 2100.
    """
    match = _MOMENT.fullmatch(text)
    if match is None:
        raise ValueError(f"not a date like 2022-03-16 or 2022-03-16 08:30: {text!r}")
    day = _existing_day(*match.group(1, 2, 3))
    if match[4] is None:
        return day
    moment = datetime.combine(day, _existing_time(match), _zone(match[7])).astimezone(ZONE)
    _check_year(moment.year)
    return moment


def suggest_iso(text: str) -> str | None:
    """Return the ISO form of a date written the Vietnamese way, for a hint; None when unsure.

    "16/3/2022", "16-03-2022" and "ngày 16 tháng 3 năm 2022" give "2022-03-16"; the day comes
    first, as Vietnam writes it. A time after the date ("16/3/2022 8:30", "8h30") is kept.
    """
    line = clean_line(text)
    match = next(filter(None, (pattern.fullmatch(line) for pattern in _WRITTEN)), None)
    if match is None:
        return None
    suggestion = f"{match['year']}-{match['month']:0>2}-{match['day']:0>2}"
    if match["hour"]:
        suggestion += f" {match['hour']:0>2}:{match['minute']}"
    return suggestion if _is_moment(suggestion) else None


def vietnamese_date(moment: date) -> str:
    """Return "23/07/2021"."""
    day = _local_day(moment)
    return f"{day.day:02}/{day.month:02}/{day.year:04}"


def vietnamese_weekday_date(moment: date) -> str:
    """Return "Thứ Sáu, 23/07/2021"."""
    return f"{_VIETNAMESE_WEEKDAYS[_local_day(moment).weekday()]}, {vietnamese_date(moment)}"


def vietnamese_moment(moment: date) -> str:
    """Return "Thứ Sáu, 23/07/2021, 08:30"; a plain date has no time."""
    return vietnamese_weekday_date(moment) + _local_time(moment)


def vietnamese_document_date(moment: date) -> str:
    """Return "ngày 05 tháng 3 năm 2024", as the place-date line of a document has it.

    Days below 10 and the months 1 and 2 take a zero, the months 3 to 9 none (NĐ 30/2020/NĐ-CP).
    """
    day = _local_day(moment)
    month = f"{day.month:02}" if day.month <= 2 else f"{day.month}"
    return f"ngày {day.day:02} tháng {month} năm {day.year:04}"


def vietnamese_month(year: int, month: int) -> str:
    """Return "Tháng 7 năm 2021". Raises ValueError for a month outside 1 to 12."""
    return f"Tháng {_existing_month(month)} năm {year}"


def english_date(moment: date) -> str:
    """Return "23 July 2021"."""
    day = _local_day(moment)
    return f"{day.day} {_ENGLISH_MONTHS[day.month - 1]} {day.year:04}"


def english_weekday_date(moment: date) -> str:
    """Return "Friday, 23 July 2021"."""
    return f"{_ENGLISH_WEEKDAYS[_local_day(moment).weekday()]}, {english_date(moment)}"


def english_moment(moment: date) -> str:
    """Return "Friday, 23 July 2021, 08:30"; a plain date has no time."""
    return english_weekday_date(moment) + _local_time(moment)


def english_document_date(moment: date) -> str:
    """Return "23 July 2021": in English a document's date has no form of its own."""
    return english_date(moment)


def english_month(year: int, month: int) -> str:
    """Return "July 2021". Raises ValueError for a month outside 1 to 12."""
    return f"{_ENGLISH_MONTHS[_existing_month(month) - 1]} {year}"


def _existing_day(year: str, month: str, day: str) -> date:
    _check_year(int(year))
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        raise ValueError(f"no such day: {year}-{month}-{day}") from None


def _existing_time(match: re.Match[str]) -> time:
    hour, minute, second = match.group(4, 5, 6)
    try:
        return time(int(hour), int(minute), int(second or 0))
    except ValueError:
        raise ValueError(f"no such time of day: {match[0]}") from None


def _existing_month(month: int) -> int:
    if not 1 <= month <= 12:
        raise ValueError(f"no such month: {month}")
    return month


def _check_year(year: int) -> None:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise ValueError(f"the year {year} is outside {_FIRST_YEAR} to {_LAST_YEAR}")


def _zone(written: str | None) -> tzinfo:
    if written is None:
        return ZONE
    if written == "Z":
        return UTC
    hours, minutes = int(written[1:3]), int(written[-2:])
    offset = timedelta(hours=hours, minutes=minutes)
    if offset > _LARGEST_OFFSET or minutes > 59:
        raise ValueError(f"no such zone: {written}")
    return timezone(-offset if written[0] == "-" else offset)


def _is_moment(text: str) -> bool:
    try:
        parse_moment(text)
    except ValueError:
        return False
    return True


def _local(moment: datetime) -> datetime:
    # `astimezone` would read a zone-less moment in the machine's own zone.
    return moment.replace(tzinfo=ZONE) if moment.tzinfo is None else moment.astimezone(ZONE)


def _local_day(moment: date) -> date:
    return _local(moment).date() if isinstance(moment, datetime) else moment


def _local_time(moment: date) -> str:
    return f", {_local(moment):%H:%M}" if isinstance(moment, datetime) else ""
