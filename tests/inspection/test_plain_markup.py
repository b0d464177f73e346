from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.inspection import markup
from plugins.inspection.plain_markup import is_plain_markup, with_tidy_cells

WORDS = (
    "a\u202eb",
    'style="text-align: right;"',
    "Des mots, l’été : « oui ».",
    "3 ; ici !",
    " ",
    "",
    "\n",
    "é\u00a0!",
    '"',
    "'",
    "a=b",
    "{x}",
)
ADDRESSES = (
    "/sorties/", "/", "/a/b.html", "/actualites/2026/01/un-recit/#suite", "https://exemple.fr", "https://exemple.fr/a/b",
    "http://a.exemple.fr/", "https://exemple.fr#ici",
    "/../a", "/./a", "//exemple.fr/a", "a/b", "#ici", "", "/a b", "/%2e%2e/", "/a?b=c", "https://exemple.fr:99999/",
    "https://xn--a.fr/", "https://1.2.3.999/", "https://exemple", "javascript:alert(1)", "mailto:a@exemple.fr", "https://a@exemple.fr/",
)  # fmt: skip
PHRASES = (
    *WORDS,
    "<em>un</em>", "<strong>deux</strong>", "<em></em>", "<a>rien</a>", "<em>a</strong>", "<em><em>a</em></em>", "<em>a",
    "<u>a</u>", "<script>a</script>", "&amp;", "&nbsp;", "<", ">", "<br>", "<p>a</p>", '<a href="/" title="a">b</a>',
    '<a href="/"><a href="/">b</a></a>', "<A>a</A>", "<em >a</em>",
    *(f'<a href="{address}">là</a>' for address in ADDRESSES),
)  # fmt: skip
FRAMES = (
    "<p>{}</p>", '<h2 id="a">{}</h2>', '<h3 id="un-2">{}</h3>', '<h2 id="sigle--a">{}</h2>', '<h2 id="A">{}</h2>',
    "<h2>{}</h2>", '<h1 id="a">{}</h1>', '<h2 id="a">{}</h3>', "<ul>\n<li>{}</li>\n</ul>", "<ol>\n<li>{}</li>\n<li>b</li>\n</ol>",
    "<ul>\n<li>{}</li>\n</ol>", "<ul>\n{}</ul>", "<ul><li>{}</li></ul>", "<blockquote>\n<p>{}</p>\n</blockquote>",
    "<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>{}</td>\n<td>b</td>\n</tr>\n</tbody>\n</table>",
    '<table>\n<thead>\n<tr>\n<th style="text-align: right;">a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td style="text-align: right;">{}</td>\n</tr>\n</tbody>\n</table>',
    '<table>\n<thead>\n<tr>\n<th style="text-align: top;">{}</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>b</td>\n</tr>\n</tbody>\n</table>',
    "<table>\n<tbody>\n<tr>\n<td>{}</td>\n</tr>\n</tbody>\n</table>", "<table>\n<tr>\n<td>{}</td>\n</tr>\n</table>",
    "<blockquote>{}</blockquote>", "<div>{}</div>", "<pre>\n{}</pre>", "<p>{}", "{}",
)  # fmt: skip

blocks = st.builds(
    lambda frame, phrases: frame.replace("{}", "".join(phrases)),
    st.sampled_from(FRAMES),
    st.lists(st.sampled_from(PHRASES), max_size=3),
)


@settings(deadline=None, max_examples=500)
@given(st.lists(blocks, max_size=3), st.sampled_from(["\n", "", "\n\n"]))
def test_what_is_plain_is_what_cleaning_leaves_as_it_is(found: list[str], between: str):
    html = between.join(found)
    if is_plain_markup(html):
        assert markup._cleaner.clean(html).replace("&nbsp;", "\u00a0") == with_tidy_cells(html)


