"""Search without a server: the index of each language, cut in files small enough for a phone."""

from newsportal.search.files import index_files
from newsportal.search.index import Index, make_index
from newsportal.search.items import SearchItem, search_items

__all__ = ["Index", "SearchItem", "index_files", "make_index", "search_items"]
