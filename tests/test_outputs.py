"""Marks: equal for equal values, however these came about, and different for all others."""

from __future__ import annotations

import copy
import datetime as dt
from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsportal.model import SectionKind
from newsportal.outputs import Marked, mark_of, mark_of_value, output


@dataclass(frozen=True, slots=True)
class Slim:
    title: str
    parts: tuple[object, ...] = ()


@dataclass(frozen=True)
class Wide:
    title: str
    parts: tuple[object, ...] = ()


@dataclass(frozen=True)
class Remembered(Marked):
    title: str
    parts: tuple[object, ...] = ()


@dataclass(frozen=True)
class RememberedToo(Marked):
    title: str
    parts: tuple[object, ...] = ()


@dataclass(frozen=True)
class Empty:
    pass


KINDS = st.sampled_from([Slim, Wide, Remembered, RememberedToo])
LEAVES = st.one_of(
    st.none(), st.booleans(), st.integers(), st.text(max_size=5), st.binary(max_size=5), st.dates(),
    st.sampled_from(SectionKind),
)  # fmt: skip
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(tuple),
        st.builds(
            lambda kind, title, parts: kind(title, tuple(parts)),
            KINDS,
            st.text(max_size=3),
            st.lists(inner, max_size=3),
        ),
    ),
    max_leaves=8,
)


def _told(value: object) -> str:
    """A value in words that differ when it does: `True == 1`, but they are not the same."""
    if isinstance(value, Slim | Wide | Remembered | RememberedToo):
        return f"{type(value).__name__}({_told(value.title)}, {_told(value.parts)})"
    if isinstance(value, tuple):
        return f"({', '.join(map(_told, value))},)"
    return f"{type(value).__name__}:{value!r}"


@given(VALUES, VALUES)
def test_marks_are_equal_when_values_are(one: object, other: object) -> None:
    assert mark_of_value(copy.deepcopy(one)) == mark_of_value(one)
    assert (mark_of_value(one) == mark_of_value(other)) == (_told(one) == _told(other))


def test_no_identity_is_told() -> None:
    text = "".join(["tin", " tức"])
    assert mark_of_value((text, text)) == mark_of_value((text, "".join(["tin ", "tức"])))


@pytest.mark.parametrize("kind", [Slim, Wide, Remembered])
def test_every_field_counts(kind: type[Slim] | type[Wide] | type[Remembered]) -> None:
    value = kind("a", (1,))
    changed = [replace(value, title="b"), replace(value, parts=(2,)), replace(value, parts=())]
    assert len({mark_of_value(each) for each in (value, *changed)}) == len(changed) + 1


def test_what_a_mark_is_made_of() -> None:
    assert mark_of_value(Empty()) != mark_of_value(())
    assert mark_of_value(dt.datetime(2026, 1, 1, tzinfo=dt.UTC)) != mark_of_value(dt.date(2026, 1, 1))
    assert output(b"a").mark == mark_of(b"a") == mark_of(memoryview(b"a"))
