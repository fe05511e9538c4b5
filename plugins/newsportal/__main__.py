"""`python -m newsportal COMMAND …`, which the launchers in `scripts/` call."""

import gc
import os
import sys

from newsportal.commands.cli import main

_ALLOCATIONS = 200_000
"""More objects made than gone before garbage is looked for. A build makes them by the million and few that would have
to be looked for: Python's usual haste, at every 700, costs a tenth of the time."""

# Worker processes import this file under another name and must not run a command.
if __name__ == "__main__":
    # Loading numpy starts a thread a processor, in every process that makes an index. They would multiply matrices, of
    # which there are none, and take the time of those who work until they have fallen asleep.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    gc.set_threshold(_ALLOCATIONS, *gc.get_threshold()[1:])
    status = main()
    gc.freeze()  # Python looks for garbage once more when it ends, and a site is a great many objects
    sys.exit(status)
