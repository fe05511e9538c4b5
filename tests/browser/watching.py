"""What a page does behind its reader's back: complaints, failures and requests, and what axe-core says of it."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

import axe_playwright_python
from playwright.sync_api import ConsoleMessage, Page, Request, Response

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
_LOUD = ("error", "warning", "assert")


class Watch:
    """Listens to a page; `visit` opens an address and returns all that was wrong on the way."""

    def __init__(self, page: Page, origins: tuple[str, ...]) -> None:
        self.page = page
        self._origins = origins
        self._faults: list[str] = []
        self._missing = ""
        page.on("console", self._console)
        page.on("pageerror", lambda error: self._faults.append(f"page error: {error}"))
        page.on("request", self._request)
        page.on("requestfailed", lambda request: self._faults.append(f"failed: {request.url} {request.failure}"))
        page.on("response", self._response)

    def visit(self, url: str, status: int = 200, comes: str = "") -> list[str]:
        """Opens `url`, waits for what its scripts bring and for late pictures, and tells what went wrong on the way."""
        self.page.goto("about:blank")  # what the page before still fetches is given up now, and is no fault of this one
        self._faults = []
        self._missing = url if status == 404 else ""
        response = self.page.goto(url)
        if response is None or response.status != status:
            self._faults.append(f"{url} answered {response and response.status}")
        if comes:
            self.page.locator(comes).first.wait_for()
        self.page.evaluate(LOAD_PICTURES)
        return self._faults

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in _LOUD and (not self._missing or message.location["url"] != self._missing):
            self._faults.append(f"console {message.type}: {message.text} {message.location}")

    def _request(self, request: Request) -> None:
        if not request.url.startswith((*(f"{origin}/" for origin in self._origins), "data:")):
            self._faults.append(f"leaves the site: {request.url}")

    def _response(self, response: Response) -> None:
        if response.status >= 400 and response.url != self._missing:
            self._faults.append(f"{response.status}: {response.url}")


LOAD_PICTURES = """async () => {
  const pictures = [...document.images];
  for (const picture of pictures) picture.loading = "eager";
  await Promise.all(pictures.map((picture) => picture.decode().catch(() => {})));
  const lost = pictures.filter((picture) => !picture.naturalWidth).map((picture) => picture.src);
  if (lost.length) console.error("pictures without content: " + lost);
}"""


def until(page: Page, condition: str) -> None:
    """Waits, frame by frame, until a JavaScript expression holds; the pages' policy forbids Playwright's own way."""
    page.evaluate(
        f"""() => new Promise((done, give_up) => {{
          const deadline = performance.now() + 10000;
          const look = () => {{
            if ({condition}) done();
            else if (performance.now() > deadline) give_up(new Error("never happened"));
            else requestAnimationFrame(look);
          }};
          look();
        }})"""
    )


RUN = """([tags, ofColour]) => {
  const about = (tag) => axe.getRules([tag]).map((rule) => rule.ruleId);
  const rules = axe.getRules(tags).map((rule) => rule.ruleId).filter((rule) => !about("experimental").includes(rule));
  const values = ofColour ? rules.filter((rule) => about("cat.color").includes(rule)) : rules;
  return axe.run({runOnly: {type: "rule", values}, resultTypes: ["violations"]});
}"""


@functools.cache
def axe_source() -> str:
    """axe-core itself."""
    return (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")


def axe_version(page: Page) -> tuple[int, ...]:
    """The version that judges; loads axe-core into the page."""
    version: str = page.evaluate(f"{axe_source()}; axe.version")
    return tuple(int(part) for part in version.split("."))


def violations(page: Page, of_colour: bool = False) -> list[str]:
    """What axe-core finds in the page as it stands, one line for each element; all of it, or what colours do."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(axe_source())
    found: dict[str, Any] = page.evaluate(RUN, [list(TAGS), of_colour])
    return [
        f"{rule['id']}: {node['target']} {node['failureSummary']} {node['html'][:200]}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]
