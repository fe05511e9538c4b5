"""What can be wrong with a post's text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from newsportal.content.media import media_problem
from newsportal.model import MediaFile


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong in the text: message code, words by which its line is found, best first, and values."""

    code: str
    needles: tuple[str, ...]
    values: tuple[tuple[str, str], ...]


def dead_link(target: str) -> Fault:
    """The fault of a link that leads nowhere."""
    return Fault("body.link", (f"]({target}", target), (("nearest", ""), ("target", target[:120])))


def lost(name: str, address: str, media: Mapping[str, MediaFile]) -> Fault:
    """The fault of an address in an `href` or `src` that browsers could not follow from a web page."""
    fault = media_problem(address, media) if name == "src" else None
    return Fault(fault[0], (address,), tuple(sorted(fault[1].items()))) if fault else dead_link(address)
