"""Typst, which sets the type: values in, the bytes of a PDF out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cached_property
from importlib.resources import files
from typing import Any

import typst

_UNIVERSAL = ("ua-1",)
"""PDF/UA-1 (ISO 14289-1): tagged, with a title, a language and words for pictures."""

_EPOCH = 0
"""The time of every file's making, so that the same document gives the same bytes."""


class Unprintable(Exception):
    """Typst cannot set a document; the text says why."""


class Press:
    """Sets documents one after another; keep one a process. Fonts are those that come with Typst, on every machine."""

    @cached_property
    def _compiler(self) -> typst.Compiler:
        return typst.Compiler(ignore_system_fonts=True)

    @cached_property
    def _source(self) -> bytes:
        return files("newsportal.pdf").joinpath("document.typ").read_bytes()

    def set(self, values: Mapping[str, Any]) -> bytes:
        """The document as PDF/UA-1; without that seal where some letter is in none of the fonts, and with the words
        for photos instead of them where they cannot be read. Raises Unprintable where nothing helps."""
        without = {**values, "photos": []}
        reason = ""
        for chosen, standards in ((values, _UNIVERSAL), (values, ()), (without, ())):
            try:
                return self._set(chosen, list(standards))
            except (typst.TypstError, RuntimeError) as error:
                reason = reason or str(getattr(error, "message", error))
        raise Unprintable(reason)

    def _set(self, values: Mapping[str, Any], standards: list[Any]) -> bytes:
        told = {"document": json.dumps(values, ensure_ascii=False)}
        made = self._compiler.compile(self._source, sys_inputs=told, pdf_standards=standards, timestamp=_EPOCH)
        assert isinstance(made, bytes)
        return made
