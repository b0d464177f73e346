import pytest
from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.toc import TocExtension

from plugins.french import slugify
from plugins.texts.headings import QuickHeadings

TEXTS = (
    "## Été comme hiver\n\n### Été comme hiver\n\n## été, comme hiver",
    "## *Un* `code` & [lien](/a/) &amp; <b>gras</b> \\*",
    "## Avec note[^1]\n\n[^1]: La note.",
    "## Titre {#ici}\n\n## Ici\n\n## Autre {data-toc-label='Un autre'}",
    "Titre\n=====\n\nSuite\n-----\n\n#### !!\n\n#### ??",
    '<h2 id="deux">Deux</h2>\n\n## Deux\n\n<div markdown="1">\n## Trois\n</div>',
    "[TOC]\n\n## Un\n\n### Deux\n\n## Trois",
    "Voir [TOC] là.\n\n## Un",
)
MANY = "\n\n".join(f"## Partie {number % 3}" for number in range(12))


def _html(text: str, toc: Extension) -> str:
    return Markdown(extensions=["extra", toc], output_format="html").convert(text)


@pytest.mark.parametrize("text", [*TEXTS, MANY, "\n\n".join(TEXTS)])
@pytest.mark.parametrize("more", [{}, {"permalink": True}, {"anchorlink": True}, {"baselevel": "2"}])
def test_headings_are_named_as_markdown_names_them(text: str, more: dict[str, object]):
    settings = {"slugify": lambda words, _separator: slugify(words), **more}
    assert _html(text, QuickHeadings(**settings)) == _html(text, TocExtension(**settings))


def test_a_list_of_headings_is_made_only_when_it_is_asked_for(monkeypatch: pytest.MonkeyPatch):
    made: list[int] = []
    build = QuickHeadings.TreeProcessorClass.build_toc_div
    monkeypatch.setattr(
        QuickHeadings.TreeProcessorClass,
        "build_toc_div",
        lambda self, found: made.append(1) or build(self, found),
    )
    _html("## Un", QuickHeadings())
    assert made == []
    assert '<li><a href="#un">Un</a></li>' in _html("[TOC]\n\n## Un", QuickHeadings())
    assert made == [1]
