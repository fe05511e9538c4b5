"""Numbers as people read them."""


def size(number: float) -> str:
    """Bytes in thousands, as the targets count."""
    for unit, factor in (("MB", 1_000_000), ("KB", 1_000)):
        if abs(number) >= factor:
            return f"{number / factor:,.1f} {unit}"
    return f"{number:.0f} B"


def duration(number: float) -> str:
    """Milliseconds; seconds from ten of them on."""
    return f"{number / 1000:,.1f} s" if abs(number) >= 10_000 else f"{number:,.0f} ms"


def percent(number: float) -> str:
    """A share."""
    return f"{100 * number:.1f} %"


def count(number: float) -> str:
    """A number of things."""
    return f"{number:,.0f}"


def times(number: float) -> str:
    """A ratio."""
    return f"{number:,.1f} ×" if number >= 10 else f"{number:.2f} ×"
