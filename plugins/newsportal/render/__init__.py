"""Markdown to HTML, and what the text says."""

from newsportal.render.body import Body, BodyRenderer, LinkResolver, Post, Rendered, line_with, plain_text
from newsportal.render.enhance import Heading

__all__ = ["Body", "BodyRenderer", "Heading", "LinkResolver", "Post", "Rendered", "line_with", "plain_text"]
