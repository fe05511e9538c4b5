"""A bilingual news portal for public bodies: Markdown in, a searchable site out."""

__version__ = "0.1.0"
