"""From the content folder to validated values and problems."""

from newsportal.content.load import Content, load_content
from newsportal.content.vocabulary import Vocabulary

__all__ = ["Content", "Vocabulary", "load_content"]
