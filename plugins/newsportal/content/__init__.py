"""From the content folder to validated values and problems."""

from newsportal.content.load import Content, load_content
from newsportal.content.memory import ContentMemory
from newsportal.content.values import Vocabulary

__all__ = ["Content", "ContentMemory", "Vocabulary", "load_content"]
