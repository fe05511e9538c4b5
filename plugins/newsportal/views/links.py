"""Rewriting the addresses in rendered HTML."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape, unescape

# Quoted values are passed over whole: a ">" in an alt text ends no tag, a "src=" in a title is no attribute.
_TAG = re.compile(r"""<[a-zA-Z](?:[^<>"']|"[^"]*"|'[^']*')*+>""")
_ATTRIBUTE = re.compile(r"""(\s)([^\s"'<>/=]+)=("[^"]*"|'[^']*')""")
_NEXT_COPY = re.compile(r",\s+")
_ADDRESS = frozenset({"href", "src", "poster", "cite"})
_ADDRESSES = "srcset"

Change = Callable[[str], str]


def rewrite(html: str, change: Change) -> str:
    """The HTML with `change` made to every address in links, pictures, players, quotations and `srcset`.

    Addresses are handed over as read, not escaped. The HTML is the renderer's, with every attribute value quoted.
    """
    return _TAG.sub(lambda tag: _ATTRIBUTE.sub(lambda found: _attribute(found, change), tag[0]), html)


def _attribute(found: re.Match[str], change: Change) -> str:
    space, name, quoted = found.groups()
    if name in _ADDRESS:
        value = change(unescape(quoted[1:-1]))
    elif name == _ADDRESSES:
        value = rewrite_copies(unescape(quoted[1:-1]), change)
    else:
        return found[0]
    return f'{space}{name}="{escape(value)}"'


def rewrite_copies(srcset: str, change: Change) -> str:
    """A `srcset` with `change` made to the address of every copy."""
    copies = (copy.split(maxsplit=1) for copy in _NEXT_COPY.split(srcset) if copy.strip())
    return ", ".join(" ".join([change(address), *width]) for address, *width in copies)
