"""Schema errors told as problems with the line of the key they are about."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from newsportal.content.nearest import nearest
from newsportal.content.schema import shown
from newsportal.model import Problem

Model = TypeVar("Model", bound=BaseModel)

_CODES: Mapping[str, str] = MappingProxyType({
    "missing": "field.required",
    "extra_forbidden": "field.unknown",
    "list_type": "field.list",
    "model_type": "field.mapping",
    "model_attributes_type": "field.mapping",
    "dict_type": "field.mapping",
    "literal_error": "field.choice",
})  # fmt: skip


def field_path(location: tuple[int | str, ...]) -> str:
    """`("attachments", 0, "file")` as `attachments[0].file`."""
    path = ""
    for part in location:
        path += f"[{part}]" if isinstance(part, int) else f".{part}" if path else str(part)
    return path


def validate(
    model: type[Model], data: Mapping[str, object], lines: Mapping[str, int], shown: str, prefix: str = ""
) -> Model | tuple[Problem, ...]:
    """`data` as a `model`, or every fault in it.

    Keys without a value count as absent. `prefix` is put before field paths and found in `lines`.
    """
    try:
        return model.model_validate(without_blanks(data))
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=True)
        return tuple(_problem(model, detail, lines, shown, prefix) for detail in details)


def without_blanks(value: Any) -> Any:
    """The value without mapping entries that have no value (`summary:` alone on its line)."""
    if isinstance(value, Mapping):
        return {key: without_blanks(child) for key, child in value.items() if child is not None}
    if isinstance(value, list):
        return [without_blanks(child) for child in value]
    return value


def _problem(
    model: type[BaseModel], detail: ErrorDetails, lines: Mapping[str, int], shown: str, prefix: str
) -> Problem:
    location = tuple(detail["loc"])
    name = field_path((prefix, *location) if prefix else location)
    code = _CODES.get(detail["type"], detail["type"] if "." in detail["type"] else "field.invalid")
    values = {key: str(value) for key, value in detail.get("ctx", {}).items()} | _values(model, code, detail)
    return Problem(shown, line_of(name, lines), name, code, tuple(sorted(values.items())))


def _values(model: type[BaseModel], code: str, detail: ErrorDetails) -> dict[str, str]:
    """What the message of a schema error needs besides its own context."""
    key = str(detail["loc"][-1])
    if code == "field.unknown":
        return {"key": key, "nearest": nearest(key, _fields_at(model, detail["loc"][:-1]))}
    if code == "field.choice":
        return {
            "value": shown(detail["input"]),
            "choices": detail.get("ctx", {}).get("expected", "").replace("'", "").replace(" or ", ", "),
        }
    return {"key": key} if code == "field.required" else {}


def _fields_at(model: type[BaseModel], location: tuple[int | str, ...]) -> list[str]:
    """The fields known at a place of the schema: those of the model nested there."""
    for part in location:
        if isinstance(part, str) and part in model.model_fields:
            model = _nested(model.model_fields[part].annotation) or model
    return list(model.model_fields)


def _nested(annotation: Any) -> type[BaseModel] | None:
    """The model inside `list[X] | None` and the like."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    found = (_nested(argument) for argument in get_args(annotation))
    return next((model for model in found if model), None)


def line_of(name: str, lines: Mapping[str, int]) -> int:
    """The line of a field, or of the nearest thing around it that has one."""
    while name and name not in lines:
        cut = max(name.rfind("."), name.rfind("["))
        name = name[:cut] if cut > 0 else ""
    return lines.get(name, 1) if name else 1
