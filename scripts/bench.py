"""Measures the portal beside other tools: python3 scripts/bench.py search --help."""

import sys

from _environment import BENCH_LOCK, ROOT, ensure, replace_process
from _testing import offer_chromium

if __name__ == "__main__":
    python = ensure(BENCH_LOCK)
    if "search" in sys.argv:
        offer_chromium(python)
    replace_process([python, "-P", str(ROOT / "benchmarks"), *sys.argv[1:]])
