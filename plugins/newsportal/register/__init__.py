"""The files of registers of documents: a table, records with their schema, and rows for the browser."""

from newsportal.register.fields import FIELDS, Field
from newsportal.register.files import register_files
from newsportal.register.schema import register_schema

__all__ = ["FIELDS", "Field", "register_files", "register_schema"]
