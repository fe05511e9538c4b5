"""What the editor probably meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from newsportal.text import fold


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word most like this one, marks and case aside; empty when none is near."""
    folded = {fold(candidate): candidate for candidate in sorted(known)}
    found = difflib.get_close_matches(fold(word), list(folded), n=1, cutoff=0.65)
    return folded[found[0]] if found else ""
