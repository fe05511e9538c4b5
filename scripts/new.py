"""Writes a new item with valid front matter: python3 scripts/new.py --help."""

from _environment import run_command

if __name__ == "__main__":
    run_command("new")
