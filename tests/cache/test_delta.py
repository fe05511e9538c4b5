"""What differs between two values, and nothing but that."""

from __future__ import annotations

import pickle
from dataclasses import dataclass, replace

from hypothesis import given
from hypothesis import strategies as st

from newsportal.cache.delta import applied, difference


@dataclass(frozen=True)
class Page:
    title: str
    parts: tuple[object, ...] = ()


@dataclass(frozen=True, slots=True)
class Site:
    pages: dict[str, object]
    order: tuple[object, ...] = ()
    mark: object = b""


LEAVES = st.one_of(st.none(), st.booleans(), st.integers(0, 3), st.text("ab", max_size=2), st.floats(allow_nan=False))
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4).map(tuple),
        st.dictionaries(st.sampled_from("abcd"), inner, max_size=4),
        st.builds(Page, st.text("ab", max_size=1), st.lists(inner, max_size=3).map(tuple)),
        st.builds(Site, st.dictionaries(st.sampled_from("abcd"), inner, max_size=3), st.just(()), inner),
    ),
    max_leaves=12,
)


def _through_a_file(value: object) -> object:
    loaded: object = pickle.loads(pickle.dumps(value))
    return loaded


def _told(value: object) -> str:
    """With types and the order of keys, which equality does not tell."""
    return repr(value)


@given(VALUES, VALUES)
def test_the_difference_makes_the_new_of_the_old(old: object, new: object) -> None:
    delta = _through_a_file(difference(old, new))
    assert _told(applied(_through_a_file(old), delta)) == _told(new)  # type: ignore[arg-type]


@given(VALUES)
def test_equal_values_differ_in_nothing_worth_keeping(value: object) -> None:
    assert len(pickle.dumps(difference(value, value))) < 100


def test_a_large_value_with_a_small_change() -> None:
    old = Site({f"{n}": Page(f"title {n}" * 50) for n in range(1000)}, tuple(bytes(100) for _ in range(1000)), b"one")
    pages = {**old.pages, "500": Page("new")}
    new = replace(old, pages=pages, order=(*old.order[:-1], b"last", b"more"), mark=b"two")
    delta = pickle.dumps(difference(old, new))
    assert len(delta) < 1000
    assert applied(old, pickle.loads(delta)) == new


def test_keys_keep_their_order() -> None:
    old = {"a": 1, "c": 3}
    new = {"a": 1, "b": 2, "c": 3}
    assert list(applied(old, difference(old, new))) == ["a", "b", "c"]
    assert list(applied(new, difference(new, old))) == ["a", "c"]
