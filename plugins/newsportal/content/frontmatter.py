"""Front matter: where it ends, what it says, and on which line each key stands.

YAML is composed into nodes and built here, value by value, because the usual loaders turn `012` into 10 and
`12:30` into 750, keep the last of two equal keys, and forget the lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import yaml
from frontmatter.default_handlers import YAMLHandler

from newsportal.model import Problem
from newsportal.outputs import mark_of

_MAX_DEPTH = 30
_HARMLESS_LENGTH = 5_000
_HARMLESS_BRACKETS = 50
_COMPACT_NESTING = re.compile(r"^[ \t]*(?:[-?] +){12,}", re.MULTILINE)


class _Unusable(Exception):
    """The header cannot be used; carries the problem's code, line in the header and values."""

    def __init__(self, code: str, line: int, **values: str) -> None:
        super().__init__(code)
        self.code, self.line, self.values = code, line, tuple(values.items())


@dataclass(frozen=True, slots=True)
class Unquoted:
    """A scalar that YAML reads as a number or yes/no; `text` is what the editor typed."""

    text: str
    value: int | float | bool


@dataclass(frozen=True, slots=True)
class Header:
    """A front matter: `data` as typed, `lines` from key path to source line, and the body with its first line.

    Equal `mark`s mean that all but the body is equal.
    """

    data: Mapping[str, object]
    lines: Mapping[str, int]
    body: str
    body_line: int
    problems: tuple[Problem, ...] = ()
    mark: bytes = b""


@dataclass(slots=True)
class _Builder:
    """Builds values from one document's nodes; nodes met twice are aliases, which front matter has no use for."""

    offset: int
    lines: dict[str, int] = field(default_factory=dict)
    faults: list[_Unusable] = field(default_factory=list)
    seen: set[int] = field(default_factory=set)

    def build(self, node: yaml.Node, path: str) -> object:
        if id(node) in self.seen:
            raise _Unusable("frontmatter.alias", self.line(node))
        self.seen.add(id(node))
        self.lines.setdefault(path, self.line(node))
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.build(child, f"{path}[{index}]") for index, child in enumerate(node.value)]
        return _scalar(node)

    def line(self, node: yaml.Node) -> int:
        return int(node.start_mark.line) + self.offset

    def mapping(self, node: yaml.MappingNode, path: str) -> dict[str, object]:
        built: dict[str, object] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value) if isinstance(key_node, yaml.ScalarNode) else "?"
            child = f"{path}.{key}" if path else key
            if key in built:
                first = str(self.lines[child])
                self.faults.append(_Unusable("frontmatter.duplicate", self.line(key_node), key=child, first=first))
                continue
            self.lines[child] = self.line(key_node)
            built[key] = self.build(value_node, child)
        return built


def _scalar(node: yaml.Node) -> object:
    """A plain value; what YAML would take for a number or a truth value keeps its text beside it."""
    text, kind = str(node.value), node.tag.rsplit(":", 1)[-1]
    if kind == "null":
        return None
    if kind == "bool":
        return Unquoted(text, text.lower() in ("yes", "true", "on"))
    if kind in ("int", "float"):
        return Unquoted(text, _number(text))
    return text


def _number(text: str) -> int | float:
    """The number as people read it: `012` is twelve, `12:30` no number at all."""
    for kind in (int, float):
        try:
            return kind(text.replace("_", ""))
        except ValueError:
            continue
    return float("nan")


def plain(value: object) -> object:
    """A value as other programs expect it: `012` and `yes` are 12 and True."""
    if isinstance(value, Mapping):
        return {key: plain(child) for key, child in value.items()}
    if isinstance(value, list):
        return [plain(child) for child in value]
    return value.value if isinstance(value, Unquoted) else value


def _compose(header: str, offset: int) -> yaml.Node | None:
    """The header's node tree. The guard comes first: the C parser dies on deep nesting instead of raising."""
    try:
        if _may_be_deep(header):
            _check_depth(header, offset)
        return yaml.compose(header, Loader=_loader())
    except yaml.MarkedYAMLError as error:
        raise _broken(error, header, offset) from error
    except yaml.YAMLError as error:
        raise _Unusable("frontmatter.yaml", offset, detail=str(error).splitlines()[0]) from error


