import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import Pattern, SimpleTagInlineProcessor
from markdown.treeprocessors import InlineProcessor

from plugins.texts.inline import NEED_A_REFERENCE, SIGNS, QuickInline

TEXTS = (
    "Des mots, sans aucun signe : l’été, 3 > 2, (oui) !",
    "*un* _deux_ **trois** __quatre__ un_mot_long \\*non\\*",
    "`code *tel quel*` et ``deux ` ``",
    "[lien](/a/) [réf][r] [r] ![image](/i.png) ![r] [^1] ![r][r]\n\n[r]: /r/\n\n[^1]: Une *note*.",
    "<https://exemple.fr/> <contact@exemple.fr> <b>gras</b> <!-- rien --> a < b",
    "&eacute; &amp; & &#233;",
    "un vers  \nun autre\nla suite",
    "- un *mot*\n- [lien *fort*](/a/)\n\n| a | b |\n|---|---|\n| `x` | *y* |",
    "RSA *[RSA]\n\n*[RSA]: Revenu de solidarité active",
)

SIGNED = (
    "*",
    "_",
    "**",
    "`",
    "[",
    "](",
    ")",
    "<",
    ">",
    "\\",
    "&",
    "&amp;",
    "!",
    "  \n",
    "\n",
    "mot ",
    "un",
    "[^1]",
    "://a.fr",
)


def _html(text: str, *more: Extension | str) -> str:
    html = Markdown(extensions=["extra", *more], output_format="html").convert(text)
    return re.sub(
        r"klzzwxh:\d{4}", "klzzwxh", html
    )  # Markdown loses one of its marks at times: they have numbers


@pytest.mark.parametrize("text", [*TEXTS, "\n\n".join(TEXTS)])
def test_a_text_is_what_markdown_makes_of_it(text: str):
    assert _html(text, QuickInline()) == _html(text)


def test_each_sign_is_that_of_a_pattern_of_markdown():
    assert SIGNS.keys() == set(_names(Markdown(extensions=["extra"])))


def test_a_pattern_looks_at_the_texts_that_hold_its_sign(monkeypatch: pytest.MonkeyPatch):
    asked: list[str] = []
    name = "_InlineProcessor__applyPattern"
    parent = getattr(InlineProcessor, name)

    def noting(self: InlineProcessor, pattern: Pattern, data: str, *more: int) -> object:
        asked.append(f"{type(pattern).__name__} {data}")
        return parent(self, pattern, data, *more)

    monkeypatch.setattr(InlineProcessor, name, noting)
    assert _html("Des mots.\n\nUn _mot_.", QuickInline()) == "<p>Des mots.</p>\n<p>Un <em>mot</em>.</p>"
    assert {words.split(" ", 1)[0] for words in asked} == {type(_pattern("em_strong")).__name__}
    assert not any("Des mots" in words for words in asked)


@pytest.mark.parametrize(
    "text", ["\\*un\\* mot", "<p markdown='1'>\\*un\\*</p>", "`a\\\\b` \\`", "[a](/\\*b)"]
)
def test_what_was_set_aside_comes_back(text: str):
    assert _html(text, QuickInline()) == _html(text)
    assert "\x02" not in _html(text, QuickInline())


@settings(deadline=None, max_examples=300)
@given(st.lists(st.sampled_from([*SIGNED, *TEXTS]), max_size=10))
def test_any_texts_together_are_what_markdown_makes_of_them(parts: list[str]):
    for text in ("".join(parts), "\n\n".join(parts)):
        assert _html(text, QuickInline()) == _html(text)


def test_a_pattern_that_is_not_known_is_always_tried():
    class Struck(Extension):
        def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # Markdown’s own name
            md.inlinePatterns.register(SimpleTagInlineProcessor(r"()--(.*?)--", "del"), "struck", 175)

    assert _html("Un --mot-- de trop.", QuickInline(), Struck()) == "<p>Un <del>mot</del> de trop.</p>"


def _pattern(name: str) -> Pattern:
    return Markdown(extensions=["extra"]).inlinePatterns[name]


def _names(md: Markdown) -> list[str]:
    return [item.name for item in md.inlinePatterns._priority]


def test_links_are_looked_up_in_a_text_that_defines_some(monkeypatch: pytest.MonkeyPatch):
    asked: list[str] = []
    name = "_InlineProcessor__applyPattern"
    parent = getattr(InlineProcessor, name)

    def noting(self: InlineProcessor, pattern: Pattern, data: str, *more: int) -> object:
        asked.append(type(pattern).__name__)
        return parent(self, pattern, data, *more)

    monkeypatch.setattr(InlineProcessor, name, noting)
    for text, looks in (("[a](/b/) [c]", False), ("[a](/b/) [c]\n\n[c]: /d/", True)):
        asked.clear()
        assert _html(text, QuickInline()) == _html(text)
        asked.clear()
        _html(text, QuickInline())
        assert any("Reference" in one for one in asked) is looks


def test_each_pattern_that_needs_a_reference_is_one_of_markdown():
    assert SIGNS.keys() > NEED_A_REFERENCE
