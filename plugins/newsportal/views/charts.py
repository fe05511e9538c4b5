"""Column charts as plain geometry: what a template draws as SVG, with every word that goes with it.

Bars are stretched to the width there is; words stand beside the drawing as text, so that they keep their size on a
phone. Whoever cannot see it has the title, the description, and the table beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from typing import NamedTuple

from newsportal.languages import Language
from newsportal.model import Figures
from newsportal.views.figures import counted, views_text

HEIGHT = 1000
"""Units of a drawing from its foot to the top of its scale."""
_STEP, _WIDTH = 20, 14
"""Units from one bar to the next, and of a bar."""
_LINES = 5
"""Lines of a scale, at most, above the foot."""
_ROUND = (10, 20, 25, 50)
"""Tenths that make a round number with any power of ten."""


class Column(NamedTuple):
    """What one bar stands for; one that `is_open` may still grow."""

    name: str
    figures: Figures
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of views with that of visits before it, in units of the drawing; `title` is what it stands for."""

    x: int
    views: int
    visits: int
    title: str
    is_open: bool

    @property
    def views_top(self) -> int:
        """Where the bar of views begins, from above."""
        return HEIGHT - self.views

    @property
    def visits_top(self) -> int:
        """Where the bar of visits begins, from above."""
        return HEIGHT - self.visits


class Line(NamedTuple):
    """A line across the drawing, `y` units from above, with its number."""

    y: int
    text: str


class Chart(NamedTuple):
    """A drawing `width` by `height` units. `lines` are the scale, from above; `marks` are names below it."""

    title: str
    description: str
    width: int
    height: int
    bar_width: int
    bars: tuple[Bar, ...]
    lines: tuple[Line, ...]
    marks: tuple[str, ...]
    is_open: bool


def column_chart(what: str, columns: Sequence[Column], language: Language) -> Chart:
    """The chart of at least one column; `what` names the time it covers."""
    step, steps = scale(max(column.figures.views for column in columns))
    top = step * steps
    lines = (Line(HEIGHT - HEIGHT * place // steps, language.number(step * place)) for place in range(steps, -1, -1))
    return Chart(
        title=language.labels.chart_title.format(what=what),
        description=_description(columns, language),
        width=_STEP * len(columns),
        height=HEIGHT,
        bar_width=_WIDTH,
        bars=tuple(_bar(place, column, top, language) for place, column in enumerate(columns)),
        lines=tuple(lines),
        marks=tuple(columns[place].name for place in _marked(len(columns))),
        is_open=any(column.is_open for column in columns),
    )


def scale(largest: int) -> tuple[int, int]:
    """The distance of a scale's lines, and how many there are above the foot: round numbers that reach `largest`."""
    powers = (10**power for power in count())
    steps = (tenths * power // 10 for power in powers for tenths in _ROUND if tenths * power % 10 == 0)
    step = next(step for step in steps if step * _LINES >= largest)
    return step, max(1, -(-largest // step))


def _bar(place: int, column: Column, top: int, language: Language) -> Bar:
    figures = column.figures
    return Bar(
        x=place * _STEP + (_STEP - _WIDTH) // 2,
        views=_height(figures.views, top),
        visits=_height(min(figures.visits, figures.views), top),
        title=f"{column.name}: {counted(figures, language)}",
        is_open=column.is_open,
    )


def _height(views: int, top: int) -> int:
    """A bar's height; what is not nothing can be seen."""
    return max(HEIGHT * views // top, 4) if views else 0


def _description(columns: Sequence[Column], language: Language) -> str:
    highest = max(columns, key=lambda column: column.figures.views)
    whole = [column.figures.views for column in columns if not column.is_open] or [highest.figures.views]
    mean = (2 * sum(whole) + len(whole)) // (2 * len(whole))
    return language.labels.chart_peak.format(
        views=views_text(highest.figures.views, language), when=highest.name, mean=views_text(mean, language)
    )


def _marked(columns: int) -> tuple[int, ...]:
    """The columns whose names stand below: first, middle, last."""
    return tuple(sorted({0, columns // 2, columns - 1}))
