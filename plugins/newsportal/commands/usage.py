"""What the standard library's parser of command lines says, in Vietnamese.

It has English sentences only. Those that a person can meet here are known by their wording; one that a newer Python
words otherwise stays English.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

_NO_PATH = "expected a path, not an empty text"

_SENTENCES = (
    (r"argument (.+?): (.*)", r"\1: \2"),
    (r"unrecognized arguments: (.*)", r"không có tùy chọn hay giá trị như thế: \1"),
    (r"the following arguments are required: (.*)", r"còn thiếu \1"),
    (r"expected one argument", "phải có một giá trị đi sau"),
    (r"expected at least one argument", "phải có ít nhất một giá trị đi sau"),
    (r"invalid choice: (.*) \(choose from (.*)\)", r"không nhận \1, chỉ nhận: \2"),
    (r"invalid int value: (.*)", r"\1 không phải là số nguyên"),
    (r"ignored explicit argument (.*)", r"tùy chọn này không nhận giá trị \1"),
    (_NO_PATH, "phải là một đường dẫn, không để trống"),
)

_HEADINGS: Mapping[str | None, str] = MappingProxyType({"options": "tùy chọn", "positional arguments": "giá trị"})


def in_vietnamese(message: str) -> str:
    """What is wrong with a command line, of which `message` tells in English."""
    for english, vietnamese in _SENTENCES:
        message = re.sub(f"(?<![^ ]){english}$", vietnamese, message, flags=re.DOTALL)
    return message


def path(text: str) -> Path:
    """The path that an option names. An empty one, as scripts give that fill in nothing, would mean this folder."""
    if not text.strip():
        raise argparse.ArgumentTypeError(_NO_PATH)
    return Path(text)


class VietnameseHelp(argparse.HelpFormatter):
    """Lays `--help` out as ever, with headings in Vietnamese."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        """The line that shows how a command is written."""
        super().add_usage(usage, actions, groups, "cách dùng: " if prefix is None else prefix)

    def start_section(self, heading: str | None) -> None:
        """A group of options."""
        super().start_section(_HEADINGS.get(heading, heading))
