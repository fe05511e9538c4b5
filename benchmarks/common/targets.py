"""What is promised, and whether figures bear it out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Target:
    """One promise: what was reached and wanted, in words, and whether it is met."""

    name: str
    reached: str
    wanted: str
    met: bool

    @property
    def verdict(self) -> str:
        """The last column."""
        return "met" if self.met else "MISSED"


def at_most(name: str, reached: float, most: float, say: Callable[[float], str]) -> Target:
    """A promise of little."""
    return Target(name, say(reached), f"at most {say(most)}", reached <= most)


def at_least(name: str, reached: float, least: float, say: Callable[[float], str]) -> Target:
    """A promise of much."""
    return Target(name, say(reached), f"at least {say(least)}", reached >= least)
