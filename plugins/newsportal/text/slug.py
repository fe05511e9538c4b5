"""Names for addresses and headings."""

import re
from unicodedata import normalize

from newsportal.text.clean import clean_line
from newsportal.text.fold import fold

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_EMPTY_HEADING = "muc"


def slugify(text: str) -> str:
    """Return the address name of `text`: "Đề án số 5/ĐA" gives "de-an-so-5-da".

    Lower-case ASCII letters and digits; anything else between them is one hyphen. Letters of
    other scripts count when their compatibility form (NFKD) is ASCII, otherwise they are dropped.
    Returns "" when nothing is left: the caller reports that.
    """
    folded = fold(normalize("NFKD", clean_line(text)))
    if not folded.isascii():
        folded = "".join(character for character in folded if character.isascii() or not character.isalnum())
    return _NOT_SLUG.sub("-", folded).strip("-")


def is_slug(text: str) -> bool:
    """Tell whether `text` is a slug as `slugify` makes them, and not empty."""
    return _SLUG.fullmatch(text) is not None


def heading_id(text: str) -> str:
    """Return the slug of a heading for its HTML id, "muc" where the slug is empty.

    Two headings of one text get one id: numbering them is the renderer's work.
    """
    return slugify(text) or _EMPTY_HEADING
