"""`python -m newsportal COMMAND …`, which the launchers in `scripts/` call."""

import gc
import sys

from newsportal.commands.cli import main

# Worker processes import this file under another name and must not run a command.
if __name__ == "__main__":
    status = main()
    gc.freeze()  # Python looks for garbage once more when it ends, and a site is a great many objects
    sys.exit(status)
