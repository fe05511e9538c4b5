"""What people paste from word processors and web pages, brought to plain NFC text."""

import re
from unicodedata import normalize

# Controls (white space apart), soft hyphen, grapheme joiner, zero-width and bidi characters,
# interlinear marks, BOM and its mirror, lone surrogates: none shows, all of them break comparisons.
_STRAY = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u180e\u200b\u200c\u200e\u200f"
    r"\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)
_EMOJI = r"\u2190-\u21ff\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff\ufe0f\U0001f000-\U0001faff"
_LOOSE_JOINER = re.compile(rf"(?<![{_EMOJI}])\u200d|\u200d(?![{_EMOJI}])")
_ODD_SPACE = re.compile(r"[^\S \t]")
_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_HARD_BREAK = "  "
_GRAPHEME_JOINER = "\u034f"


def clean_line(text: str) -> str:
    """Return `text` as one clean line, for titles, names and other one-line fields.

    NFC; every run of white space (NBSP, tabs and line ends too) is one space, none at the ends;
    controls, zero-width and bidi characters and soft hyphens are dropped. The zero-width joiner
    stays between two emoji only.
    """
    return " ".join(_without_strays(text).split())


def clean_block(text: str) -> str:
    """Return `text` of many lines (Markdown) cleaned like a line, with its layout kept.

    Line ends become LF and their number does not change, so line numbers stay true. Indentation
    by spaces and tabs stays. Two or more plain spaces at the end of a line are a Markdown hard
    break and become exactly two; any other white space there is stripped.
    """
    text = _without_strays(text.replace("\r\n", "\n").replace("\r", "\n"))
    if _is_tidy(text) and " \n" not in text and not text.endswith(" "):
        return text  # as every line would be
    lines = text.split("\n")
    return "\n".join(_clean_block_line(line) for line in lines)


def xml_safe(text: str) -> str:
    """Return `text` without the characters that XML 1.0 (production 2, Char) forbids.

    Markup is not escaped: that is the encoder's work.
    """
    return _NOT_XML.sub("", text)


def _without_strays(text: str) -> str:
    # NFC before: what counts as emoji is settled. NFC after: a dropped character may have kept
    # a letter from its mark.
    composed = normalize("NFC", text)
    if _is_tidy(composed):
        return composed
    kept = _STRAY.sub("", composed)
    return normalize("NFC", _LOOSE_JOINER.sub("", kept))


def _is_tidy(text: str) -> bool:
    """Whether there are but visible characters, spaces and LF, as nearly always: strays are not printable, save one."""
    return _GRAPHEME_JOINER not in text and text.replace("\n", "").isprintable()


def _clean_block_line(line: str) -> str:
    if line.isprintable() and not line.endswith(" "):
        return line  # no white space but plain spaces, none at the end
    body = line.strip()
    if not body:
        return ""
    # Odd spaces at the ends go before they turn plain: four leading NBSPs would become a code
    # block, two trailing ones a hard break.
    indent = _ODD_SPACE.sub("", line[: len(line) - len(line.lstrip())])
    tail = line[len(line.rstrip()) :]
    hard_break = _HARD_BREAK if len(tail) > 1 and not tail.strip(" ") else ""
    return indent + _ODD_SPACE.sub(" ", body) + hard_break
