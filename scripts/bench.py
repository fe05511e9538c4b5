"""Measures the portal beside other tools: python3 scripts/bench.py search --help."""

import sys

from _environment import BENCH_LOCK, ROOT, ensure, replace_process
from _testing import offer_chromium, offer_debian

if __name__ == "__main__":
    python = ensure(BENCH_LOCK)
    if "search" in sys.argv:
        offer_chromium(python)
    if "visits" in sys.argv:
        offer_debian("goaccess")
    replace_process([python, "-P", str(ROOT / "benchmarks"), *sys.argv[1:]])
