"""Installs what the tests need, then runs them: python3 scripts/test.py [pytest arguments]."""

import sys

from _testing import run_tests

if __name__ == "__main__":
    run_tests(sys.argv[1:])
