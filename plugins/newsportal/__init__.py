"""A bilingual news portal for public bodies: Markdown in, a searchable site out."""

__version__ = "0.1.0"

SITE_MARKER = ".newsportal-site"
"""The hidden file by which a folder is known to be a site built by the portal."""
