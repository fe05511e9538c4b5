"""Asks a search in a Chromium and notes time, bytes and rank."""

from __future__ import annotations

import contextlib
import math
import os
import shutil
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Error, Page, sync_playwright

from common.errors import BenchError
from searching.articles import SHORT, without_marks
from searching.contenders import ASK, OURS, Contender
from searching.figures import Answer, Measures, Question, Size
from searching.serving import Server

PAGE = "/-/page.html"
"""An empty page of the benchmark's own, laid over the site."""
_SETTLE = 0.1  # seconds in which what a first query has set off may still arrive
_EXCERPTS = 40
_CALM = ("--no-sandbox", "--disable-background-networking")


def write_page(folder: Path, language: str) -> Path:
    """The page from which queries are asked. Its icon is empty, or the browser would ask for one."""
    page = folder / "page.html"
    head = '<meta charset="utf-8"><title>Search</title><link rel="icon" href="data:,">'
    page.write_text(f'<!doctype html>\n<html lang="{language}">\n<head>{head}</head>\n', encoding="utf-8")
    return page


@contextlib.contextmanager
def chromium() -> Iterator[Browser]:
    """The browser that the launcher found."""
    path = os.environ.get("NEWSPORTAL_CHROMIUM") or shutil.which("chromium")
    if not path:
        raise BenchError("there is no Chromium: run this as python3 scripts/bench.py, or set NEWSPORTAL_CHROMIUM")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(_CALM))
        yield browser
        browser.close()


@dataclass(frozen=True)
class Asker:
    """Asks one contender at one server: of each list of titles as many as it answers within `patience` seconds."""

    contender: Contender
    browser: Browser
    server: Server
    patience: float = math.inf

    def measure(self, questions: list[Question], first: int, size: Size) -> Measures:
        """Everything; `questions` have marks. Fresh browsers take half of theirs without."""
        bare = without_marks(questions)
        short = [Question(text) for text in SHORT]
        self._fresh(questions[:1])  # the first page of a browser is slow whatever it shows
        half = (first + 1) // 2
        is_ours, asker = self.contender.name == OURS, replace(self, patience=math.inf)
        return Measures(
            size=size,
            first=self._fresh(questions[:half] + bare[half:first]),
            short_first=asker._fresh(short),
            marked=self._following(questions, "with marks"),
            bare=self._following(bare, "without marks"),
            short=asker._following(short, "short"),
            excerpts=self._following(questions[:_EXCERPTS], "with excerpts", complete=True) if is_ours else (),
        )

    def _fresh(self, questions: list[Question]) -> tuple[Answer, ...]:
        """Each question in a context of its own, as by readers who come for the first time."""
        answers = []
        for question in patiently(questions, self.patience):
            with self._page() as page:
                answers.append(self._ask(page, question, settle=_SETTLE))
        return tuple(answers)

    def _following(self, questions: list[Question], what: str, complete: bool = False) -> tuple[Answer, ...]:
        """The questions one after another in one page."""
        with self._page() as page:
            asked = _told(patiently(questions, self.patience), len(questions), f"{self.contender.name}, {what}")
            return tuple(self._ask(page, question, complete=complete) for question in asked)

    @contextlib.contextmanager
    def _page(self) -> Iterator[Page]:
        context = self.browser.new_context()
        context.set_default_timeout(120_000)
        try:
            page = context.new_page()
            page.goto(self.server.address + PAGE)
            self.server.take()
            yield page
        finally:
            context.close()

    def _ask(self, page: Page, question: Question, settle: float = 0.0, complete: bool = False) -> Answer:
        try:
            said: dict[str, Any] = page.evaluate(ASK[self.contender.name], [question.text, complete])
        except Error as error:
            raise BenchError(f"{self.contender.name} failed at “{question.text}”: {error.message}") from error
        if said["problem"]:
            raise BenchError(f"{self.contender.name} has the problem {said['problem']!r} with “{question.text}”")
        time.sleep(settle)
        paths: list[str] = said["paths"]
        rank = paths.index(question.path) + 1 if question.path in paths else 0
        return Answer(question, said["milliseconds"], self.server.take(), said["total"], rank)


def patiently(questions: Iterable[Question], patience: float) -> Iterator[Question]:
    """The questions until `patience` seconds are over, but one at least."""
    began = time.monotonic()
    for number, question in enumerate(questions):
        if number and time.monotonic() - began > patience:
            return
        yield question


def _told(questions: Iterable[Question], count: int, what: str) -> Iterator[Question]:
    """The questions, with a line that counts them at a terminal."""
    for number, question in enumerate(questions, 1):
        if sys.stderr.isatty():
            end = "\n" if number == count else ""
            print(f"\r{what}: {number}/{count}", end=end, file=sys.stderr, flush=True)
        yield question
