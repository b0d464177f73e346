import re
from xml.etree.ElementTree import Element, tostring

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import LinkInlineProcessor
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString

from plugins.texts.inline import QuickInline
from plugins.texts.phrases import are_usual, make_phrase

PLAIN = ("un mot ", "l’été,", " ", "\n", " : ", "!", "(", ")", ".", "~", ">", "\u00a0", "[un mot](/a/)", "[là](https://exemple.fr/a_b/?c=d&e=f#g)",
    "[a]()", "*un*", "**deux mots**", "*l’été !*")  # fmt: skip
SIGNED = (
    "[", "]", "](", "](/a/)", "<", '"un titre"', "'", "`", "\\", "![", "  \n", "*", "**", "***", "_", "__", "* a", "a *", "un_mot_long", "&amp;",
    "[*un* mot](/a/)", '[un](/a/ "titre")', "[a](</b c/>)", "*a **b** c*", "[`a]`](/b/)", "[a](/b\\*c/)", "[r]", "[^1]", "[^1](/a/)", "[a](/b[r])",
    "*[RSA]", "\n\n", "\n- ", "\n> ", "\n\n[r]: /r/\n\n", "\n\n[^1]: Une *note*.\n\n", "\n\n*[mot]: Un sens\n\n", "| *a* | [b](/c/) |\n|---|---|\n", "{.a}",
)  # fmt: skip


def _html(text: str, *more: Extension) -> str:
    html = Markdown(extensions=["extra", "sane_lists", *more], output_format="html").convert(text)
    return re.sub(
        r"klzzwxh:\d{4}", "klzzwxh", html
    )  # Markdown loses one of its marks at times: they have numbers


@settings(deadline=None, max_examples=300)
@given(st.lists(st.sampled_from(PLAIN), max_size=10))
def test_plain_phrases_are_what_markdown_makes_of_them(pieces: list[str]):
    text = "".join(pieces)
    assert _html(text, QuickInline()) == _html(text)


@settings(deadline=None, max_examples=600)
@given(st.lists(st.sampled_from([*PLAIN, *SIGNED]), max_size=12))
def test_any_phrases_are_what_markdown_makes_of_them(pieces: list[str]):
    text = "".join(pieces)
    assert _html(text, QuickInline()) == _html(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Un [mot](/a/), et [un autre](/b/).",
            '<p>Un <a href="/a/">mot</a>, et <a href="/b/">un autre</a>.</p>',
        ),
        ("un *mot* de **trop**", "<p>un <em>mot</em> de <strong>trop</strong></p>"),
        ("- *un*\n- deux", "<ul>\n<li><em>un</em></li>\n<li>deux</li>\n</ul>"),
        ("> [a](/b_c/)", '<blockquote>\n<p><a href="/b_c/">a</a></p>\n</blockquote>'),
    ],
)
def test_what_is_written_plainly_is_made_at_once(text: str, expected: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delattr(InlineProcessor, "run")
    assert _html(text, QuickInline()) == expected


@pytest.mark.parametrize(
    "text",
    [
        "un mot",
        "*un",
        "un*",
        "**un*",
        "_un_",
        "[un]",
        "![un](a.png)",
        "[`un`](/a/)",
        "[^1](/a/)",
        "*un*  \n*deux*",
    ],
)
def test_any_other_phrase_is_left_as_it_is(text: str):
    element = Element("p")
    element.text = text
    make_phrase(element)
    assert (element.text, len(element)) == (text, 0)


def test_what_is_not_to_be_read_is_left_as_it_is():
    element = Element("p")
    element.text = AtomicString("*un*")
    make_phrase(element)
    assert tostring(element) == b"<p>*un*</p>"


def test_somebody_else_s_links_and_emphasis_are_theirs():
    class Shout(LinkInlineProcessor):
        def getText(self, data: str, index: int) -> tuple[str, int, bool]:  # noqa: N802  # Markdown's own name
            words, end, found = super().getText(data, index)
            return words.upper(), end, found

    class Shouts(Extension):
        def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # Markdown's own name
            md.inlinePatterns.register(Shout(r"\[", md), "link", 160)

    class Underlines(Extension):
        def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # Markdown's own name
            md.delimiters.add("*", "b,u")

    class Unlinks(Extension):
        def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # Markdown's own name
            md.inlinePatterns.deregister("link")

    assert _html("[un](/a/)", Shouts(), QuickInline()) == '<p><a href="/a/">UN</a></p>'
    assert _html("*un* **mot**", Underlines(), QuickInline()) == "<p><u>un</u> <b>mot</b></p>"
    assert _html("[un](/a/)", Unlinks(), QuickInline()) == "<p>[un](/a/)</p>"
    assert are_usual(Markdown(extensions=["extra"]).inlinePatterns)
