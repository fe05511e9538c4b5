"""The searches that are compared: where their files are, and how a page asks them for the first ten results."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

OURS, PAGEFIND = "ours", "Pagefind"
NAMES = (OURS, PAGEFIND)

# Each counts from the call that loads the code to ten results that could be shown, their excerpts included.
_OURS = """async ([query, complete]) => {
  const began = performance.now();
  const engine = await import(new URL("/search/search.js", location));
  const found = await engine.search(query, {lang: document.documentElement.lang, limit: 10});
  if (complete) await Promise.all(found.hits.filter((hit) => hit.more).map((hit) => engine.excerpt(hit)));
  const milliseconds = performance.now() - began;
  const paths = found.hits.map((hit) => new URL(hit.url, location).pathname);
  return {milliseconds, paths, total: found.total, problem: found.problem};
}"""
_PAGEFIND = """async ([query]) => {
  const began = performance.now();
  const engine = await import(new URL("/pagefind/pagefind.js", location));
  const found = await engine.search(query);
  const shown = await Promise.all(found.results.slice(0, 10).map((result) => result.data()));
  const milliseconds = performance.now() - began;
  const paths = shown.map((page) => new URL(page.url, location).pathname);
  return {milliseconds, paths, total: found.results.length, problem: ""};
}"""
ASK: Mapping[str, str] = MappingProxyType({OURS: _OURS, PAGEFIND: _PAGEFIND})
"""By name: a function of a query, and of whether to wait for the best excerpts where there are two kinds."""

_INTERFACES = ("pagefind-ui.", "pagefind-modular-ui.", "pagefind-component-ui.", "pagefind-highlight.")


@dataclass(frozen=True, slots=True)
class Contender:
    """One of them, with its index in `folder`."""

    name: str
    folder: Path

    def files(self) -> list[Path]:
        """Index and code; not Pagefind's ready-made search boxes, which nothing here loads."""
        every = sorted(path for path in self.folder.rglob("*") if path.is_file())
        return [path for path in every if not path.name.startswith(_INTERFACES)]
