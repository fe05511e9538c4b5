"""The files of all registers of a site, and where they are written."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from newsportal.outputs import Job, mark_of, mark_of_value
from newsportal.register.records import records
from newsportal.register.rows import register_rows
from newsportal.register.schema import register_file, register_schema
from newsportal.register.table import register_table
from newsportal.views import (
    REGISTER_SCHEMA,
    Register,
    Site,
    output_file,
    register_addresses,
    registers,
)


def register_files(site: Site) -> Iterator[Job]:
    """For every register that has documents, and the schema where there is one. No text of a document is in them, so a
    new one makes none of them again."""
    full = [register for register in registers(site) if register.chosen()]
    for register in full:
        paths = tuple(output_file(address) for address in register_addresses(site, register))
        yield Job(paths, _key(site, register), partial(_made, site, register))
    if full:
        key = mark_of_value(site.settings.site_url)
        yield Job((output_file(REGISTER_SCHEMA),), key, lambda: (register_schema(site.settings),))


def _key(site: Site, register: Register) -> bytes:
    settings, code = site.settings, register.language.code
    facts = (settings.site_url, settings.agency.name[code], code, register.section)
    return mark_of(mark_of_value(facts) + site.faces_of(register.chosen()))


def _made(site: Site, register: Register) -> tuple[bytes, ...]:
    """The files in the order of `REGISTER_FILES`."""
    found = list(records(site, register))
    table = register_table(found, register.language)
    return table, register_file(site, register, found), register_rows(site, register)
