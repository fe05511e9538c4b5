"""The live preview: MkDocs' server, told of changes by the system and fed by the portal's own builds."""

from __future__ import annotations

import errno
import logging
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
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

_SENTENCES = (
    (re.compile(r"Detected file changes$"), "serve.changed"),
    (re.compile(r"Reloading browsers$"), "serve.reloading"),
    (re.compile(r"Browser connected: (?P<url>.*)"), "serve.browser"),
    (re.compile(r"An error happened during the rebuild\..*"), "serve.stuck"),
)
"""What MkDocs' server says, and the names of our sentences for it."""

Publish = Callable[[Callable[[Path], BuildReport]], None]
"""Given what builds into an empty folder, brings the result to where it is served from."""


class PortRefused(Exception):
    """The port cannot be had; `is_taken` where that is because another program has it."""

    def __init__(self, error: OSError) -> None:
        super().__init__(error.strerror or str(error))
        self.is_taken = error.errno == errno.EADDRINUSE


@dataclass(frozen=True, slots=True)
class Voice:
    """How a preview speaks: the language of problems, and what gives a sentence of that language by its name."""

    language: str
    word: Callable[..., str]


class _Spoken(logging.Formatter):
    """Puts MkDocs' sentences about the preview into the chosen language; the time before them stays."""

    def __init__(self, voice: Voice) -> None:
        super().__init__("%(message)s")
        self._word = voice.word

    def format(self, record: logging.LogRecord) -> str:
        said = super().format(record)
        if record.name == "mkdocs.livereload":
            for sentence, word in _SENTENCES:
                if found := sentence.search(said):
                    return said[: found.start()] + self._word(word, **found.groupdict())
        return said


def serve(
    config_file: Path,
    content: Path | None,
    port: int,
    cache_dir: Path | None,
    site: Path,
    publish: Publish,
    voice: Voice,
) -> None:
    """Previews on this machine until interrupted, from the folder `site`. Raises HostError and PortRefused."""
    handler = logging.StreamHandler()
    handler.setFormatter(_Spoken(voice))
    logging.basicConfig(level=logging.INFO, handlers=[handler])
    config = load(config_file, content, cache_dir)
    mount_path = urlsplit(config.site_url or "/").path
    url = f"http://127.0.0.1:{port}/{mount_path.strip('/')}".rstrip("/") + "/"
    builder = Rebuilder(BuildRequest(config_file, content, site, cache_dir, False, True, url), publish, voice)
    server = PreviewServer(builder, port, site, mount_path)
    server.take_port()
    config.plugins.on_startup(command="serve", dirty=False)
    try:
        builder()
        for path in (config.docs_dir, config.config_file_path, *config.watch):
            server.watch(path)
        config.plugins.on_serve(server, config=config, builder=builder)
        log.info(voice.word("serve.ready", url=server.url))
        server.serve()
    except KeyboardInterrupt:
        log.info(voice.word("serve.ending"))
    finally:
        server.shutdown()
        config.plugins.on_shutdown()


class Rebuilder:
    """Builds a preview again, and tells what is wrong with the content."""

    def __init__(self, request: BuildRequest, publish: Publish, voice: Voice) -> None:
        self._request, self._publish, self._voice = request, publish, voice

    def __call__(self) -> None:
        """One build. Ends with SystemExit, whose text the server shows, where there can be none."""
        log.info(self._voice.word("serve.building"))
        try:
            self._publish(self._build)
        except HostError as error:
            raise SystemExit(str(error)) from error

    def _build(self, folder: Path) -> BuildReport:
        report = build(replace(self._request, site_dir=folder), _unheard)
        for problem in report.problems:
            log.warning(describe(problem, self._voice.language))
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

    def take_port(self) -> None:
        """Keeps the port from others, before anything is built. Nobody is answered yet. Raises PortRefused."""
        try:
            self.server_bind()
        except OSError as error:
            self.server_close()
            raise PortRefused(error) from error

    def serve(self, *, open_in_browser: bool = False) -> None:
        """Serves at the port that was taken until interrupted; opens no browser."""
        polling: Any = self.observer
        self.observer = told = cast(Any, Observer())
        try:
            self._observe(told)
        except OSError:
            self.observer = polling
            self._observe(polling)
        self._watched_paths = dict.fromkeys(map(str, self._watched), 1)  # else MkDocs lets no page reload by itself
        self.server_activate()
        self.serve_thread.start()
        self._build_loop()  # type: ignore[no-untyped-call]

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
