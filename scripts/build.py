"""Builds the whole site: python3 scripts/build.py --help."""

from _environment import run_command

if __name__ == "__main__":
    run_command("build")
