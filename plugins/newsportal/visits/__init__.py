"""Visitor statistics from access logs. This file imports no database: builds read `statsfile` only."""
