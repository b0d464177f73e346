"""The HTML of a text: what our Markdown makes stays, every known trick is dead and told."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html

from plugins.inspection.markup import Cleaned, Removed, clean_markup
from tests.inspection.payloads import converted, payloads

PAYLOADS = payloads()
HARMLESS = {
    '<img alt="x` onerror=alert(1) x=" src=x>',
    '[x](/sorties/ "a\\" onmouseover=\\"alert(1)")',
    '![a" onerror="alert(1)](x)',
    '*[HTML]: "><img src=x onerror=alert(1)>\n\nHTML',
    '```"><img src=x onerror=alert(1)>\nx\n```',
    '<a title="--><img src=x onerror=alert(1)>">x</a><!-- -->',
}
"""Tricks that our Markdown takes for words: nothing is taken away, and the words stay words."""

ADDRESS = re.compile(r"(https?://[^@\\\s]+|mailto:|tel:|/(?![/\\])|#|[\w-])", re.ASCII)
WORDS = "a abbr b code details div em h2 h3 hr img li ol p pre span strong summary sup table tbody td th thead tr br"
KNOWN = set(WORDS.split())


def test_there_are_more_than_sixty_payloads_of_every_family():
    families = [family for family, _ in PAYLOADS]
    assert len(set(PAYLOADS)) == len(PAYLOADS) >= 120
    assert set(families) == {
        *("balise", "attribut", "entités", "adresse", "Markdown", "mutation", "SVG", "MathML", "CSS"),
        *("Unicode", "nul", "gabarit", "JSON-LD"),
    }


@pytest.mark.parametrize(("family", "body"), PAYLOADS)
def test_a_payload_is_dead(family: str, body: str):
    cleaned = clean_markup(converted(body)).html
    for element in lxml_html.fromstring(f"<div>{cleaned}</div>").iter():
        assert element.tag in KNOWN, (family, cleaned)
        for name, value in element.attrib.items():
            assert not name.startswith("on")
            assert name not in {"srcdoc", "srcset", "popover", "ping", "action"}
            assert name not in {"href", "src"} or (ADDRESS.match(value) and ".." not in value), cleaned
            assert name not in {"href", "src"} or ":" not in value or value.startswith(("http", "#fn")), (
                cleaned
            )
            assert name != "style" or re.fullmatch("text-align: ?(left|right|center);?", value), cleaned


@pytest.mark.parametrize(("family", "body"), [pair for pair in PAYLOADS if pair[1] not in HARMLESS])
def test_what_is_taken_away_is_told(family: str, body: str):
    assert clean_markup(converted(body)).removed, family


@pytest.mark.parametrize("body", sorted(HARMLESS))
def test_words_that_look_like_code_stay_words(body: str):
    assert clean_markup(converted(body)).removed == ()


@pytest.mark.parametrize(("family", "body"), PAYLOADS)
def test_cleaning_twice_changes_nothing_more(family: str, body: str):
    once = clean_markup(converted(body)).html
    assert clean_markup(once) == Cleaned(once), family


RIGHT = [
    "## Un titre\n\n## Un titre\n\n### Été {#ete-2026}",
    "| a | b | c |\n|:--|:-:|--:|\n| 1 | 2 | 3 |",
    "Une note[^1], encore[^1], une autre[^é].\n\n[^1]: la note\n[^é]: l’autre",
    "Mot\n: sa définition",
    "```html\n<script>alert(1)</script>\n```",
    '![La salle](salle.png "La salle")\n\n![Le public](/images/public.jpg)',
    "*[RSA]: Revenu\n\nLe RSA, [aussi](sigle:rsa), [non](sigle:non)",
    "3. trois\n4. quatre\n\n- un\n- deux",
    "[a](/sorties/?le=12#liste), [b](#bas), [c](https://exemple.fr/@a?b=c&d=é), [d](tel:+33465710000)",
    "[e](mailto:accueil@exemple.fr?subject=Bonjour), <accueil@exemple.fr>, [f]({filename}/pages/contribuer.md)",
    'H<sub>2</sub>O, <kbd>Entrée</kbd>, <mark>vu</mark>, <br>\n<span lang="en">hello</span>, 3 < 4 & 5 > 2, « \u00a0 »',
    "<details>\n<summary>Plus</summary>\n<p>Suite</p>\n</details>",
    "> cité\n\n---\n\n**gras** *penché* `code` <!-- une note -->",
]


@pytest.mark.parametrize("body", RIGHT)
def test_what_our_markdown_makes_is_kept_whole(body: str):
    html = converted(body)
    cleaned = clean_markup(html)
    assert cleaned.removed == ()
    assert _shape(cleaned.html) == _shape(html)


def _shape(html: str) -> list[tuple[str, list[tuple[str, str]], str]]:
    tree = lxml_html.fromstring(f"<div>{html}</div>")
    return [
        (
            str(element.tag),
            sorted((key, value.replace(": ", ":").strip(";")) for key, value in element.attrib.items()),
            element.text or "",
        )
        for element in tree.iter(lxml_html.etree.Element)
    ]


def test_each_thing_is_told_once_in_the_order_of_the_text():
    cleaned = clean_markup('<p onclick="a()">x<svg></svg><a href="javascript:b()">y</a><a href="/">z</a></p>')
    assert cleaned == Cleaned(
        '<p>x<a>y</a><a href="/">z</a></p>',
        (Removed("p", "onclick", "a()"), Removed("svg"), Removed("a", "href", "javascript:b()")),
    )
    assert [thing.written for thing in cleaned.removed] == [
        'onclick="a()"',
        "<svg>",
        'href="javascript:b()"',
    ]


def test_a_hidden_sign_is_told_by_its_number():
    (sign,) = clean_markup("<p>fichier&#x202e;fdp.exe</p>").removed
    assert sign.written == "&#x202e;"


SIGNED = [
    "\u200b",
    "\x07",
    "&#x202e;",
    "&#8203;",
    "&ZeroWidthSpace;",
    "&amp;#x202e;",
    "&",
    "mot ",
    "<b>",
    "</b>",
    "<p title='",
    "'>",
    "é",
]


@settings(deadline=None, max_examples=300)
@given(st.lists(st.sampled_from(SIGNED), max_size=12))
def test_no_hidden_sign_is_left_however_it_is_written(pieces: list[str]):
    html = "".join(pieces)
    cleaned = clean_markup(html)
    assert not {"\u200b", "\u202e", "\x07"}.intersection(cleaned.html)
    told = {thing.value for thing in cleaned.removed if not thing.tag}
    assert {sign for sign in ("\u200b", "\x07") if sign in html} <= told
