"""All files of one build that MkDocs need not write: pages, feeds, search, photos and attachments."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from functools import cache, cached_property, partial
from pathlib import Path

import jinja2
from mkdocs.config.defaults import MkDocsConfig

from newsportal import media
from newsportal.languages.problems import PROBLEM_LANGUAGES, describe
from newsportal.mkdocs_plugins.features import FeaturePlugin
from newsportal.mkdocs_plugins.memory import BuildMemory, FileMarks
from newsportal.mkdocs_plugins.pagemaker import PageKeys, PageMaker, page_job, surroundings_mark
from newsportal.model import Problem
from newsportal.outputs import Job, Output, mark_of, mark_of_value
from newsportal.portal import Portal, Workshop
from newsportal.production import Side, produce
from newsportal.search import Candidate, Index, index_files, items_to_index, make_index, search_candidates
from newsportal.views import PROBLEMS_ADDRESS, Feature, PagePlan, machine_paths, output_file, redirect_plan, relations

_HEAVY = 200
"""Items to be indexed from which on a process of its own pays."""

_NOTHING = mark_of(b"")
"""The mark of a page that another plugin emptied, by which MkDocs knows that there should be none."""


_Marked = Mapping[str, tuple[bytes, bytes]]
"""Path in the site → mark and content."""


class SiteFiles:
    """Makes the files of one build; `former` is what the last one left, `lost` what could not be made of it."""

    def __init__(
        self, portal: Portal, workshop: Workshop, former: BuildMemory, config: MkDocsConfig, assets: Mapping[str, str]
    ) -> None:
        self.portal, self.workshop, self.former = portal, workshop, former
        self._config, self._assets = config, assets
        self._asked: set[str] = set()
        self.lost: tuple[Problem, ...] = ()

    @cached_property
    def _plans(self) -> tuple[PagePlan, ...]:
        return (*self.portal.plans, *map(redirect_plan, self.portal.redirects))

    @cached_property
    def _keys(self) -> PageKeys:
        return PageKeys(self.portal, surroundings_mark(self._config, self._assets), self.former)

    def pages_to_make(self) -> Iterator[PagePlan]:
        """The pages that are not in the store, whole and as they would be made now. MkDocs is to make them: nobody can
        do so later."""
        store = self.workshop.store
        for plan in self._plans:
            known, marks = self.former.records.get(output_file(plan.address), (b"", ()))
            if known != self._keys.key(plan) or any(store.find(mark) is None for mark in marks):
                self._asked.add(plan.address)
                yield plan

    def make(
        self, env: jinja2.Environment, parts: Iterable[FeaturePlugin], made: Path | None
    ) -> tuple[Mapping[str, Output], BuildMemory]:
        """All files, and what to remember. `made` is the folder into which MkDocs has written the pages to make."""
        maker = PageMaker(self.portal, self._config, env)
        make = partial(_page_at, made, self._asked) if made else maker.page
        # The longest first: a feed takes as long as a dozen pages, and nobody should be left waiting for the last ones.
        jobs = [*(job for part in parts for job in part.jobs(self.portal, self.workshop)), self._for_machines()]
        jobs += [page_job(plan, self._keys, make) for plan in self._plans]
        jobs += [self._for_editors()] if self.portal.site.settings.preview else []
        sides = self._indexes()
        products = produce(jobs, self.former.records, self.workshop.store, tuple(sides.values()))
        indexes: dict[str, Index] = {code: index for code, (index, _) in zip(sides, products.beside, strict=True)}
        written = {path: file for path, file in products.outputs.items() if file.mark != _NOTHING}
        empty = products.outputs.keys() - written.keys()
        self.lost = tuple(problem for part in parts for problem in part.lost(self.portal, empty))
        search = {code: self._search(code, *made) for code, made in zip(sides, products.beside, strict=True)}
        files = {**written, **dict(self._media())}
        for found in search.values():
            files |= found
        marks = {
            code: self._known_search(code, indexes[code]) or FileMarks.of(self._vocabulary, found)
            for code, found in search.items()
        }
        core = replace(self.portal.memory, relations=relations(self.portal.site))
        memory = core, products.records, indexes, self.portal.site.marks, self._keys.common
        return files, BuildMemory(*memory, marks)

    def _for_machines(self) -> Job:
        """Site map, robots.txt and the like."""
        files, key = self.portal.machine_files, mark_of(b"".join(self._keys.common))
        return Job(machine_paths(self.portal.plans), key, lambda: [text.encode() for text in files().values()])

    def _for_editors(self) -> Job:
        """What is wrong with the content. Pages fetch it, or every one would be new with each slip of a pen."""
        told = [
            {"severity": problem.severity, **{code: describe(problem, code) for code in PROBLEM_LANGUAGES}}
            for problem in self.portal.problems
        ]
        content = json.dumps(told, ensure_ascii=False).encode()
        return Job((output_file(PROBLEMS_ADDRESS),), mark_of(content), lambda: (content,))

    def _indexes(self) -> Mapping[str, tuple[Side, bool]]:
        if Feature.SEARCH not in self.portal.site.features:
            return {}
        return {language.code: self._index(language.code) for language in self.portal.site.settings.languages}

    def _index(self, code: str) -> tuple[Side, bool]:
        site, former = self.portal.site, self.former.indexes.get(code)
        candidates = search_candidates(site, site.settings.language(code))
        is_heavy = items_to_index(candidates, former) >= _HEAVY
        return partial(self._indexed, candidates, code, former), is_heavy

    def _indexed(self, candidates: Sequence[Candidate], code: str, former: Index | None) -> tuple[Index, _Marked]:
        """An index and its files, perhaps made in another process; no files where they are those of the last build."""
        index = make_index(candidates, code, former)
        return index, {} if self._known_search(code, index) else self._marked(code, index)

    def _marked(self, code: str, index: Index) -> _Marked:
        named = dict(self.former.search_files.get(code, ()))
        named.pop(f"search/{code}.json", None)  # the names of all others change with their content
        files = self._index_files(code, index)
        return {path: (named.get(path) or mark_of(content), content) for path, content in files.items()}

    def _index_files(self, code: str, index: Index) -> Mapping[str, bytes]:
        site = self.portal.site
        return index_files(index, site, site.settings.language(code))

    def _search(self, code: str, index: Index, marked: _Marked) -> Mapping[str, Output]:
        """The files of an index, put together only where they may differ from the last build's."""
        if known := self._known_search(code, index):
            make = cache(partial(self._index_files, code, index))
            return {path: Output(mark, partial(_one_of, make, path)) for path, mark in known}
        return {path: Output(*each) for path, each in marked.items()}

    def _known_search(self, code: str, index: Index) -> FileMarks | None:
        """The marks of the files, where the last build had the same index and all else that they are made of."""
        known, former = self.former.search_files.get(code), self.former.indexes.get(code)
        is_same = former and index.marks == former.marks and known and known.source == self._vocabulary
        return known if is_same else None

    @cached_property
    def _vocabulary(self) -> bytes:
        """All that the files of an index owe to anything but the index."""
        catalog = self.portal.site.catalog
        return mark_of_value((catalog.sections, catalog.tags))

    def _media(self) -> Iterator[tuple[str, Output]]:
        settings = self.portal.site.settings
        root, cache = self.portal.root / "media", self.workshop.media
        for found in self.portal.published_media():
            for address in media.files_of(found):
                mark = mark_of(f"{found.digest} {found.size} {found.type} {address}".encode())
                yield output_file(address), Output(mark, partial(media.fetch, found, address, root, cache, settings))


def _one_of(make: Callable[[], Mapping[str, bytes]], path: str) -> bytes:
    return make()[path]


def _page_at(folder: Path, asked: Set[str], plan: PagePlan) -> bytes:
    """The page that MkDocs has written; nothing where it was `asked` for one and told to leave it out."""
    try:
        return (folder / output_file(plan.address)).read_bytes()
    except FileNotFoundError:
        if plan.address not in asked:
            raise  # it was in the store a moment ago: the next build will have it made
        return b""
