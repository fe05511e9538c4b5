"""Talking to the person who measures."""

from __future__ import annotations

import os
import sys


def tell(text: str) -> None:
    """Says what is being done."""
    print(text, file=sys.stderr, flush=True)


def machine() -> str:
    """How big this machine is, and how busy with other things before it is measured on."""
    load = f" under a load of {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return f"{os.cpu_count()} processors{load}"


def positive(text: str) -> int:
    """A whole number of one and more, for options."""
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number
