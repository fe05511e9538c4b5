"""Visitor statistics from access logs: python3 scripts/visits.py --help."""

from _environment import run_command

if __name__ == "__main__":
    run_command("visits")
