"""Markdown to HTML, and what the text says. `newsportal.render.body` renders; here is what others need to know."""

from newsportal.render.values import Body, Cited, Heading, LinkResolver, Outline, Post, Rendered, line_with, outline_of

__all__ = ["Body", "Cited", "Heading", "LinkResolver", "Outline", "Post", "Rendered", "line_with", "outline_of"]
