"""Writes the locks, requirements*.txt and those of rivals: python3 scripts/lock.py [uv options, such as --upgrade]."""

import subprocess
import sys

from _environment import BENCH_LOCK, ROOT, RUNTIME_LOCK, TEST_LOCK, ensure

_COMPILE = ("-m", "uv", "pip", "compile", "--quiet", "--universal", "--python-version", "3.11", "--generate-hashes")
# What is written names neither the package index nor a path of the machine it was written on.
_DISCREET = ("--no-emit-index-url", "--no-emit-find-links", "--custom-compile-command", "python3 scripts/lock.py")

# Each of these has an environment of its own, which the benchmark makes.
_RIVALS = ("material", "pelican")
_RIVAL_LOCK = "benchmarks/rivals/{}/requirements.txt"


def compile_locks(options: list[str]) -> int:
    """Compiles the locks, ours each upon the one before; returns the first exit status that is not 0."""
    import tomllib  # noqa: PLC0415  (an old Python is told so above)

    python = ensure(TEST_LOCK)
    with open(ROOT / "pyproject.toml", "rb") as file:
        # The project is installed without build isolation, so its build tools belong to the lock.
        build_tools = "\n".join(tomllib.load(file)["build-system"]["requires"])
    base = [python, *_COMPILE, *_DISCREET, *options]
    ours = ["pyproject.toml", "-"]
    for chosen in (
        [*ours, "-o", RUNTIME_LOCK.name],
        [*ours, "--extra", "test", "-c", RUNTIME_LOCK.name, "-o", TEST_LOCK.name],
        [*ours, "--extra", "bench", "-c", TEST_LOCK.name, "-o", BENCH_LOCK.name],
        *(["--group", f"pyproject.toml:{name}", "-o", _RIVAL_LOCK.format(name)] for name in _RIVALS),
    ):
        done = subprocess.run([*base, *chosen], cwd=ROOT, input=build_tools, text=True, check=False)
        if done.returncode:
            return done.returncode
    return 0


if __name__ == "__main__":
    sys.exit(compile_locks(sys.argv[1:]))
