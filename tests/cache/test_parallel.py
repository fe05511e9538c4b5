"""Work in forked processes, tested in a process of its own: other tests leave threads, beside which nothing forks."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from integration.support import python
from sites import REPOSITORY


@pytest.mark.skipif(sys.platform != "linux", reason="forks on Linux only")
def test_forked_work() -> None:
    done = python(
        "-m", "pytest", "-q", "-p", "no:cacheprovider", Path(__file__).with_name("forking.py"), cwd=REPOSITORY
    )
    assert done.status == 0, done.text
    assert " passed" in done.out
    assert "failed" not in done.out
