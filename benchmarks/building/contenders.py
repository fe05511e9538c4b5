"""What a generator is to the benchmark: commands to run, a folder they write, and where an item's page is in it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

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
        """Puts aside what earlier builds left. Only aside: ext4 is several times slower at making files for minutes
        after it has removed as many, and the next build is timed."""
        aside = Path(tempfile.mkdtemp(prefix=".aside-", dir=self.folder))
        for name in self.leftovers:
            with suppress(FileNotFoundError):
                (self.folder / name).rename(aside / name)

    def pages(self) -> Iterator[Path]:
        """The HTML files of the site."""
        return self.site.rglob("*.html")
