"""`python -m newsportal COMMAND …`, which the launchers in `scripts/` call."""

import sys

from newsportal.commands.cli import main

# Worker processes import this file under another name and must not run a command.
if __name__ == "__main__":
    sys.exit(main())
