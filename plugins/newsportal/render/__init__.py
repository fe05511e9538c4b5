"""Markdown to HTML, and what the text says."""

from newsportal.render.body import Body, BodyRenderer, LinkResolver, Post, Rendered, line_with, plain_text
from newsportal.render.enhance import Heading
from newsportal.render.outline import Outline, outline_of

__all__ = [
    "Body",
    "BodyRenderer",
    "Heading",
    "LinkResolver",
    "Outline",
    "Post",
    "Rendered",
    "line_with",
    "outline_of",
    "plain_text",
]
