"""Text to numbers: what stands between white space, and the forms in it."""

from __future__ import annotations

from array import array

import numpy as np
from numpy.typing import NDArray

from newsportal.search.analysis import PAUSE, Analyzer

Numbers = NDArray[np.int64]

_PAUSES = "\n\r\v\f\x85\u2028\u2029"
"""White space that is a pause (see `text.tokens`)."""
_AS_A_CHUNK = " ; "


def chunks_of(*texts: str) -> list[str]:
    """What stands between white space in some texts, a pause after each text.

    The forms of a text are those of its chunks, one after the other: no word reaches over white space, what is white
    space stays so in NFC, and neither composition nor the order of marks crosses it.
    """
    joined = _AS_A_CHUNK.join(texts)
    for pause in _PAUSES:
        joined = joined.replace(pause, _AS_A_CHUNK)
    return joined.split()


class Vocabulary(dict[str, int]):
    """Chunk → its number, given when it is first asked for; a language has few, and they come by the million.

    A form has the place in `forms` for a number; that of `PAUSE` is 0.
    """

    def __init__(self, analyzer: Analyzer) -> None:
        super().__init__()
        self.forms = [PAUSE]
        self._analyzer = analyzer
        self._numbers = {PAUSE: 0}
        self._parts, self._sizes = array("q"), array("q")

    def __missing__(self, chunk: str) -> int:
        forms = self._analyzer.forms(chunk)[:-1]
        self._parts.extend(map(self._number, forms))
        self._sizes.append(len(forms))
        number = self[chunk] = len(self)
        return number

    def _number(self, form: str) -> int:
        if form not in self._numbers:
            self._numbers[form] = len(self.forms)
            self.forms.append(form)
        return self._numbers[form]

    def forms_of(self, chunks: list[str]) -> tuple[Numbers, Numbers]:
        """The numbers of the forms of all chunks, in order, and how many there are of each chunk."""
        numbers = np.fromiter(map(self.__getitem__, chunks), np.int64, len(chunks))
        sizes = np.array(self._sizes)
        starts = np.cumsum(sizes) - sizes
        counts = sizes[numbers]
        return np.array(self._parts)[run_places(starts[numbers], counts)], counts


def run_places(starts: Numbers, sizes: Numbers) -> Numbers:
    """The places of runs that begin at `starts`, one after the other: starts 5, 9 and sizes 3, 1 give 5, 6, 7, 9."""
    places: Numbers = np.arange(sizes.sum())
    places += np.repeat(starts - (np.cumsum(sizes) - sizes), sizes)
    return places
