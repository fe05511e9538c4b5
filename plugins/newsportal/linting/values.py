"""What the rules are called, and what one of them finds."""

from __future__ import annotations

from typing import NamedTuple

RULES = (
    "document.amount",
    "document.archive",
    "document.date",
    "document.end",
    "document.issued",
    "document.number",
    "document.number_extra",
    "document.number_form",
    "document.order",
    "document.place_date",
    "document.published",
    "document.recipients",
    "document.sign",
    "document.signer",
    "document.totals",
    "document.type",
    "document.unknown_issuer",
    "document.unknown_type",
    "document.year",
)
"""Every rule; a rule's name is the code of its problems."""


class Finding(NamedTuple):
    """One thing to look at in one item.

    `field` is a front matter key (`document.recipients[2]`), or `body`, of which `row` is the line, the first one 0: so
    what was found stays true where only the place of the text in its file changes. `values` fill the message.
    """

    rule: str
    field: str
    values: tuple[tuple[str, str], ...]
    row: int = 0


def finding(rule: str, field: str, row: int = 0, /, **values: str) -> Finding:
    """A finding with its values in order."""
    return Finding(rule, field, tuple(sorted(values.items())), row)
