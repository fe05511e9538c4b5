"""Visitor statistics from access logs: who read what and when, without keeping who.

The way in, for commands and tests:

- `ingest.ingest(logs, store, site, now)` takes logs into a store, each request once;
- `closing.close_days(store, now)` turns days that are over into counts and destroys their keys;
- `figures.figures(store, now)` gives the `Statistics` that `statsfile.encode` makes `stats.json` of.

`docs/development/visits.md` has the definitions. This file imports no database: builds read `statsfile` only.
"""
