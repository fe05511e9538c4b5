"""Cutting long lists into pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

Item = TypeVar("Item")


class PageLink(NamedTuple):
    """One entry of the row of page numbers; `address` is empty for a gap."""

    number: int
    address: str
    current: bool


@dataclass(frozen=True, slots=True)
class Paging:
    """The row of page numbers; `previous` and `next` are empty at the ends."""

    number: int
    count: int
    previous: str
    next: str
    links: tuple[PageLink, ...]


@dataclass(frozen=True, slots=True)
class Slice(Generic[Item]):
    """Page `number` of `count`, from 1, with its items."""

    number: int
    count: int
    items: tuple[Item, ...]


def paginate(items: Sequence[Item], size: int) -> tuple[Slice[Item], ...]:
    """All pages of a list; an empty list has one empty page. Raises ValueError for a size below 1."""
    if size < 1:
        raise ValueError(f"a page holds at least one item, not {size}")
    count = max(1, -(-len(items) // size))
    return tuple(Slice(page + 1, count, tuple(items[page * size : (page + 1) * size])) for page in range(count))


def paging(number: int, count: int, address: Callable[[int], str]) -> Paging:
    """The row for page `number`: first, last, and two on each side, however many pages there are."""
    near = {page for page in range(number - 2, number + 3) if 1 <= page <= count}
    shown = sorted(near | {1, count})
    links: list[PageLink] = []
    for page in shown:
        if links and page > links[-1].number + 1:
            links.append(PageLink(page - 1, "", False))
        links.append(PageLink(page, address(page), page == number))
    return Paging(
        number=number,
        count=count,
        previous=address(number - 1) if number > 1 else "",
        next=address(number + 1) if number < count else "",
        links=tuple(links),
    )
