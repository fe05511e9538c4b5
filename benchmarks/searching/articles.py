"""The articles of a built site, read from its pages, and the questions that are made of their titles."""

from __future__ import annotations

import html
import random
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from common.errors import BenchError
from newsportal.text import fold, syllables
from searching.figures import Question

WORDS = 8
SHORT = (
    *("de tai", "đề tài", "khoa hoc cong nghe", "khoa học và công nghệ", "an toàn bức xạ", "so huu tri tue"),
    *("nam 2022", "chuyển đổi số", "hội nghị", "124/BC-SKHCN"),
)
"""What readers type all day, with marks and without."""

_LANGUAGE = re.compile(r'<html[^>]*\slang="([\w-]+)"')
_TITLE = re.compile(r"<article[^>]*\sdata-article[\s>].*?<h1[^>]*>(.*?)</h1>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True, slots=True)
class Article:
    """A page with an article: its path from the root of the site, language and title."""

    path: str
    language: str
    title: str


def read_articles(site: Path) -> list[Article]:
    """The articles below `site`, by path."""
    pages = (_read(site, page) for page in sorted(site.rglob("index.html")))
    articles = [article for article in pages if article]
    if not articles:
        raise BenchError(f"{site} has no pages of articles", 2)
    return articles


def _read(site: Path, page: Path) -> Article | None:
    text = page.read_text(encoding="utf-8")
    title, language = _TITLE.search(text), _LANGUAGE.search(text)
    if not title or not language:
        return None
    folder = page.parent.relative_to(site).as_posix()
    return Article(f"/{folder}/", language[1], " ".join(html.unescape(_TAG.sub("", title[1])).split()))


def beginning(title: str) -> str:
    """The first words of a title as they stand there."""
    return " ".join(title.split()[:WORDS])


def unique_titles(articles: Iterable[Article], language: str) -> list[Question]:
    """The beginnings of titles that no other title of the language begins with, marks or not, each with its article."""
    ours = [(article, tuple(syllables(article.title))) for article in articles if article.language == language]
    begun = Counter(words[:length] for _, words in ours for length in range(1, min(len(words), WORDS) + 1))
    found = ((article, beginning(article.title)) for article, _ in ours)
    return [Question(text, article.path) for article, text in found if begun[tuple(syllables(text)[:WORDS])] == 1]


def choose(questions: list[Question], count: int, seed: int) -> list[Question]:
    """The same few of the questions every time, in an order that has nothing to do with their dates."""
    return random.Random(seed).sample(questions, min(count, len(questions)))


def without_marks(questions: Iterable[Question]) -> list[Question]:
    """The questions as many people type them."""
    return [Question(fold(question.text), question.path) for question in questions]
