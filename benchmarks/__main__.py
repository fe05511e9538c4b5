"""The benchmarks: python3 scripts/bench.py --help.

They stand outside the package: they need a browser and the tools that the portal is compared with, on which the portal
must not depend, and they read clocks all day.
"""

import signal
import sys

from launch import main

if __name__ == "__main__":
    # As an exception it lets the web server and the browser be ended too.
    signal.signal(signal.SIGTERM, lambda number, _frame: sys.exit(128 + number))
    sys.exit(main())
