"""The files of an index: many small leaves under names that carry a hash of their content.

A sequence of leaves is a tree of two levels, so that a reader learns the names of the few leaves a query needs without
the names of all: the manifest has the hash of each *branch*, a branch those of its 64 leaves. A name changes when the
content does and never otherwise, so browsers may keep every file but the manifest for ever.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

Files = dict[str, bytes]
"""Path in the site → bytes."""

FAN_OUT = 64
"""Leaves of a branch."""

HASH_LENGTH = 8
"""Hexadecimal digits of a content hash. It tells versions of one file apart, not files."""


@dataclass(frozen=True, slots=True)
class Tree:
    """`branches` has the hashes of the branches, one after the other."""

    files: Files
    branches: str


def tree(folder: str, leaves: Sequence[bytes]) -> Tree:
    """The files of a sequence of leaves below `folder`: branch `3-….json`, its leaf 10 `3/a-….json`."""
    files: Files = {}
    branches: list[str] = []
    for branch in range(-(-len(leaves) // FAN_OUT)):
        names = []
        for place, leaf in enumerate(leaves[branch * FAN_OUT : (branch + 1) * FAN_OUT]):
            names.append(content_hash(leaf))
            files[f"{folder}/{branch:x}/{place:x}-{names[-1]}.json"] = leaf
        content = encoded("".join(names))
        branches.append(content_hash(content))
        files[f"{folder}/{branch:x}-{branches[-1]}.json"] = content
    return Tree(files, "".join(branches))


def content_hash(content: bytes) -> str:
    """The part of a file's name that changes with its content."""
    return hashlib.sha256(content).hexdigest()[:HASH_LENGTH]


def encoded(value: Any) -> bytes:
    """Compact JSON in UTF-8."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
