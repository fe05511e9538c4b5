"""Who is behind a user agent, by a kept list of crawlers.

There may be as many agents as lines, so the database searches the list, in parts: some hundred patterns in one
expression are matched at once, all of them in one are too many. Python sees only what matched, which is little.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import duckdb
from crawleruseragents import CRAWLER_USER_AGENTS_DATA

from newsportal.visits.queries import query, quoted

_TOGETHER = 300
_READERS = frozenset({"feed-reader", "http-library"})
_WORD = re.compile(r"[^\W_](?:[\w .!&+-]*[\w!+])?")
_LONGEST_NAME = 40
_ESCAPED = re.compile(r"\\(\W)")
_SPECIAL = re.compile(r"[\^$.*+?()\[\]{}|\\]")


def judge(connection: duckdb.DuckDBPyConnection) -> None:
    """Makes the table `judged` of the table `agents`: what each agent is, without the agent."""
    patterns = [entry["pattern"] for entry in CRAWLER_USER_AGENTS_DATA]
    connection.execute(query("search", listed=_expression(patterns)))
    found = connection.execute("SELECT DISTINCT listed FROM searched WHERE listed IS NOT NULL").fetchall()
    connection.execute("CREATE TABLE known (listed VARCHAR, name VARCHAR, reader BOOLEAN)")
    for (text,) in found:
        connection.execute("INSERT INTO known VALUES (?, ?, ?)", [text, *_told(text, CRAWLER_USER_AGENTS_DATA)])
    connection.execute(query("judge"))


def _expression(patterns: Sequence[str]) -> str:
    """SQL for the part of `text` that matches the list, NULL where none does."""
    parts = ("|".join(patterns[first : first + _TOGETHER]) for first in range(0, len(patterns), _TOGETHER))
    return "coalesce(" + ", ".join(f"nullif(regexp_extract(text, {quoted(part)}), '')" for part in parts) + ")"


def _told(text: str, entries: Sequence[Mapping[str, Any]]) -> tuple[str, bool]:
    """The name of the first entry that matches, and whether it reads what feeds bring for somebody."""
    for entry in entries:
        if _matches(entry["pattern"], text):
            return pattern_name(entry["pattern"]), bool(_READERS & set(entry.get("tags", ())))
    return "", False


def _matches(pattern: str, text: str) -> bool:
    """Whether the pattern is in the text. Most are plain words, which need not be compiled."""
    if _SPECIAL.search(_ESCAPED.sub("", pattern)):
        return re.search(pattern, text) is not None
    return _ESCAPED.sub(r"\1", pattern) in text


def pattern_name(pattern: str) -> str:
    """The words that a pattern of the list begins with: `Googlebot\\/` is Googlebot. Never a part of somebody's
    agent, which may hold anything."""
    plain = re.sub(r"\[(\w)\w?\]", r"\1", re.sub(r"^\^|\(\^\|[^)]*\)|\\b", "", pattern))
    plain = re.sub(r"\\([^\w\s])", r"\1", plain)
    found = _WORD.search(plain)
    return found[0][:_LONGEST_NAME].strip() if found else ""
