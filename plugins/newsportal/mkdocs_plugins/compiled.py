"""Templates translated to Python code once, and remembered between builds."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket, BytecodeCache


class CompiledTemplates(BytecodeCache):
    """The code of templates by what Jinja names them; it checks that a template is still the same.

    `environment` is the mark of all that may change how templates are translated, besides the program itself.
    """

    def __init__(self, environment: bytes, known: Mapping[str, bytes]) -> None:
        self._prefix = environment.hex()
        self._known = known
        self._made: dict[str, bytes] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """What tells templates apart; Jinja's own way cannot take the names of folders in some locales."""
        told = f"{name}\0{filename or ''}"
        return hashlib.sha256(told.encode("utf-8", "surrogateescape")).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Called by Jinja for a template that it meets for the first time in a build."""
        code = self._known.get(self._prefix + bucket.key)
        if code:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Called by Jinja for a template that it has translated."""
        self._made[self._prefix + bucket.key] = bucket.bytecode_to_string()

    def all(self) -> Mapping[str, bytes]:
        """What to remember: a build that makes few pages needs few templates, and forgets none."""
        known = {name: code for name, code in self._known.items() if name.startswith(self._prefix)}
        return {**known, **self._made}


def load_all(env: jinja2.Environment, folder: Path) -> None:
    """Loads every template below `folder` now, so that processes forked later need not do so each for itself."""
    for file in sorted(folder.rglob("*.html")):
        with suppress(jinja2.TemplateError):  # whoever uses it will be told
            env.get_template(file.relative_to(folder).as_posix())


def translated(env: jinja2.Environment, environment: bytes, folder: Path) -> Mapping[str, bytes]:
    """The code of every template below `folder` as `CompiledTemplates` takes it; `env` is used up by that."""
    templates = CompiledTemplates(environment, {})
    env.bytecode_cache = templates
    load_all(env, folder)
    return templates.all()
