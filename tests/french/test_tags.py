"""What is passed over while a page is typeset, and what is not."""

import pytest

from plugins.french.tags import QUIET


@pytest.mark.parametrize(
    "html",
    [
        "",
        "<p>Un mot. Un autre",
        '<h2 id="un-mot_2">Un mot</h2>\n',
        "<p><strong>Un mot</strong>, <em>un autre</em>.</p>\n</blockquote>\n<ul>\n",
        '<a href="/a?b:5\'&amp;">un lien</a>',
        '<title>Un mot – Un site</title>\n<meta name="x" content="5 km : « M. X »"><link hreflang="en" href="/">',
        "<input disabled>",
        "</div><br>",
    ],
)
def test_plain_words_and_tags_that_stop_nothing_are_passed_over(html: str):
    assert QUIET.fullmatch(html)


@pytest.mark.parametrize("words", ["l'été", "5", "M", "a ; b", "« a »", "a...", "a & b", "a < b"])
def test_words_with_a_sign_that_a_rule_looks_for_are_not(words: str):
    assert QUIET.fullmatch(f"<p>un <em>mot</em> {words}</p>") is None


@pytest.mark.parametrize(
    "tag",
    [
        '<p lang="en">',
        "<em translate=no>",
        '<em translate="no">',
        "<i data-brut>",
        "<i data-brut >",
        "<code>",
        "</code>",
        "<pre>",
        "<kbd >",
        "<script>",
        "<svg/>",
        "<EM>",
        '<a title="<">',
        "<a title='a'>",
        "<!-- un mot -->",
        "<",
    ],
)
def test_a_tag_that_may_stop_typesetting_is_not(tag: str):
    assert QUIET.fullmatch(f"<p>un {tag} mot") is None
