import pytest
from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import SimpleTagInlineProcessor
from markdown.treeprocessors import InlineProcessor

from plugins.bridge.inline import SIGNS, QuickInline

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


def _html(text: str, *more: Extension | str) -> str:
    return Markdown(extensions=["extra", *more], output_format="html").convert(text)


@pytest.mark.parametrize("text", [*TEXTS, "\n\n".join(TEXTS)])
def test_a_text_is_what_markdown_makes_of_it(text: str):
    assert _html(text, QuickInline()) == _html(text)


def test_each_sign_is_that_of_a_pattern_of_markdown():
    assert SIGNS.keys() == set(_names(Markdown(extensions=["extra"])))


def test_a_text_without_signs_is_not_looked_at_by_any_pattern(monkeypatch: pytest.MonkeyPatch):
    handled: list[str] = []
    name = "_InlineProcessor__handleInline"
    parent = getattr(InlineProcessor, name)
    monkeypatch.setattr(
        InlineProcessor, name, lambda self, text, first: handled.append(text) or parent(self, text, first)
    )
    assert _html("Des mots.\n\nUn *mot*.", QuickInline()) == "<p>Des mots.</p>\n<p>Un <em>mot</em>.</p>"
    assert handled == ["Un *mot*."]


def test_a_pattern_that_is_not_known_is_always_tried():
    class Struck(Extension):
        def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
            md.inlinePatterns.register(SimpleTagInlineProcessor(r"()--(.*?)--", "del"), "struck", 175)

    assert _html("Un --mot-- de trop.", QuickInline(), Struck()) == "<p>Un <del>mot</del> de trop.</p>"


def _names(md: Markdown) -> list[str]:
    return [item.name for item in md.inlinePatterns._priority]
