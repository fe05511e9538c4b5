"""Feeds: articles in, RSS 2.0, Atom 1.0 and JSON Feed 1.1 out. Pure: no clock, disk, environment or locale.

`build.build_feed` makes a `Feed` of articles, `formats.encode` its files; `files` knows which feeds a site has. Ids are
permanent `tag:` URIs; the same feed always gives the same bytes. Nothing is imported here: the formats load two XML
libraries, which a build without new feeds does without.
"""
