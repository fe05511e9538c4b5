"""A built site as readers, crawlers and validators see it: parsed pages, their addresses, and a server for them."""

from __future__ import annotations

import contextlib
import functools
import http.server
import posixpath
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import lxml.html
from lxml.html import HtmlElement

_ADDRESS_ATTRIBUTES = ("href", "src", "poster", "data-url", "data-copy", "data-root")
_ADDRESS_METAS = frozenset({"og:url", "og:image", "DC.identifier"})


@dataclass(frozen=True)
class Page:
    """One HTML file; `url` is where it is published, `address` its path in the site."""

    address: str
    url: str
    html: HtmlElement

    def targets(self) -> Iterator[str]:
        """Whole URLs of all that the page links, shows, loads or names."""
        for written in self._written():
            yield urljoin(self.url, written)

    def _written(self) -> Iterator[str]:
        for element in self.html.iter(lxml.html.etree.Element):
            yield from (element.attrib[name] for name in _ADDRESS_ATTRIBUTES if name in element.attrib)
            yield from copies(element.get("srcset", ""))
            if element.tag == "meta" and (element.get("property") or element.get("name")) in _ADDRESS_METAS:
                yield from (text for text in [element.get("content", "")] if ":" in text)
        yield from (content.partition("url=")[2] for content in self.found("//meta[@http-equiv='refresh']/@content"))

    def found(self, expression: str) -> list[str]:
        """The texts an XPath expression finds."""
        result = self.html.xpath(expression)
        return [result] if isinstance(result, str) else [str(text) for text in result]

    def one(self, expression: str) -> str:
        """The only text an XPath expression finds."""
        found = self.found(expression)
        assert len(found) == 1, (self.address, expression, found)
        return found[0]

    @property
    def language(self) -> str:
        """What the page says it is written in."""
        return self.one("/html/@lang")

    @property
    def is_redirect(self) -> bool:
        """Whether it only sends readers on."""
        return bool(self.found("//meta[@http-equiv='refresh']/@content"))

    @property
    def is_indexed(self) -> bool:
        """Whether search engines may show it."""
        return not any("noindex" in robots for robots in self.found("//meta[@name='robots']/@content"))

    @functools.cached_property
    def ids(self) -> list[str]:
        """The ids of its elements, in order."""
        return self.found("//@id")


def copies(srcset: str) -> Iterator[str]:
    """The addresses in a `srcset`."""
    return (copy.split()[0] for copy in srcset.split(", ") if copy.strip())


@dataclass(frozen=True)
class BuiltSite:
    """A site in `folder`, published at `url`."""

    folder: Path
    url: str

    @functools.cached_property
    def pages(self) -> Mapping[str, Page]:
        """Every HTML file by its address."""
        found = sorted(self.folder.rglob("*.html"))
        return {page.address: page for page in map(self._page, found)}

    def _page(self, path: Path) -> Page:
        address = "/" + path.relative_to(self.folder).as_posix().removesuffix("index.html")
        return Page(address, self.url.rstrip("/") + address, parse(path.read_bytes()))

    def address_of(self, url: str) -> str | None:
        """The path in this site of a whole URL, fragment and query dropped; None for what is elsewhere."""
        if not urldefrag(url).url.startswith(self.url):
            return None
        return "/" + unquote(urlsplit(url).path.removeprefix(urlsplit(self.url).path))

    def file_at(self, address: str) -> Path:
        """The file that a plain web server gives out for an address."""
        return self.folder / (address.lstrip("/") + ("index.html" if address.endswith("/") else ""))

    def fault(self, url: str) -> str:
        """What is wrong with a link to `url`; empty when it is alive or leads elsewhere."""
        address = self.address_of(url)
        if address is None:
            return ""
        if not self.file_at(address).is_file():
            return f"dead: {url}"
        fragment = unquote(urldefrag(url).fragment)
        if fragment and address in self.pages and fragment not in self.pages[address].ids:
            return f"no such place on the page: {url}"
        return ""


def parse(content: bytes) -> HtmlElement:
    """The HTML of a page; comments and all."""
    return lxml.html.document_fromstring(content, parser=lxml.html.HTMLParser(encoding="utf-8"))


def text_of(element: HtmlElement) -> str:
    """The words of an element, white space folded."""
    return " ".join(element.text_content().split())


class _Handler(http.server.SimpleHTTPRequestHandler):
    """A static server as departments have: a folder below a path, and the site's own page for what is missing."""

    mount = "/"
    folder = Path()

    def translate_path(self, path: str) -> str:
        """The file for a request path; a name that cannot exist outside the mounted folder."""
        plain = posixpath.normpath(unquote(urlsplit(path).path))
        if path.endswith("/") and plain != "/":
            plain += "/"
        if not plain.startswith(self.mount):
            return str(self.folder / "nothing outside")
        return str(self.folder / plain.removeprefix(self.mount))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The site's 404 page."""
        body = (self.folder / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *values: object) -> None:
        """Silent."""


@contextlib.contextmanager
def served(folder: Path, mount: str) -> Iterator[str]:
    """A real server of `folder` below the path `mount`; yields the URL of the site."""
    handler = type("Handler", (_Handler,), {"folder": folder, "mount": mount})
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}{mount}"
        finally:
            server.shutdown()
            thread.join()
