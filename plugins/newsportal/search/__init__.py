"""Search without a server: the index of each language, cut in files small enough for a phone."""

from newsportal.search.files import index_files
from newsportal.search.index import Index, items_to_index, make_index
from newsportal.search.items import Candidate, SearchItem, search_candidates

__all__ = ["Candidate", "Index", "SearchItem", "index_files", "items_to_index", "make_index", "search_candidates"]
