import pytest
from markdown import Markdown
from markdown.extensions.attr_list import AttrListExtension
from markdown.extensions.fenced_code import FencedCodeExtension

from plugins.texts.extensions import extensions_of
from plugins.texts.headings import QuickHeadings

TEXT = """
# Un titre {#ici}

Un *mot*, un sigle CHRS et une note[^1].

| a | b |
|---|---|
| 1 | 2 |

~~~python
print("bonjour")
~~~

[^1]: La note.
*[CHRS]: centre d’hébergement
"""


def test_a_text_is_the_same_as_with_the_names_alone() -> None:
    names, configured = ["extra", "sane_lists"], {"extra": {"footnotes": {"BACKLINK_TEXT": "retour"}}}
    made = Markdown(extensions=[*extensions_of(names, configured)], extension_configs=configured)
    named = Markdown(extensions=names, extension_configs=configured)
    assert made.convert(TEXT) == named.convert(TEXT)
    assert "retour" in made.convert(TEXT)


def test_no_extension_of_markdown_is_looked_for_among_the_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_search() -> None:
        raise AssertionError

    monkeypatch.setattr("markdown.util.get_installed_extensions", no_search)
    extensions = [*extensions_of(["extra", "sane_lists", "toc"], {"toc": {"permalink": False}})]
    assert {FencedCodeExtension, AttrListExtension, QuickHeadings} <= {*map(type, extensions)}
    Markdown(extensions=extensions)


def test_an_extension_of_others_keeps_its_name() -> None:
    assert [*extensions_of(["a_library:Of", "other.markdown"], {})] == ["a_library:Of", "other.markdown"]
