"""What a build hands to whoever writes it down: the files of the site, by path."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

_MARK_BYTES = 16


@dataclass(frozen=True, slots=True)
class Output:
    """One file of the site.

    Equal `mark`s mean equal bytes, so a file that is there already under the same mark need not be read or written.
    `content` is the bytes, the file that has them, or what fetches them.
    """

    mark: bytes
    content: bytes | Path | Callable[[], bytes]

    def read(self) -> bytes:
        """The bytes. Raises OSError where a file is gone."""
        if isinstance(self.content, bytes):
            return self.content
        return self.content.read_bytes() if isinstance(self.content, Path) else self.content()


def output(content: bytes) -> Output:
    """The output with these bytes."""
    return Output(mark_of(content), content)


def mark_of(content: bytes) -> bytes:
    """The mark of some bytes: their BLAKE2b digest."""
    return hashlib.blake2b(content, digest_size=_MARK_BYTES).digest()
