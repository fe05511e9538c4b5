"""A post's Markdown as safe HTML, its plain text, and what is wrong with it."""

from __future__ import annotations

import html as html_module
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from markdown import Markdown as Converter

from newsportal.model import Markdown, MediaFile, Problem
from newsportal.render.citing import cited_in
from newsportal.render.converter import make_converter
from newsportal.render.enhance import Enhancer
from newsportal.render.faults import Fault, lost
from newsportal.render.sanitise import lost_addresses, sanitise, unsafe_parts
from newsportal.render.values import BLOCKS, Body, LinkResolver, Post, Rendered, line_with
from newsportal.text import xml_safe

_BLOCK_END = re.compile(rf"</(?:{'|'.join(BLOCKS)})>|<br>")
_TAG = re.compile(r"<[^>]*>")
_NOT_READ = re.compile(r'<sup id="fnref[^>]*>.*?</sup>|<a class="footnote-backref".*?</a>', re.DOTALL)
_FIRST_PARAGRAPH = re.compile(r"^<p>(.*?)</p>", re.DOTALL | re.MULTILINE)


@dataclass(slots=True)
class BodyRenderer:
    """Renders posts one after another; keep one a process.

    For `many` posts it looks out for HTML that need not be cleaned. The grammar for that takes as long to load as the
    cleaning of a dozen posts; the result is the same. `cites` has it look for citations.
    """

    dialect: Markdown
    media: Mapping[str, MediaFile]
    resolve: LinkResolver
    many: bool = True
    cites: bool = True
    _converter: Converter = field(init=False)
    _is_harmless: Callable[[str], bool] = field(init=False)

    def __post_init__(self) -> None:
        self._converter = make_converter(self.dialect)
        self._is_harmless = _grammar() if self.many else _nothing_is

    def render(self, post: Post) -> Rendered:
        """The post's body. Never raises: what Markdown cannot digest is a problem of the post."""
        try:
            return self._render(post)
        except Exception as error:  # extensions of the dialect may raise anything
            self._converter = make_converter(self.dialect)  # the old one may be stuck within a list or quotation
            detail = f"{type(error).__name__}: {error}"[:120]
            problem = Problem(post.shown, post.line, "body", "body.failed", (("detail", detail),))
            return Rendered(Body(), (problem,))

    def _render(self, post: Post) -> Rendered:
        raw = self._converter.reset().convert(post.markdown)
        enhancer = Enhancer(post.path, post.language, self.media, self.resolve, post.is_document)
        faults: list[Fault] = []
        if self._is_harmless(raw):
            html = enhancer.enhance_harmless(raw)
        else:
            clean, faults = self._cleaned(raw)
            html = enhancer.enhance(clean)
        problems = tuple(_located(post, fault) for fault in (*faults, *enhancer.faults))
        text = plain_text(html)
        first = _FIRST_PARAGRAPH.search(html)
        body = Body(
            html=html,
            text=text,
            lead=plain_text(first[1]) if first else "",
            headings=enhancer.headings,
            media=tuple(enhancer.used),
            site_links=tuple(enhancer.site_links),
            citations=cited_in(html) if self.cites else (),
        )
        return Rendered(body, problems)

    def _cleaned(self, raw: str) -> tuple[str, list[Fault]]:
        """HTML that may hold anything made harmless, and what of it is lost."""
        raw = xml_safe(raw)  # the converter's own marks may be left within broken HTML
        faults = [Fault("body.unsafe", (part,), (("what", part.strip("<:")),)) for part in unsafe_parts(raw)]
        faults += [lost(name, address, self.media) for name, address in lost_addresses(raw)]
        return sanitise(raw), faults


def _grammar() -> Callable[[str], bool]:
    from newsportal.render.harmless import is_harmless  # noqa: PLC0415

    return is_harmless


def _nothing_is(html: str) -> bool:
    return False


def plain_text(html: str) -> str:
    """The words of rendered HTML, one line a block, footnote marks left out."""
    marked = _BLOCK_END.sub("\n", _NOT_READ.sub("", html).replace("\n", " "))
    lines = html_module.unescape(_TAG.sub("", marked)).split("\n")
    return "\n".join(filter(None, (_single_spaced(line.strip()) for line in lines)))


def _single_spaced(line: str) -> str:
    """The line with one plain space between words, as nearly every line has it: other white space is not printable."""
    return line if line.isprintable() and "  " not in line else " ".join(line.split())


def _located(post: Post, fault: Fault) -> Problem:
    return Problem(post.shown, line_with(fault.needles, post.markdown, post.line), "body", fault.code, fault.values)
