"""The windows pages are looked at through, and how a test asks for one."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, ViewportSize

VIEWPORTS: dict[str, ViewportSize] = {
    "phone": {"width": 390, "height": 844},
    "desktop": {"width": 1360, "height": 900},
}
NewPage = Callable[..., Page]
"""What the fixture `new_page` gives."""
