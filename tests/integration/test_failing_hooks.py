"""Hooks and plugins of others that fail are named, and the portal's software is not blamed."""

from __future__ import annotations

import pytest
import yaml

from integration.support import command
from sites import TinyPortal

RAISES = "def on_page_markdown(markdown, **_):\n    return helper()\n\n\ndef helper():\n    raise {}\n"


@pytest.mark.parametrize(
    ("code", "line", "told"),
    [
        (RAISES.format("ValueError('hỏng')"), 2, "ValueError: hỏng"),
        (RAISES.format("OSError(28, 'No space left on device')"), 2, "OSError: [Errno 28] No space left on device"),
        ("import khong_co_thu_vien\n", 1, "ModuleNotFoundError: No module named 'khong_co_thu_vien'"),
        ("\n\ndef on_config(config)\n", 3, "SyntaxError: expected ':'"),
    ],
    ids=["raises", "system", "import", "syntax"],
)
def test_a_hook_that_fails(code: str, line: int, told: str, tiny: TinyPortal) -> None:
    (tiny.folder / "hooks.py").write_text(code, encoding="utf-8")
    config = yaml.safe_load(tiny.config.read_text(encoding="utf-8"))
    tiny.config.write_text(yaml.safe_dump({**config, "hooks": ["hooks.py"]}, allow_unicode=True), encoding="utf-8")
    for language, blame in (("vi", "không thuộc phần mềm của cổng"), ("en", "no part of the portal’s software")):
        done = command("build", "--config-file", tiny.config, "--lang", language, cwd=tiny.folder)
        assert done.status == 1
        assert f"hooks.py:{line}" in done.err
        assert told in done.err
        assert blame in done.err
        assert "Traceback" not in done.text
