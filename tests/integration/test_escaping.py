"""Quick escaping shows what Jinja's own does."""

from __future__ import annotations

from typing import Any

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2.compiler import CodeGenerator
from markupsafe import Markup, escape

from newsportal.mkdocs_plugins.escaping import QuickEscaping, escaped


@given(st.text() | st.text("&<>'\"aă", max_size=9) | st.integers() | st.none() | st.builds(Markup, st.text("<&a")))
def test_values_are_escaped_as_by_jinja(value: object) -> None:
    assert str(escaped(value)) == str(escape(value))


class _Shown(str):
    """A text that says itself what it is in HTML."""

    def __html__(self) -> str:
        return f"<i>{self}</i>"


@pytest.mark.parametrize(
    "template",
    [
        "{{ plain }}|{{ odd }}|{{ safe }}|{{ shown }}|{{ 3 }}|{{ none }}|{{ '<' }}",
        "{% set kept %}<b>{{ odd }}{{ plain }}</b>{% endset %}{{ kept }}{{ kept | upper }}",
        "{% macro named(what) %}<i>{{ what }}</i>{{ caller() if caller else '' }}{% endmacro %}"
        "{{ named(odd) ~ odd ~ plain }}{{ [named(plain), odd] | join('<') }}"
        "{% call named(odd) %}&{{ odd }}{% endcall %}",
        "{% filter upper %}<u>{{ odd }}{{ plain }}</u>{% endfilter %}{{ odd | e }}{{ odd | safe }}{{ plain | e | e }}",
        "{% autoescape false %}{{ odd }}{% endautoescape %}{{ odd }}{% block part %}{{ odd }}{{ super }}{% endblock %}",
    ],
)
def test_templates_show_what_they_do_by_jinja(template: str) -> None:
    values = {"plain": "đề tài", "odd": "<a href='#'>K&H \"</a>", "safe": Markup("<b>&amp;</b>"), "shown": _Shown("<")}

    def rendered(generator: type[CodeGenerator]) -> Any:
        env = jinja2.Environment(autoescape=True)
        env.code_generator_class = generator
        return env.from_string(template).render(**values)

    assert rendered(QuickEscaping) == rendered(CodeGenerator)