def test_no_sign_is_plain_that_cleaning_would_write_otherwise():
    places = (
        "<p>a{}b</p>",
        '<h2 id="a">{}</h2>',
        '<p><a href="/a{}b/">a</a></p>',
        '<p><a href="/a#{}">a</a></p>',
    )
    signs = map(chr, [*range(0x3000), *range(0xE000, 0xE100), *range(0xFE00, 0x10000), 0x1F600, 0xE0001])
    found = [place.format(sign) for sign in signs for place in places]
    plain = [html for html in found if is_plain_markup(html)]
    assert [html for html in plain if markup.clean_markup(html) != _cleaned(html)] == []
    assert len(plain) > 10_000


def _cleaned(html: str) -> markup.Cleaned:
    return markup.Cleaned(markup._cleaner.clean(html).replace("&nbsp;", "\u00a0"))


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_link_is_plain_when_cleaning_leaves_it(address: str):
    html = f'<p>Un <a href="{address}">mot</a>.</p>'
    if is_plain_markup(html):
        assert markup._cleaner.clean(html) == html


@pytest.mark.parametrize(
    "html",
    [
        "<p>L’été : <em>un</em> <strong>mot</strong>.</p>",
        '<h2 id="un-mot">Un mot</h2>\n<p>Et <a href="/sorties/">les sorties</a>, ou <a href="https://exemple.fr/">là</a>.</p>',
        "<ul>\n<li>un</li>\n<li>deux</li>\n</ul>\n<ol>\n<li>trois</li>\n</ol>\n<blockquote>\n<p>dit</p>\n</blockquote>",
    ],
)
def test_what_markdown_makes_of_nearly_every_paragraph_is_plain(html: str):
    assert is_plain_markup(html)
    assert markup.clean_markup(html) == markup.Cleaned(html)


def test_a_table_is_plain_and_written_as_cleaning_writes_it():
    cell = '<td style="text-align: right;">un <em>mot</em>, ou style="text-align: right;"</td>'
    head = "<thead>\n<tr>\n<th>le mot</th>\n</tr>\n</thead>"
    table = f"<table>\n{head}\n<tbody>\n<tr>\n{cell}\n</tr>\n</tbody>\n</table>"
    tidy = table.replace('<td style="text-align: right;">', '<td style="text-align:right">')
    assert is_plain_markup(table)
    assert markup.clean_markup(table) == markup.Cleaned(tidy)
    assert _cleaned(table) == markup.Cleaned(tidy)


@pytest.mark.parametrize(
    "html",
    [
        "<p>un</p><p>deux</p>",
        "<p>a &lt; b</p>",
        "<p>un <b>mot</b></p>",
        '<p><a href="/../">a</a></p>',
        '<p><a href="javascript:a">a</a></p>',
        '<p><a href="//exemple.fr/">a</a></p>',
        '<h2 id="sigle--rsa">a</h2>',
        "<h2 id=a>b</h2>",
        '<h2 id="a">b</h3>',
        '<p id="a">b</p>',
        "<ul>\n<li>a</li>\n</ol>",
        "<p>a</p>\n<ul>\n<li>b</li>\n</p>",
        "<ul>\n</ul>",
        "<table>\n</table>",
        "des mots",
    ],
)
def test_anything_else_is_left_to_cleaning(html: str):
    assert not is_plain_markup(html)


def test_a_hidden_sign_is_found_in_plain_markup():
    assert markup.clean_markup("<p>a\u202eb</p>") == markup.Cleaned(
        "<p>ab</p>", (markup.Removed("", value="\u202e"),)
    )


def test_the_pattern_is_asked_from_the_sixty_fifth_text_on(monkeypatch: pytest.MonkeyPatch):
    asked: list[str] = []
    monkeypatch.setattr(markup, "_asked", count())
    monkeypatch.setattr(markup, "is_plain_markup", lambda html: asked.append(html) or is_plain_markup(html))
    texts = [f"<p>{number}</p>" for number in range(66)]
    assert [markup.clean_markup(text) for text in texts] == [markup.Cleaned(text) for text in texts]
    assert asked == ["<p>64</p>", "<p>65</p>"]
