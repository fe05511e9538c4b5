"""Vietnamese text: cleaning, folding, slugs, order, words, dates and numbers.

Pure functions from values to values; nothing here reads a file, a clock or the locale. No other
part of the portal folds or formats text. Vietnamese letters follow Unicode NFC throughout.
"""

from newsportal.text.clean import clean_block, clean_line, xml_safe
from newsportal.text.collate import CollationKey, collation_key, initial
from newsportal.text.dates import (
    ZONE,
    english_date,
    english_document_date,
    english_moment,
    english_month,
    english_weekday_date,
    parse_moment,
    suggest_iso,
    vietnamese_date,
    vietnamese_document_date,
    vietnamese_moment,
    vietnamese_month,
    vietnamese_weekday_date,
)
from newsportal.text.fold import fold, unify_tones
from newsportal.text.number_words import parse_vietnamese_number_words, vietnamese_number_words
from newsportal.text.numbers import (
    english_number,
    english_size,
    parse_vietnamese_number,
    vietnamese_number,
    vietnamese_size,
)
from newsportal.text.slug import heading_id, is_slug, slugify
from newsportal.text.terms import english_stem, term
from newsportal.text.words import first_sentences, pairs, sentence_around, syllables, tokens, truncate

__all__ = [
    "ZONE",
    "CollationKey",
    "clean_block",
    "clean_line",
    "collation_key",
    "english_date",
    "english_document_date",
    "english_moment",
    "english_month",
    "english_number",
    "english_size",
    "english_stem",
    "english_weekday_date",
    "first_sentences",
    "fold",
    "heading_id",
    "initial",
    "is_slug",
    "pairs",
    "parse_moment",
    "parse_vietnamese_number",
    "parse_vietnamese_number_words",
    "sentence_around",
    "slugify",
    "suggest_iso",
    "syllables",
    "term",
    "tokens",
    "truncate",
    "unify_tones",
    "vietnamese_date",
    "vietnamese_document_date",
    "vietnamese_moment",
    "vietnamese_month",
    "vietnamese_number",
    "vietnamese_number_words",
    "vietnamese_size",
    "vietnamese_weekday_date",
    "xml_safe",
]
