import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.fenced_code import FencedBlockPreprocessor
from markdown.extensions.md_in_html import HtmlBlockPreprocessor

from plugins.texts.lines import QuickLines

ROWS = (
    "Des mots.", "", "", " ", "   ", "\t", "\tdu code", "mot\tmot", "    du code", "mot \r", "a\x02b\x03c", "```", "```python", "~~~", "``` `",
    "`mot`", "<div>", "</div>", "<b>mot</b>", "&eacute;", "a & b", "a < b", "<!-- rien -->", "- un", "> cité", "  ",
)  # fmt: skip


def _html(text: str, *more: Extension | str) -> str:
    return Markdown(extensions=["extra", *more], output_format="html").convert(text)


@settings(deadline=None, max_examples=300)
@given(st.lists(st.sampled_from(ROWS), max_size=10))
def test_a_text_is_what_markdown_makes_of_it(rows: list[str]):
    text = "\n".join(rows)
    assert _html(text, QuickLines()) == _html(text)


@pytest.mark.parametrize(
    "rows", [["un", "deux"], ["  un", ""], [""], ["un", " ", "deux"], ["un\tdeux"], ["a\r", "b"]]
)
def test_the_lines_are_those_that_markdown_reads(rows: list[str]):
    usual, quick = (
        Markdown(extensions=more).preprocessors["normalize_whitespace"] for more in ([], [QuickLines()])
    )
    assert quick.run([*rows]) == usual.run([*rows])


def test_only_a_text_that_holds_a_fence_or_a_tag_is_looked_through(monkeypatch: pytest.MonkeyPatch):
    looked: list[str] = []
    for kind in (FencedBlockPreprocessor, HtmlBlockPreprocessor):
        run = kind.run
        monkeypatch.setattr(
            kind, "run", lambda self, lines, run=run: looked.append(lines[0]) or run(self, lines)
        )
    for text in ("Des mots.", "~~~\na\n~~~", "a & b", "Un <b>mot</b>."):
        _html(text, QuickLines())
    assert looked == ["~~~", "a & b", "Un <b>mot</b>."]


def test_without_these_extensions_there_is_nothing_to_take_the_place_of():
    assert Markdown(extensions=[QuickLines()]).convert("Un *mot*.") == "<p>Un <em>mot</em>.</p>"
