"""What the launchers in `scripts/` run: one module a command, one for the command line, one for publication."""
