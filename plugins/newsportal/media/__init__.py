"""Photos and attachments: what is in `content/media`, and the bytes that readers get of it."""

from newsportal.media.cache import MediaCache
from newsportal.media.library import Library, scan
from newsportal.media.publish import MediaGone, ensure, fetch, files_of, prune, read

__all__ = ["Library", "MediaCache", "MediaGone", "ensure", "fetch", "files_of", "prune", "read", "scan"]
