"""Numbers of documents as people copy them from the head of a document: "Số: 124 /QĐ-UBND"."""

from __future__ import annotations

import re

_BEFORE = re.compile(r"số(?:\s+hiệu)?\s*(?::\s*|(?=\d))", re.IGNORECASE)
_JOINT = re.compile(r"\s*([/–—‑−-])\s*")
_WHOLE = re.compile(r"\d+[^\W\d]?(?:[/-][\w&]+)+")


def tidy_number(written: str) -> str:
    """The number alone: without the word before it, without spaces around its slashes, with plain hyphens."""
    word = _BEFORE.match(written)
    bare = written[word.end() :] if word else written
    joined = _JOINT.sub(lambda joint: "/" if joint[1] == "/" else "-", bare)
    return joined if _WHOLE.fullmatch(joined) else bare
