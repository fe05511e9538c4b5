"""Validates content without building: python3 scripts/check.py --help."""

from _environment import run_command

if __name__ == "__main__":
    run_command("check")
