"""What looking into a picture comes to: facts about its published form, or why it is not published."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Facts:
    """The published form of a picture: upright `width` and `height` in pixels, `size` in bytes.

    `scalable` says whether narrower copies are made of it.
    """

    width: int
    height: int
    size: int
    scalable: bool


class Unfit(Exception):
    """A picture cannot be published; `code` and `values` are those of a Problem."""

    def __init__(self, code: str, *values: tuple[str, str]) -> None:
        super().__init__(code, *values)
        self.code, self.values = code, values


class NotImage(Unfit):
    """The bytes are not the picture that the file name promises, or are damaged."""

    def __init__(self) -> None:
        super().__init__("media.not_image")


Outcome = Facts | Unfit


def too_large(amount: int, limit: int, unit: int, name: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Code and values for something above its limit. Rounded up: 40.2 MB must not read as within 40 MB."""
    return "media.too_large", (("size", f"{-(-amount // unit)} {name}"), ("limit", f"{limit // unit} {name}"))


def dump(outcome: Outcome) -> bytes:
    """An outcome as JSON."""
    if isinstance(outcome, Facts):
        return json.dumps(asdict(outcome)).encode()
    return json.dumps({"code": outcome.code, "values": outcome.values}).encode()


def load(data: bytes) -> Outcome:
    """The outcome that `dump` wrote; raises ValueError, KeyError or TypeError for anything else."""
    record = json.loads(data)
    if "code" in record:
        return Unfit(record["code"], *((str(name), str(value)) for name, value in record["values"]))
    return Facts(**record)
