"""The languages of the portal. A new one is a module beside `vi.py` and a line in `LANGUAGES`."""

from newsportal.languages.en import ENGLISH
from newsportal.languages.labels import Labels
from newsportal.languages.language import Language, Paths
from newsportal.languages.vi import VIETNAMESE

LANGUAGES: tuple[Language, ...] = (VIETNAMESE, ENGLISH)
"""The first stands at the root of the site and is the one translations inherit from."""

__all__ = ["ENGLISH", "LANGUAGES", "VIETNAMESE", "Labels", "Language", "Paths"]
