"""What a generator is to the benchmark: commands to run, a folder they write, and where an item's page is in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from common.places import put_aside

OURS, HUGO, PAGEFIND, PELICAN, MATERIAL = "ours", "Hugo", "Hugo + Pagefind", "Pelican", "Material"
NAMES = (OURS, HUGO, PAGEFIND, PELICAN, MATERIAL)


@dataclass(frozen=True, slots=True)
class Contender:
    """One of them, set up in `folder`, where its commands are run one after another.

    `leftovers` is all that a build leaves behind: a build is cold when none of it is there. `theme` is the folder of
    templates, where they may be changed; `launcher` does what `commands` do, by way of something people start.
    """

    name: str
    version: str
    folder: Path
    commands: tuple[tuple[str, ...], ...]
    leftovers: tuple[str, ...]
    theme: Path | None = None
    launcher: tuple[tuple[str, ...], ...] = ()

    @property
    def content(self) -> Path:
        """The sources."""
        return self.folder / "content"

    @property
    def site(self) -> Path:
        """What is built."""
        return self.folder / "site"

    def clear(self) -> None:
        """As if nothing had ever been built."""
        put_aside(self.folder, self.leftovers)

    def pages(self) -> Iterator[Path]:
        """The HTML files of the site."""
        return self.site.rglob("*.html")
