"""What a build hands to whoever writes it down: the files of the site, by path."""

from __future__ import annotations

import hashlib
import io
import pickle
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from operator import attrgetter
from pathlib import Path
from typing import Any

_MARK_BYTES = 16


@dataclass(frozen=True, slots=True)
class Output:
    """One file of the site.

    Equal `mark`s, digests as long as those of `mark_of`, mean equal bytes, so a file that is there already under the
    same mark need not be read or written. `content` is the bytes, the file that has them, or what fetches them.
    """

    mark: bytes
    content: bytes | Path | Callable[[], bytes]

    def read(self) -> bytes:
        """The bytes. Raises OSError where a file is gone."""
        if isinstance(self.content, bytes):
            return self.content
        return self.content.read_bytes() if isinstance(self.content, Path) else self.content()


@dataclass(frozen=True, slots=True)
class Job:
    """Files that are made together: `make` gives their bytes in the order of `paths`.

    Equal keys mean equal bytes. A `key` that takes some work to find out is a function, which remembers what it found.
    """

    paths: tuple[str, ...]
    key: bytes | Callable[[], bytes]
    make: Callable[[], Sequence[bytes]] = field(compare=False)

    def found_key(self) -> bytes:
        """The key itself."""
        return self.key if isinstance(self.key, bytes) else self.key()


def output(content: bytes) -> Output:
    """The output with these bytes."""
    return Output(mark_of(content), content)


def mark_of(content: bytes | memoryview) -> bytes:
    """The mark of some bytes: their BLAKE2b digest."""
    return hashlib.blake2b(content, digest_size=_MARK_BYTES).digest()


def mark_of_value(value: object) -> bytes:
    """The mark of a value made of frozen dataclasses, tuples, named or not, and plain types: equal values and marks."""
    buffer = io.BytesIO()
    _Teller(buffer).dump(value)
    return mark_of(buffer.getbuffer())


class Marked:
    """A frozen dataclass whose mark is worked out once, however many values it is part of. Without slots."""

    @cached_property
    def mark_of_all(self) -> bytes:
        """The mark of all its fields."""
        kind: type = type(self)
        return mark_of_value((kind.__name__, _fields_of(kind)(self)))


class _Teller(pickle.Pickler):
    """Tells values apart, and is not meant to be read back."""

    def __init__(self, buffer: io.BytesIO) -> None:
        super().__init__(buffer, pickle.HIGHEST_PROTOCOL)
        self.fast = True  # without back references: whether two equal texts are one object must not tell

    def reducer_override(self, value: Any) -> Any:
        """Dataclasses and named tuples by the way of the C library: pickle's own way with them is slow."""
        if isinstance(value, Marked):
            return bytes, (value.mark_of_all,)
        kind: type = type(value)
        if isinstance(value, tuple):
            return kind, tuple(value)
        return (kind, _fields_of(kind)(value)) if hasattr(kind, "__dataclass_fields__") else NotImplemented


@cache
def _fields_of(kind: type) -> Callable[[object], tuple[object, ...]]:
    """What gives the values of the fields of a dataclass."""
    names = tuple(kind.__dataclass_fields__)  # type: ignore[attr-defined]
    if len(names) == 1:
        return lambda value: (getattr(value, names[0]),)
    return attrgetter(*names) if names else lambda _: ()


def pickled(value: object) -> bytes:
    """A value as bytes that depend on nothing but the value."""
    buffer = io.BytesIO()
    pickler = pickle.Pickler(buffer, pickle.HIGHEST_PROTOCOL)
    pickler.fast = True  # without back references: whether two equal texts are one object must not tell
    pickler.dump(value)
    return buffer.getvalue()
