"""Writes the three locks, requirements*.txt: python3 scripts/lock.py [uv options, such as --upgrade]."""

import subprocess
import sys

from _environment import BENCH_LOCK, ROOT, RUNTIME_LOCK, TEST_LOCK, ensure

_COMPILE = ("-m", "uv", "pip", "compile", "--quiet", "--universal", "--python-version", "3.11", "--generate-hashes")
# What is written names neither the package index nor a path of the machine it was written on.
_DISCREET = ("--no-emit-index-url", "--no-emit-find-links", "--custom-compile-command", "python3 scripts/lock.py")


def compile_locks(options: list[str]) -> int:
    """Compiles the locks, each upon the one before; returns the first exit status that is not 0."""
    import tomllib  # noqa: PLC0415  (an old Python is told so above)

    python = ensure(TEST_LOCK)
    with open(ROOT / "pyproject.toml", "rb") as file:
        # The project is installed without build isolation, so its build tools belong to the lock.
        build_tools = "\n".join(tomllib.load(file)["build-system"]["requires"])
    base = [python, *_COMPILE, *_DISCREET, *options, "pyproject.toml", "-"]
    for chosen in (
        ["-o", RUNTIME_LOCK.name],
        ["--extra", "test", "-c", RUNTIME_LOCK.name, "-o", TEST_LOCK.name],
        ["--extra", "bench", "-c", TEST_LOCK.name, "-o", BENCH_LOCK.name],
    ):
        done = subprocess.run([*base, *chosen], cwd=ROOT, input=build_tools, text=True, check=False)
        if done.returncode:
            return done.returncode
    return 0


if __name__ == "__main__":
    sys.exit(compile_locks(sys.argv[1:]))
