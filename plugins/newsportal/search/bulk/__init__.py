"""Term indexes of many items at once, byte for byte those of `Collector` and `extended`, in a fraction of the time.

Words are numbered, and arrays of numbers take the place of dictionaries of words: text → numbers of forms
(`vocabulary`) → graded postings, batch by batch (`grading`) → one list a term (`postings`) → bits (`encoding`) → leaves
(`planting`). Loading numpy takes as long as indexing sixty items, so nobody loads this package before it is needed.
"""

from newsportal.search.bulk.gathering import Bulk

__all__ = ["Bulk"]
