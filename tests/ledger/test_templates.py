import pytest
from jinja2 import DictLoader, Environment, TemplateNotFound

from plugins.ledger.templates import Templates

BASE = "{{ site }}{% block content %}{% endblock %}{% include 'foot.html' %}"
PAGE = "{% extends 'base.html' %}{% from 'card.html' import card %}{% set own = 1 %}{% block content %}{{ card(item.title) }}{{ own }}{% endblock %}"


def _templates(**more: str) -> Templates:
    sources = {
        "base.html": BASE,
        "page.html": PAGE,
        "foot.html": "{{ today }}",
        "card.html": "{% macro card(t) %}{{ t }}{% endmacro %}",
    }
    return Templates(Environment(loader=DictLoader(sources | more), autoescape=True), {})


def test_a_page_reads_what_all_its_templates_read():
    needs = _templates().needs("page.html")
    assert {"item", "site", "today"} <= set(needs.variables)
    assert "title" in needs.words
    assert not needs.is_open


@pytest.mark.parametrize("name", ["base.html", "foot.html", "card.html", "page.html"])
def test_a_change_anywhere_below_changes_the_digest(name: str):
    changed = {
        "base.html": BASE,
        "page.html": PAGE,
        "foot.html": "{{ today }}",
        "card.html": "{% macro card(t) %}{{ t }}{% endmacro %}",
    }
    changed[name] += "!"
    assert _templates(**changed).needs("page.html").digest != _templates().needs("page.html").digest


def test_a_template_of_another_page_changes_nothing():
    assert _templates(**{"other.html": "a"}).needs("page.html") == _templates(**{"other.html": "b"}).needs(
        "page.html"
    )


@pytest.mark.parametrize(
    "source", ["{% include name %}", "{% import 'a' ~ b as c %}", "{{ item[name] }}", "{% extends layout %}"]
)
def test_what_is_chosen_by_a_name_worked_out_is_open(source: str):
    assert _templates(**{"page.html": source}).needs("page.html").is_open


@pytest.mark.parametrize("source", ["{{ items[0] }}", "{{ items[1:] }}", "{{ item['title'] }}"])
def test_a_written_name_and_a_number_are_not(source: str):
    assert not _templates(**{"page.html": source}).needs("page.html").is_open


@pytest.mark.parametrize(
    "source",
    [
        "{{ item.body }}",
        "{{ item['body'] }}",
        "{{ items | map(attribute='post.body') }}",
        "{{ item|attr('body') }}",
    ],
)
def test_an_attribute_is_seen_however_it_is_named(source: str):
    assert "body" in _templates(**{"page.html": source}).needs("page.html").words


def test_a_template_that_is_not_there_is_told():
    with pytest.raises(TemplateNotFound):
        _templates(**{"page.html": "{% include 'absent.html' %}"}).needs("page.html")


def test_the_code_that_is_written_to_read_a_template_is_that_of_jinja():
    kept: dict[str, str] = {}
    environment = _templates()._environment
    Templates(environment, {}, kept.__setitem__).needs("page.html")
    assert sorted(kept) == ["base.html", "card.html", "foot.html", "page.html"]
    assert kept["page.html"] == environment.compile(PAGE, "page.html", raw=True)


def test_a_source_that_was_read_before_is_not_parsed_again():
    first = _templates()
    needs = first.needs("page.html")
    again = Templates(Environment(loader=first._environment.loader, autoescape=True), first.known)
    again._environment.parse = None
    assert again.needs("page.html") == needs


@pytest.mark.parametrize(
    "source",
    ["{{ item.content }}", "<div>{{ item.content | safe }}</div>", "{{ super() }}{{ item.content }}"],
)
def test_an_attribute_that_is_written_out_whole_is_not_handled(source: str):
    assert "content" not in _templates(**{"page.html": source}).needs("page.html").handled


@pytest.mark.parametrize(
    "source",
    [
        "{{ item.content | upper }}",
        "{{ item.content ~ 'a' }}",
        "{{ item.content | wordcount }}{{ item.content }}",
        "{% if item.content %}{% endif %}",
        "{% for item in items %}{{ item.content }}{% endfor %}",
        "{% set x = item.content %}",
        "{% set x %}{{ item.content }}{% endset %}",
        "{% filter upper %}{{ item.content }}{% endfilter %}",
        "{% macro m() %}{{ item.content }}{% endmacro %}",
        "{% call m() %}{{ item.content }}{% endcall %}",
        "{{ m(item.content) }}",
        "{{ item['content'] }}",
        "{{ items | map(attribute='content') }}",
        "{% block a %}{{ item.content }}{% endblock %}{{ self.a() | length }}",
    ],
)
def test_an_attribute_of_which_more_is_asked_is_handled(source: str):
    assert "content" in _templates(**{"page.html": source}).needs("page.html").handled
