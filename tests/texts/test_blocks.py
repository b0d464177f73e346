import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markdown.blockprocessors import BlockProcessor, ParagraphProcessor
from markdown.extensions import Extension

from plugins.texts.blocks import NEED_A_SIGN, QuickBlocks, _Blocks

ROWS = (
    "Des mots.", "des mots et la suite", "# Titre", "Titre", "=====", "---", "- un", "  - deux", "1. un", "> cité",
    "| a | b |", "a | b", "|---|---|", "--- | ---", "Terme", ":   sa définition", "    du code", "```", "RSA",
    "*[RSA]: Revenu", "[r]: /r/", "[^1]: Une note.", "mot[^1] et [r]", "<div>bloc</div>", '<div markdown="1">', "</div>",
    "*mot* {.beau}", "Mot {: #ici }", "", "", "", "élan", "2026 fut", "***", "\\# non", "[TOC]",
    "## Un | deux", "## Un #", "### *Un*  ", "#Un", "####### Un", "* élan", "+ un | b", "- un : deux", "    - trois", "- 1. un", "-  un", "- ",
)  # fmt: skip


def _html(text: str, *more: Extension | str) -> str:
    return Markdown(extensions=["extra", "sane_lists", *more], output_format="html").convert(text)


@settings(deadline=None, max_examples=300)
@given(st.lists(st.sampled_from(ROWS), max_size=12))
def test_blocks_are_what_markdown_makes_of_them(rows: list[str]):
    text = "\n".join(rows)
    assert _html(text, QuickBlocks()) == _html(text)


def test_a_block_that_is_sure_is_made_at_once(monkeypatch: pytest.MonkeyPatch):
    tried: list[str] = []
    usual = _Blocks._try
    monkeypatch.setattr(
        _Blocks, "_try", lambda self, parent, blocks: tried.append(blocks[0]) or usual(self, parent, blocks)
    )
    text = "Des mots.\n\n## Un *titre*\n\n- un\n- deux | trois\n\n> - quatre\n\n- 5"
    assert _html(text, QuickBlocks()) == _html(text)
    assert tried == ["> - quatre", "", "- 5", "5", ""]


def test_each_processor_that_is_spared_is_one_of_markdown():
    processors = Markdown(extensions=["extra", "sane_lists"]).parser.blockprocessors
    assert {*NEED_A_SIGN, "paragraph"} == {item.name for item in processors._priority}


def test_a_line_that_begins_with_a_letter_is_a_paragraph_at_once(monkeypatch: pytest.MonkeyPatch):
    asked: list[str] = []
    test = ParagraphProcessor.test
    monkeypatch.setattr(
        ParagraphProcessor,
        "test",
        lambda self, parent, block: asked.append(block) or test(self, parent, block),
    )
    assert _html("Des mots.\n\n(Un mot.)", QuickBlocks()) == "<p>Des mots.</p>\n<p>(Un mot.)</p>"
    assert asked == ["(Un mot.)"]


def test_a_processor_that_is_not_known_sees_every_block():
    class Shout(BlockProcessor):
        def test(self, _parent: object, block: str) -> bool:
            return block.startswith("Oh")

        def run(self, parent: object, blocks: list[str]) -> None:
            self.parser.parseBlocks(parent, [f"({blocks.pop(0)})"])

    class Shouts(Extension):
        def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # Markdown’s own name
            md.parser.blockprocessors.register(Shout(md.parser), "shout", 12)

    assert _html("Oh !\n\nAh !", QuickBlocks(), Shouts()) == "<p>(Oh !)</p>\n<p>Ah !</p>"
