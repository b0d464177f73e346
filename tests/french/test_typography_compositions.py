import random
import re

import pytest

from plugins.french import typeset_html, typeset_text, typography
from plugins.french.tags import QUIET

NARROW = "\u202f"
NO_BREAK = "\u00a0"

FRAGMENTS = [
    *" \n;:!?«»'\".…(),-%€5",
    *[NARROW, NO_BREAK, "...", "mot", "l'", "n° ", "M. ", "20 h 30", "10:30", " km", "É", "_", "=", "x.pdf"],
    *["https://a.fr/x", "a@b.fr"],
]
TAGS = [
    *[
        "<em>",
        "</em>",
        "<p>",
        "</p>",
        "<code>",
        "</code>",
        "<br>",
        "<!-- x ? -->",
        "<span lang='en'>",
        "</span>",
    ],
    *["<span data-brut>", "<span lang='fr'>", "<pre>", "</pre>", "<a title='a ? b'>", "</a>", "<script>"],
    *["&nbsp;", "&amp;", "&#39;", "&quot;", "&eacute;", "&laquo;", "</script>"],
]


def compositions(fragments: list[str], seed: int) -> list[str]:
    choose = random.Random(seed)  # noqa: S311  # the same draws each time
    return ["".join(choose.choices(fragments, k=choose.randint(1, 14))) for _ in range(3000)]


@pytest.mark.parametrize("seed", range(4))
def test_no_composition_of_texts_changes_twice(seed):
    texts = [typeset_text(text) for text in compositions(FRAGMENTS, seed)]
    assert [typeset_text(text) for text in texts] == texts


@pytest.mark.parametrize("seed", range(4))
def test_no_composition_of_tags_and_texts_changes_twice(seed):
    pages = [typeset_html(page) for page in compositions([*FRAGMENTS, *TAGS], seed)]
    assert [typeset_html(page) for page in pages] == pages


def test_nothing_but_spaces_quotes_and_dots_ever_changes():
    ignored = str.maketrans("", "", f" {NARROW}{NO_BREAK}'’\"«».…")
    texts = compositions(FRAGMENTS, 5)
    assert [typeset_text(text).translate(ignored) for text in texts] == [
        text.translate(ignored) for text in texts
    ]


SEAMS = ["<main>", "</main>", "<section>", "</section>", "<section lang='en'>", "<footer data-brut>"]
SEAMS += ["</footer>", "<aside title='<main>'>", "</aside>", "<!-- ", "<!-->", " -->", "<script>", "<", "'"]


@pytest.mark.parametrize("seed", range(4))
def test_a_page_cut_into_pieces_is_typeset_as_one_page(seed):
    """An element of another name, where no page is cut, must give the same words around it."""
    for html in compositions([*FRAGMENTS, *TAGS, *SEAMS, *SEAMS], seed):
        whole = html
        for name in ("main", "section", "footer", "aside"):
            whole = whole.replace(name, f"{name}-whole")
        assert typeset_html(html).replace("-whole", "") == typeset_html(whole).replace("-whole", "")


PLAIN = [
    "mot",
    "mots ",
    "É",
    " l’été",
    ",",
    ". ",
    ".",
    "..",
    "...",
    " n",
    " (",
    ")",
    " – ",
    "…",
    "M",
    "M. ",
    "5",
    " km",
    "\n",
]
BLOCKS = ["p", "li", 'h2 id="un-mot_2"']
ENDS = ["", "</p>", "</p>\n", "</p>\n</li></ul>\n", "</em></p>", "</p></section><p>"]


@pytest.mark.parametrize("seed", range(4))
def test_a_block_of_plain_words_is_typeset_as_any_other(seed):
    """An element of another name is none of the blocks that are known to be quiet."""
    choose = random.Random(seed)  # noqa: S311  # the same draws each time
    blocks = compositions([*PLAIN, *PLAIN, *FRAGMENTS], seed) + compositions(PLAIN, seed)
    quiet = 0
    for words in blocks:
        html = f"<{choose.choice(BLOCKS)}>{words}{choose.choice(ENDS)}"
        quiet += QUIET.fullmatch(html) is not None
        renamed = typeset_html(re.sub(r"(?<=<)(p|h2|li)(?=[ >])", r"\1-whole", html))
        assert typeset_html(html) == renamed.replace("-whole", "")
    assert quiet > 300


QUIET_TAGS = [
    "<em>",
    "</em>",
    "<strong>",
    "</strong>",
    '<a href="/a?b:5\'&amp;">',
    "</a>",
    "</p>",
    "<br>",
    "<p>",
]
QUIET_TAGS += [
    '<meta name="x" content="5 km : « M. X »">',
    "<input disabled>",
    '<link hreflang="en" href="/">',
]
LOUD_TAGS = ['<p lang="en">', "<em translate=no>", "<i data-brut>", "<code>", "</code>", "<pre>", "<kbd >"]
LOUD_TAGS += ["<script>", "</script>", "<svg/>", "<EM>", '<a title="<">', "<!-- ", "-->", "&eacute;", "<"]


@pytest.mark.parametrize("seed", range(4))
def test_plain_words_between_tags_are_typeset_as_all_others(seed):
    quiet = 0
    for words in compositions([*PLAIN, *[*QUIET_TAGS, " mot"] * 3, *LOUD_TAGS], seed):
        html = f"<p>{words}"
        quiet += QUIET.fullmatch(html) is not None
        assert typeset_html(html) == typography._whole(html)
    assert quiet > 300
