"""Whether a job's page may show any other job is told by the templates that it is made of."""

from __future__ import annotations

import pytest

from careers.build.inputs import load_templates
from careers.build.template_scope import sees_all

SHIPPED = load_templates()


def test_the_shipped_templates_do_not() -> None:
    """So an edit of one posting leaves the pages of the others alone."""
    assert not sees_all(SHIPPED)


@pytest.mark.parametrize(
    "text",
    [
        "{{ site.jobs | length }}",
        "{% for one in edition . jobs %}{% endfor %}",
        "{{ site['closed'] }}",
        "{{ edition.paths }}",
        "{{ site | attr('drafts') }}",
        "{{ [site] | map(attribute='jobs') }}",
        "{{ site[name] }}",
        "{% include job.title ~ '.html.j2' %}",
        "{%- import name as other %}",
        "{% include 'missing.html.j2' %}",
    ],
)
@pytest.mark.parametrize("name", ["posting.html.j2", "base.html.j2", "_job.html.j2"])
def test_an_own_one_may(name: str, text: str) -> None:
    """However it asks, and wherever among the templates of the page."""
    assert sees_all({**SHIPPED, name: SHIPPED[name] + text})


@pytest.mark.parametrize(
    "text", ["{{ _('closed') }}", "{# site.jobs #}", "site.jobs", "{{ job.x }}"]
)
def test_words_are_not_sight(text: str) -> None:
    """What only reads alike tells nothing."""
    assert not sees_all({**SHIPPED, "posting.html.j2": SHIPPED["posting.html.j2"] + text})


def test_templates_of_other_pages_do_not_count() -> None:
    """The first page shows every job anyway."""
    assert not sees_all({**SHIPPED, "index.html.j2": "{{ site.jobs }}"})
