"""Serves a live preview of the working tree: python3 scripts/serve.py --help."""

from _environment import run_command

if __name__ == "__main__":
    run_command("serve")
