"""Comparing Vietnamese text: without marks, and without regard to where a tone is written."""

import re
from itertools import chain, product
from unicodedata import category, normalize

# Ð (eth) and Ɖ (African d) look like Đ and come out of old font converters in its place.
D_LOOKALIKES = str.maketrans("ÐðƉɖ", "ĐđĐđ")
_D_WITH_STROKE = str.maketrans("Đđ", "Dd")
_TONES = "\u0300\u0309\u0303\u0301\u0323"


def _fold_character(character: str) -> str:
    plain = character.translate(D_LOOKALIKES).translate(_D_WITH_STROKE)
    kept = (part for part in normalize("NFD", plain) if not category(part).startswith("M"))
    return normalize("NFC", "".join(kept).lower())


class _FoldTable(dict[int, str]):
    """Ready for Latin letters, marks and typographic signs; any other character is worked out."""

    def __missing__(self, code: int) -> str:
        return _fold_character(chr(code))


_PREPARED = chain(range(0x0250), range(0x0300, 0x0370), range(0x1E00, 0x1F00), range(0x2000, 0x2070))
_FOLDED = _FoldTable({code: _fold_character(chr(code)) for code in _PREPARED})


def fold(text: str) -> str:
    """Return `text` in lower case without marks: "Đề tài KH&CN" gives "de tai kh&cn".

    The rule: NFC, đ to d, NFD, marks (Unicode category M) dropped, lower case letter by letter.
    Look-alikes of đ (ð, ɖ) count as đ. NFC and NFD of a text fold alike; folding twice changes
    nothing. The result is NFC.
    """
    if text.isascii():
        return text.lower()
    return normalize("NFC", normalize("NFC", text).translate(_FOLDED))


def _tone_forms() -> dict[str, str]:
    cased = [product((first, first.upper()), (second, second.upper())) for first, second in ("oa", "oe", "uy")]
    return {
        normalize("NFC", first + second + tone): normalize("NFC", first + tone + second)
        for (first, second), tone in product(chain(*cased), _TONES)
    }


_FIRST_VOWEL_FORMS = _tone_forms()
# The u of "qu" belongs to the consonant (quý), and a letter after the pair closes the syllable (hoàn).
# A loose mark after it would join the bared vowel.
_OPEN_PAIR = re.compile(rf"(?<![qQ])(?:{'|'.join(_FIRST_VOWEL_FORMS)})(?![^\W\d_]|[\u0300-\u036f])")


def unify_tones(text: str) -> str:
    """Return `text` in NFC with the tone of open oa, oe, uy on the first vowel: hoà gives hòa.

    For comparing only (search, sorting, tags), never for display: both placements are in use.
    Case is kept; closed syllables (hoàn, khoản, thuyền) and "qu" (quý, quà) are left alone.
    """
    return _OPEN_PAIR.sub(lambda match: _FIRST_VOWEL_FORMS[match.group()], normalize("NFC", text))
