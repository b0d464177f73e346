import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import DelimiterProcessor, LinkInlineProcessor

from plugins.texts.inline import QuickInline
from plugins.texts.phrases import QuickPhrases

PIECES = (
    "[", "]", "](", ")", "(", "/a/", "https://exemple.fr/a_b/", "<", ">", '"un titre"', "'", "`", "\\", "!", "![", " ", "\n", "un mot", "été",
    "*", "**", "***", "_", "__", "a*b", "un_mot_long", ".", "&amp;", "[un mot](/a/)", "[*un* mot](/a_b/)", '[un](/a/ "titre")', "[a](</b c/>)",
    "**gras**", "*a **b** c*", "[`a]`](/b/)", "[a](/b\\*c/)", "[a](`b`)", "~", "~~",
)  # fmt: skip


class _Struck(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # Markdown's own name
        md.delimiters.add("~", "del,sub")


def _html(text: str, *more: Extension) -> str:
    return Markdown(extensions=["extra", *more], output_format="html").convert(text)


@settings(deadline=None, max_examples=500)
@given(st.lists(st.sampled_from(PIECES), max_size=14))
def test_links_and_emphasis_are_what_markdown_makes_of_them(pieces: list[str]):
    text = "".join(pieces)
    assert _html(text, QuickPhrases()) == _html(text)
    assert _html(text, QuickPhrases(), _Struck()) == _html(text, _Struck())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[un mot](/a/)", '<p><a href="/a/">un mot</a></p>'),
        ("[a]()", '<p><a href="">a</a></p>'),
        ("un *mot* de **trop**", "<p>un <em>mot</em> de <strong>trop</strong></p>"),
    ],
)
def test_what_is_written_plainly_is_read_at_once(text: str, expected: str, monkeypatch: pytest.MonkeyPatch):
    for kind, way in (
        (LinkInlineProcessor, "getText"),
        (LinkInlineProcessor, "getLink"),
        (DelimiterProcessor, "search"),
    ):
        monkeypatch.delattr(kind, way)
    assert _html(text, QuickPhrases(), QuickInline()) == expected  # which tries no reference here


def test_somebody_else_s_links_are_left_to_them():
    class Shout(LinkInlineProcessor):
        def getText(self, data: str, index: int) -> tuple[str, int, bool]:  # noqa: N802  # Markdown's own name
            words, end, found = super().getText(data, index)
            return words.upper(), end, found

    class Shouts(Extension):
        def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # Markdown's own name
            md.inlinePatterns.register(Shout(r"\[", md), "link", 160)

    assert _html("[un](/a/)", Shouts(), QuickPhrases()) == '<p><a href="/a/">UN</a></p>'
