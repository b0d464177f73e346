from collections.abc import Callable
from types import SimpleNamespace

import pytest
from jinja2 import DictLoader, Environment, Template, TemplateNotFound
from markupsafe import Markup

from plugins.bridge import environments
from plugins.bridge.environments import PageContext, SteadyLoader
from plugins.ledger.templates import Templates


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


@pytest.fixture
def find(environment: Environment, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Template]:
    """Give what finds the templates of a build under way."""
    templates = Templates(environment, {}, environment.loader.keep_code)
    keeper = SimpleNamespace(templates_of=lambda _: templates)
    monkeypatch.setattr(environments, "current", lambda: SimpleNamespace(keeper=keeper))
    return environments._found_once(environment)


def test_the_template_of_a_page_and_those_that_it_calls_are_parsed_once(environment: Environment, find):
    parsed: list[str] = []
    parse = environment._parse
    environment._parse = lambda source, name, filename: parsed.append(name) or parse(source, name, filename)
    environment.loader._loader.mapping["page.html"] = "{% include 'word.html' %} !"
    environment.loader._loader.mapping["word.html"] = "{{ word }}"
    for _ in range(2):
        assert find("page.html").render(word="mot") == "mot !"
    assert environments.current().keeper.templates_of(environment).needs("page.html").variables == ("word",)
    assert parsed == ["page.html", "word.html"]


def test_a_template_that_calls_one_that_is_not_there_is_found_and_told_when_it_is_rendered(
    environment: Environment, find
):
    environment.loader._loader.mapping["page.html"] = "{% include 'absent.html' %}"
    page = find("page.html")
    with pytest.raises(TemplateNotFound, match="absent"):
        page.render()
    with pytest.raises(TemplateNotFound, match="ailleurs"):
        find("ailleurs.html")
