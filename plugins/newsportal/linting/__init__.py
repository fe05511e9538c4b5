"""Rules for the form of administrative documents (NĐ 30/2020/NĐ-CP), told as warnings. Pure, and of no host."""

from newsportal.linting.check import lint, lint_problems
from newsportal.linting.values import RULES, Finding

__all__ = ["RULES", "Finding", "lint", "lint_problems"]
