"""What builds remember: bytes by their marks, the last build's findings, and work on all cores.

All of it may be deleted at any time, and none of it is believed unless it vouches for itself.
"""

from newsportal.cache.former import FormerBuild
from newsportal.cache.parallel import WorkerFailure, begun, beside, chunked, in_parallel, may_fork
from newsportal.cache.program import program_mark
from newsportal.cache.store import Store

__all__ = [
    "FormerBuild",
    "Store",
    "WorkerFailure",
    "begun",
    "beside",
    "chunked",
    "in_parallel",
    "may_fork",
    "program_mark",
]