def _broken(error: yaml.MarkedYAMLError, header: str, offset: int) -> _Unusable:
    """A value that begins with * or & is the commonest slip, so it has words of its own."""
    mark = error.problem_mark or error.context_mark
    line = min(mark.line if mark else 0, header.count("\n")) + offset  # the end is not a line after the last
    if re.search("alias|anchor", f"{error.context} {error.problem}"):
        return _Unusable("frontmatter.alias", line)
    return _Unusable("frontmatter.yaml", line, detail=error.problem or str(error))


def _may_be_deep(header: str) -> bool:
    """Whether counting brackets and letters leaves room for deep nesting; nearly every header is settled by that."""
    brackets = sum(map(header.count, "[{"))
    return len(header) > _HARMLESS_LENGTH or brackets > _HARMLESS_BRACKETS or bool(_COMPACT_NESTING.search(header))


def _check_depth(header: str, offset: int) -> None:
    """Follows the parser's events, which need no stack."""
    depth = 0
    for event in yaml.parse(header, Loader=_loader()):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _MAX_DEPTH:
            raise _Unusable("frontmatter.too_deep", offset)


def _loader() -> type[yaml.SafeLoader]:
    """PyYAML's C loader where it was built (seven times faster), else the pure one."""
    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class _Parts:
    """The two halves of a post, each with the source line it begins on; `head` is all that stands before the body."""

    header: str
    header_line: int
    head: str
    body: str

    @property
    def body_line(self) -> int:
        return self.head.count("\n") + 1

    @property
    def mark(self) -> bytes:
        return mark_of(self.head.encode("utf-8", "surrogatepass"))


def _split(text: str, shown: str) -> _Parts | Problem:
    """The header and the body, or why there is none. Blank lines before the header are let be."""
    handler = YAMLHandler()
    fence = handler.FM_BOUNDARY.match(text, len(text) - len(text.lstrip("\n")))
    if fence is None:
        return Problem(shown, 1, "frontmatter", "frontmatter.missing")
    try:
        header, body = handler.split(text)
    except ValueError:
        return Problem(shown, 1, "frontmatter", "frontmatter.unclosed")
    stripped = body.lstrip("\n")
    head = text[: len(text) - len(stripped)]
    return _Parts(header, text.count("\n", 0, fence.end()) + 1, head, stripped)


def body_below(text: str, mark: bytes) -> str:
    """The body of a post whose front matter has this mark; empty where it has another, or where there is no text."""
    parts = _split(text, "")
    return parts.body if isinstance(parts, _Parts) and parts.mark == mark and parts.body.strip() else ""


def parse(text: str, shown: str) -> Header | tuple[Problem, ...]:
    """The front matter of a post.

    `shown` is the path that problems carry. A header that cannot be read at all gives its problems alone;
    repeated keys are reported beside a usable header (the first of them counts).
    """
    parts = _split(text, shown)
    if isinstance(parts, Problem):
        return (parts,)
    try:
        data, builder = _load_mapping(parts.header, parts.header_line)
    except _Unusable as fault:
        return (Problem(shown, fault.line, "frontmatter", fault.code, fault.values),)
    return Header(data, builder.lines, parts.body, parts.body_line, tuple(_duplicates(builder, shown)), parts.mark)


def _duplicates(builder: _Builder, shown: str) -> Iterator[Problem]:
    for fault in builder.faults:
        yield Problem(shown, fault.line, dict(fault.values)["key"], fault.code, fault.values)


def _load_mapping(header: str, offset: int) -> tuple[dict[str, object], _Builder]:
    """The header as a mapping, with the builder that knows lines and repeated keys."""
    node = _compose(header, offset)
    builder = _Builder(offset)
    if node is None:
        return {}, builder
    if not isinstance(node, yaml.MappingNode):
        raise _Unusable("frontmatter.not_mapping", offset + node.start_mark.line)
    return builder.mapping(node, ""), builder


def parse_list(text: str, shown: str) -> tuple[list[object], Mapping[str, int], tuple[Problem, ...]]:
    """A vocabulary file: a YAML list of mappings, its lines (`[0].id`) and its problems."""
    try:
        node = _compose(text, 1)
        builder = _Builder(1)
        data = builder.build(node, "") if node is not None else []
    except _Unusable as fault:
        return [], {}, (Problem(shown, fault.line, "file", fault.code, fault.values),)
    if not isinstance(data, list):
        return [], {}, (Problem(shown, 1, "file", "vocabulary.not_list"),)
    return data, builder.lines, tuple(_duplicates(builder, shown))
