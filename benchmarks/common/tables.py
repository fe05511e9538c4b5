"""Rows of words in columns."""

from __future__ import annotations

from collections.abc import Sequence

Row = tuple[str, ...]


def aligned(rows: Sequence[Row]) -> str:
    """For terminals: the first column to the left, the others to the right; a row of one cell is a heading."""
    full = [row for row in rows if len(row) > 1]
    widths = [max(len(row[at]) for row in full) for at in range(len(full[0]))]
    return "\n".join(_line(row, widths) for row in rows)


def _line(row: Row, widths: list[int]) -> str:
    if len(row) == 1:
        return f"\n{row[0]}"
    cells = [cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)]
    return "  ".join((f"  {row[0]}".ljust(widths[0] + 2), *cells)).rstrip()


def markdown(rows: Sequence[Row]) -> str:
    """In Markdown, the first row as the head; the first column to the left, the others to the right."""
    head, *rest = rows
    rule = ("---", *("--:",) * (len(head) - 1))
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, rule, *rest))
