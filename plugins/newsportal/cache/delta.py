"""What differs between two values that have most of their parts in common.

Values are made of frozen dataclasses, dictionaries, tuples and whatever else can be pickled. Parts that are one and the
same object, or plain and equal, are common; nothing is compared deeply, so the work grows with what differs.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, is_dataclass, replace
from itertools import zip_longest
from typing import Any

_PLAIN = (bytes, str, int, float, bool, type(None))


@dataclass(frozen=True, slots=True)
class _Same:
    """Nothing differs."""


@dataclass(frozen=True, slots=True)
class _Value:
    """The new value, whole."""

    value: Any


@dataclass(frozen=True, slots=True)
class _Parts:
    """Of a dictionary, a tuple or a dataclass: what differs by key, place or name; all keys in order where others are
    there now, or the length."""

    changed: dict[Any, Delta]
    keys: tuple[Any, ...] | None = None
    length: int = 0


Delta = _Same | _Value | _Parts
_ABSENT = _Same
"""In the place of an old part that there was not; of another type than any part."""


def difference(old: Any, new: Any) -> Delta:
    """What `applied` makes `new` of `old` with. Both hold the common parts, so keep them while you keep it."""
    if old is new or (isinstance(new, _PLAIN) and type(old) is type(new) and old == new):
        return _Same()
    if type(old) is not type(new):
        return _Value(new)
    if isinstance(new, dict):
        keys = None if list(old) == list(new) else tuple(new)
        return _Parts(_changed((key, old.get(key, _ABSENT), value) for key, value in new.items()), keys)
    if type(new) is tuple:
        pairs = zip_longest(old[: len(new)], new, fillvalue=_ABSENT)
        return _Parts(_changed((at, *pair) for at, pair in enumerate(pairs)), length=len(new))
    if is_dataclass(new):
        names = [field.name for field in fields(new)]
        return _Parts(_changed((name, getattr(old, name), getattr(new, name)) for name in names))
    return _Value(new)


def _changed(parts: Iterable[tuple[Any, Any, Any]]) -> dict[Any, Delta]:
    """What differs of (name, old, new), by name."""
    deltas = ((name, difference(old, new)) for name, old, new in parts if old is not new)
    return {name: delta for name, delta in deltas if not isinstance(delta, _Same)}


def applied(old: Any, delta: Delta) -> Any:
    """The value that `delta` was worked out for."""
    if isinstance(delta, _Same):
        return old
    if isinstance(delta, _Value):
        return delta.value
    if isinstance(old, dict):
        made = {**old, **{key: applied(old.get(key), part) for key, part in delta.changed.items()}}
        return made if delta.keys is None else {key: made[key] for key in delta.keys}
    if isinstance(old, tuple):
        parts = [*old[: delta.length], *[None] * (delta.length - len(old))]
        for at, part in delta.changed.items():
            parts[at] = applied(parts[at], part)
        return tuple(parts)
    return replace(old, **{name: applied(getattr(old, name), part) for name, part in delta.changed.items()})
