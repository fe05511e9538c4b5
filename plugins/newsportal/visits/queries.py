"""The SQL, from its own files; a place in braces is filled with what cannot be a parameter."""

from __future__ import annotations

from importlib.resources import files


def query(name: str, **places: object) -> str:
    """The text of `sql/<name>.sql`. What fills a place is made here, never taken from a log or a person."""
    text = files("newsportal.visits").joinpath("sql", f"{name}.sql").read_text(encoding="utf-8")
    for place, value in places.items():
        text = text.replace("{" + place + "}", str(value))
    return text


def quoted(text: str) -> str:
    """The text as a literal of SQL."""
    return "'" + text.replace("'", "''") + "'"
