"""The pages' Jinja2: what is compiled into a template changes none of its output."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError
from jinja2.filters import do_urlencode
from markupsafe import Markup, escape

from careers.site.i18n.words import Words, words
from careers.site.templating.translated import Translated, shown

GERMAN = """
msgid ""
msgstr "Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "<b>Jobs</b> & more"
msgstr "<b>Stellen</b> & mehr"

msgid "All of it: 100 %%"
msgstr "Alles: 100 %%"

msgid "Jobs at %(who)s"
msgstr "Stellen bei %(who)s"

msgid "%(num)s job"
msgid_plural "%(num)s jobs"
msgstr[0] "%(num)s Stelle"
msgstr[1] "%(num)s Stellen"
"""


def german() -> Words:
    """A small catalogue's words."""
    found = words({"de.po": GERMAN.strip()}, "de")
    assert found
    return found


def filled(text: str, **values: object) -> str:
    """What a template makes."""
    parts = {
        "two": "{% macro gettext(x) %}?{{ x }}{% endmacro %}",
        "part": "{% set a = a ~ '!' %}{{ a }}{{ _('All of it: 100 %%') }}",
        "block": "{% block b %}{{ a }}{% endblock %}",
        "round": "{% if a %}{% set a = a[1:] %}{{ a }}{% include 'round' %}{% endif %}",
    }
    return Translated({"one": text, **parts}, german()).get_template("one").render(**values)


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("{{ _('<b>Jobs</b> & more') }}", "<b>Stellen</b> & mehr"),
        ("{{ gettext('All of it: 100 %%') }}", "Alles: 100 %"),
        ("{{ _('Not known < yet') }}", "Not known < yet"),
        ("{{ _('Jobs at %(who)s', who='A & B') }}", "Stellen bei A &amp; B"),
        ("{{ _('Jobs at %(who)s', **{'who': '<'}) }}", "Stellen bei &lt;"),
        ("{{ ngettext('%(num)s job', '%(num)s jobs', 1) }}", "1 Stelle"),
        ("{{ ngettext('%(num)s job', '%(num)s jobs', number) }}", "7 Stellen"),
        ("{% trans %}All of it: 100 %{% endtrans %}", "Alles: 100 %"),
        ("{% trans who='<' %}Jobs at {{ who }}{% endtrans %}", "Stellen bei &lt;"),
        ("{{ _('<b>Jobs</b> & more') ~ ' <' }}", "<b>Stellen</b> & mehr &lt;"),
        ("{{ _(message) }}", "<b>Stellen</b> & mehr"),
        ("{% for _ in 'ab' %}{{ _ }}{% endfor %}", "ab"),
        ("{% macro gettext(x) %}!{{ x }}{% endmacro %}{{ gettext('Jobs') }}", "!Jobs"),
        ("{% import 'two' as _ %}{{ _.gettext('Jobs') }}", "?Jobs"),
        ("{% from 'two' import gettext %}{{ gettext('Jobs') }}", "?Jobs"),
        ("{% autoescape false %}{{ '<' ~ _('<b>Jobs</b> & more') }}{% endautoescape %}", None),
        ("{{ '<p>' }}{{ '<p>' | safe }}{{ none }}{{ 5 }}{{ \"'\" }}", "&lt;p&gt;<p>None5&#39;"),
    ],
)
def test_messages(template: str, text: str | None) -> None:
    """Those that are known beforehand read as those that are not; all else is escaped."""
    found = filled(template, number=7, message="<b>Jobs</b> & more")
    assert found == (text or "<<b>Stellen</b> & mehr")


def test_a_message_that_cannot_be_filled_is_told_where_it_is_shown() -> None:
    """Not where a template only names it."""
    text = "{% if wanted %}{{ _('Jobs at %(who)s') }}{% endif %}"
    assert filled(text, wanted=False) == ""
    with pytest.raises(KeyError):
        filled(text, wanted=True)


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("{% include 'part' %}{{ a }}", "&lt;!Alles: 100 %&lt;"),
        ("{% set a = 1 %}\n{% include 'part' %}{{ a }}", "1!Alles: 100 %1"),
        ("{% include 'part' %}{% set a = 1 %}{{ a }}", "&lt;!Alles: 100 %1"),
        ("{% for a in 'xy' %}{% include 'part' %}{% endfor %}", "x!Alles: 100 %y!Alles: 100 %"),
        ("{% block b %}{% set a = 2 %}{% include 'part' %}{% endblock %}", "2!Alles: 100 %"),
        ("{% block b %}1{% endblock %}{% include 'block' %}", "1&lt;"),
        ("{% set a = 'xyz' %}{% include 'round' %}", "yzz"),
        ("{% include 'nowhere' ignore missing %}{% if not a %}{% include 'no' %}{% endif %}", ""),
        ("{% include ['no', 'part'] %}", "&lt;!Alles: 100 %"),
    ],
)
def test_parts(template: str, text: str) -> None:
    """A part reads what stands around it, and sets nothing there."""
    assert filled(template, a="<") == text


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("{{ thing.key }}{{ thing.keys() | list }}", "1[&#39;key&#39;, &#39;up&#39;]"),
        ("{{ thing.up.real }}{{ (thing.key + 1).real }}", "22"),
        ("{{ thing.none is defined }}", "False"),
        ("{{ words('Jobs at %(who)s') }}", "Stellen bei %(who)s"),
        (
            "{% macro m(a) %}<{{ a }}>{{ caller() }}{% endmacro %}{% call m('<') %}x{% endcall %}",
            None,
        ),
    ],
)
def test_attributes_and_calls(template: str, text: str | None) -> None:
    """As Jinja2 finds them: items too, and what is not there may be asked for."""
    assert filled(template, thing={"key": 1, "up": 2}) == (text or "<&lt;>x")


def test_a_call_of_nothing_is_an_error() -> None:
    """As with Jinja2."""
    with pytest.raises(UndefinedError):
        filled("{{ nothing() }}")
    with pytest.raises(TypeError, match="not callable"):
        filled("{{ thing() }}", thing="x")


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_urlencode(value: str) -> None:
    """The same as by Jinja2."""
    assert filled("{{ value | urlencode }}", value=value) == do_urlencode(value)


def test_what_is_not_there_is_an_error() -> None:
    """Whatever is shown of it."""
    with pytest.raises(UndefinedError):
        filled("{{ nothing }}")


@given(st.text() | st.integers() | st.none() | st.builds(Markup, st.text()))
def test_shown(value: object) -> None:
    """The same text as escaped by MarkupSafe."""
    assert str(shown(value)) == str(escape(value))
