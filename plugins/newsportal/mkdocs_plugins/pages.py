"""Planned pages as MkDocs sees them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from newsportal.model import Item, PlainPage
from newsportal.outputs import Output, mark_of
from newsportal.portal import Portal
from newsportal.precompress import fetched
from newsportal.views import Crumb, PagePlan, PlainView, output_file

_GENERATED = "@portal"
"""Folder that pages without a Markdown source pretend to come from; no content folder can hold it."""


class PortalPage(Page):
    """A page whose text the portal has rendered already.

    MkDocs and other plugins may still read and change `markdown` and `content` in their hooks; text that a hook
    changed is rendered again, by the same renderer.
    """

    def __init__(self, plan: PagePlan, portal: Portal, file: File, config: MkDocsConfig) -> None:
        super().__init__(plan.title, file, config)
        self.plan, self.portal = plan, portal
        self.origin: Item | None = portal.site.catalog.at_path(plan.source) if plan.source else None

    def read_source(self, config: MkDocsConfig) -> None:
        """The body without front matter; that was read when the catalog was made."""
        extra = self.origin.meta if isinstance(self.origin, PlainPage) else {}
        meta: dict[str, Any] = {**extra, "title": self.plan.title, "template": self.plan.template}
        self.meta = meta
        self.markdown = self.origin.body if self.origin else ""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """The prepared body, or a fresh one when a hook changed the Markdown."""
        if self.origin is None:
            self.content = ""
        elif self.markdown == self.origin.body:
            self.content = self.portal.site.body(self.origin.path).html
        else:
            post = self.portal.post(self.origin, self.markdown or "")
            self.content = self.portal.rendering.renderer().render(post).body.html


def page_file(plan: PagePlan, portal: Portal, config: MkDocsConfig) -> File:
    """The MkDocs file of a planned page, with its page attached."""
    if plan.source:
        file = _source_file(plan, portal, config)
    else:
        file = File.generated(config, f"{_GENERATED}{plan.address}index.md", content="")
    file.inclusion = InclusionLevel.NOT_IN_NAV
    file.dest_uri = output_file(plan.address)
    PortalPage(plan, portal, file, config)
    return file


def _source_file(plan: PagePlan, portal: Portal, config: MkDocsConfig) -> File:
    """The file an editor wrote. MkDocs knows posts by a small `.md` and finds files by the very bytes of their names:
    one called `BAI.MD`, or with decomposed letters, is handed over by its text."""
    uri = PurePosixPath(plan.source).with_suffix(".md").as_posix()
    file = File(uri, config.docs_dir, config.site_dir, config.use_directory_urls)
    if file.abs_src_path and os.path.isfile(file.abs_src_path):
        return file
    item = portal.site.catalog.at_path(plan.source)
    return File.generated(config, uri, content=item.body if item else "")


def foreign_plan(page: Page, portal: Portal) -> PagePlan:
    """A page that another plugin made, dressed as a plain page of the language whose folder it is in."""
    address = "/" + page.url
    settings = portal.site.settings
    prefixed = (language for language in settings.languages if language.prefix)
    found = next((language for language in prefixed if address.startswith(f"/{language.prefix}/")), settings.primary)
    title = str(page.title or "")
    return PagePlan(
        address=address,
        template="page.html",
        language=found,
        title=title,
        content=lambda: PlainView(title, "", (), ""),
        crumbs=(Crumb(title, address),),
        alternates={found.code: address},
    )


def data_file(path: str, content: str | bytes, config: MkDocsConfig) -> File:
    """A file that is written as it is."""
    return File.generated(config, path, content=content, inclusion=InclusionLevel.NOT_IN_NAV)


def write_outputs(folder: Path, files: Mapping[str, Output]) -> None:
    """Writes `files`, by path below `folder`."""
    for parent in sorted({path.rpartition("/")[0] for path in files}):
        (folder / parent).mkdir(parents=True, exist_ok=True)
    for path, content in fetched(files.items()):  # read before the old one goes: it may be what is read
        with open(folder / path, "wb") as file:
            file.write(content)


def files_below(folder: Path) -> Mapping[str, Output]:
    """The files of a folder, by path below it."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): Output(mark_of(path.read_bytes()), path) for path in files}
