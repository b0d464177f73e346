import pytest
from jinja2 import DictLoader, Environment, TemplateNotFound
from markupsafe import Markup

from plugins.bridge.environments import PageContext, SteadyLoader


@pytest.fixture
def environment() -> Environment:
    return Environment(loader=SteadyLoader(DictLoader({"page.html": "{{ word }}"})), autoescape=True)


def test_a_source_is_read_once_even_when_it_is_edited_meanwhile(environment: Environment):
    steady = environment.loader
    assert steady.get_source(environment, "page.html")[0] == "{{ word }}"
    steady._loader.mapping["page.html"] = "autre"
    assert steady.get_source(environment, "page.html")[0] == "{{ word }}"
    assert steady.is_behind(environment)


def test_code_that_is_kept_makes_the_template_and_is_then_let_go(environment: Environment):
    steady = environment.loader
    code = environment.compile("{{ word }} !", "page.html", raw=True)
    steady.keep_code("page.html", code)
    assert environment.get_template("page.html").render(word="<b>") == "&lt;b&gt; !"
    environment.cache.clear()
    assert environment.get_template("page.html").render(word="mot") == "mot"


@pytest.mark.parametrize(
    ("word", "shown"),
    [
        ('l\'eau & "le" <feu>', "l&#39;eau &amp; &#34;le&#34; &lt;feu&gt;"),
        ("l’été", "l’été"),
        (Markup("<b>été</b>"), "<b>été</b>"),
        (26, "26"),
        (None, "None"),
    ],
)
def test_what_a_template_shows_is_escaped_unless_it_is_safe(environment: Environment, word, shown):
    assert environment.get_template("page.html").render(word=word) == shown


def test_a_component_is_called_from_anywhere_with_its_words_and_what_is_written_in_it(
    environment: Environment,
):
    environment.context_class = PageContext
    macro = "{% macro tag(word, kind='') %}<b{{ kind }}>{{ word }}{{ caller() if caller }}</b>{% endmacro %}"
    page = (
        "{% block main %}{{ tag('un') }}{% for word in words %}{{ tag(word, kind=2) }}{% endfor %}{% endblock %}"
        "{% call tag('<') %} !{% endcall %}{{ words.index('trois') }}"
    )
    environment.loader._loader.mapping["page.html"] = "{% from 'tag.html' import tag %}" + page
    environment.loader._loader.mapping["tag.html"] = macro
    shown = environment.get_template("page.html").render(words=["deux", "trois"])
    assert shown == "<b>un</b><b2>deux</b><b2>trois</b><b>&lt; !</b>1"


def test_a_template_that_is_not_there_is_told(environment: Environment):
    with pytest.raises(TemplateNotFound):
        environment.get_template("absent.html")
