"""The live preview: MkDocs' server, told of changes by the system and fed by the portal's own builds."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, cast
from urllib.parse import urlsplit

from mkdocs.livereload import LiveReloadServer
from watchdog.events import (
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

from newsportal.languages import LANGUAGES
from newsportal.languages.problems import describe
from newsportal.mkdocs_plugins.host import BuildReport, BuildRequest, HostError, build, load

log = logging.getLogger("mkdocs.plugins.newsportal")

_BUILD_DELAY = 0.05
"""Seconds of quiet after a change: editors write a file in several steps."""

_CHANGES = (
    FileCreatedEvent, FileModifiedEvent, FileMovedEvent, FileDeletedEvent, FileClosedEvent, DirMovedEvent,
    DirDeletedEvent,
)  # fmt: skip
"""What asks for a build. That somebody opened a file does not: builds do, hundreds of times, and the system had better
not tell of it."""


Publish = Callable[[Callable[[Path], BuildReport]], None]
"""Given what builds into an empty folder, brings the result to where it is served from."""


def serve(
    config_file: Path, content: Path | None, port: int, cache_dir: Path | None, site: Path, publish: Publish
) -> None:
    """Previews on this machine until interrupted, from the folder `site`. Raises HostError."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    config = load(config_file, content, cache_dir)
    mount_path = urlsplit(config.site_url or "/").path
    url = f"http://127.0.0.1:{port}/{mount_path.strip('/')}".rstrip("/") + "/"
    builder = Rebuilder(BuildRequest(config_file, content, site, cache_dir, False, True, url), publish)
    server = PreviewServer(builder, port, site, mount_path)
    config.plugins.on_startup(command="serve", dirty=False)
    try:
        builder()
        for path in (config.docs_dir, config.config_file_path, *config.watch):
            server.watch(path)
        config.plugins.on_serve(server, config=config, builder=builder)
        server.serve()
    except KeyboardInterrupt:
        log.info("Shutting down …")
    finally:
        server.shutdown()
        config.plugins.on_shutdown()


class Rebuilder:
    """Builds a preview again, and tells what is wrong with the content."""

    def __init__(self, request: BuildRequest, publish: Publish) -> None:
        self._request, self._publish = request, publish

    def __call__(self) -> None:
        """One build. Ends with SystemExit, whose text the server shows, where there can be none."""
        log.info("Building …")
        try:
            self._publish(self._build)
        except HostError as error:
            raise SystemExit(str(error)) from error

    def _build(self, folder: Path) -> BuildReport:
        report = build(replace(self._request, site_dir=folder), _unheard)
        for problem in report.problems:
            log.warning(describe(problem, LANGUAGES[0].code))
        for warning in report.warnings:
            log.warning(warning)
        if report.failed:
            raise SystemExit("\n".join(report.warnings))
        if report.remember:
            report.remember()
        return report


def _unheard(stage: str, done: int, total: int) -> None:
    """Progress for nobody."""


class PreviewServer(LiveReloadServer):
    """MkDocs' server without its polling, which alone would take longer than a build.

    Where the system cannot tell of changes (too many folders, some network drives), polling it is.
    """

    def __init__(self, builder: Callable[[], None], port: int, root: Path, mount_path: str) -> None:
        super().__init__(builder, "127.0.0.1", port, str(root), mount_path)
        self.build_delay = _BUILD_DELAY
        self.error_handler = self._error_page
        self._watched: dict[Path, bool] = {}

    def watch(self, path: str, func: object = None, *, recursive: bool = True) -> None:
        """Builds again when something changes at or below `path`."""
        self._watched[Path(path).resolve()] = recursive

    def unwatch(self, path: str) -> None:
        """Takes back a `watch`."""
        self._watched.pop(Path(path).resolve(), None)

    def serve(self, *, open_in_browser: bool = False) -> None:
        """Serves until interrupted."""
        polling: Any = self.observer
        self.observer = told = cast(Any, Observer())
        try:
            self._observe(told)
        except OSError:
            self.observer = polling
            self._observe(polling)
        super().serve(open_in_browser=open_in_browser)  # type: ignore[no-untyped-call]

    def _observe(self, observer: BaseObserver) -> None:
        for path, recursive in self._watched.items():
            # A file that an editor replaces by another one would be lost sight of; its folder is not.
            folder, only = (path, None) if path.is_dir() else (path.parent, path.name)
            observer.schedule(
                _Changes(self._changed, only),
                str(folder),
                recursive=recursive and only is None,
                event_filter=list(_CHANGES),
            )
        observer.start()

    def _changed(self) -> None:
        with self._rebuild_cond:
            self._want_rebuild = True
            self._rebuild_cond.notify_all()

    def _error_page(self, code: int) -> bytes | None:
        with suppress(OSError):
            return (Path(self.root) / f"{code}.html").read_bytes()
        return None


class _Changes(FileSystemEventHandler):
    """Passes on what changed; with `only`, that name alone."""

    def __init__(self, changed: Callable[[], None], only: str | None) -> None:
        self._tell, self._only = changed, only

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Told by the observer's thread."""
        names = {Path(str(path)).name for path in (event.src_path, event.dest_path) if path}
        if self._only is None or self._only in names:
            self._tell()
