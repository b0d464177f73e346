from types import SimpleNamespace

import pytest
from pelican.contents import Article
from pelican.settings import DEFAULT_CONFIG

from plugins.bridge import late_texts
from plugins.bridge.conversion import Text
from plugins.bridge.late_texts import LateArticle, let_text_go
from plugins.bridge.standing_in import digesters
from plugins.catalog.models.post import Post

RECORD = Post.model_validate(
    {"slug": "2026-01-01-un", "titre": "Un", "date": "2026-01-01", "rubrique": "R", "corps": "Un *texte*."}
)
HTML = "<p>Un <em>texte</em>.</p>"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Return what is asked of the build, whose texts are on the disk."""
    asked: list[object] = []

    def text_of(record: object) -> Text:
        asked.append(record)
        return Text(HTML)

    build = SimpleNamespace(texts=SimpleNamespace(are_on_disk=True), text_of=text_of)
    monkeypatch.setattr(late_texts, "current", lambda: build)
    return asked


def article(html: str = HTML) -> Article:
    return Article(
        html, {"title": "Un", "slug": "un", "summary": "", "record": RECORD}, settings=DEFAULT_CONFIG
    )


def test_a_text_that_was_let_go_is_read_each_time_that_it_is_asked_for(asked: list[object]):
    late = article()
    let_text_go(late)
    assert (type(late), "_content" in vars(late), asked) == (LateArticle, False, [])
    assert [late.content, late.content, late.get_static_links()] == [HTML, HTML, set()]
    assert asked == [RECORD, RECORD]
    assert article().content == HTML


def test_an_article_whose_text_was_let_go_has_the_digests_that_it_had(asked: list[object]):
    late = article()
    let_text_go(late)
    for digester in digesters():
        assert digester.of(late) == digester.of(article())
    assert asked


@pytest.mark.parametrize(
    "html", ["<p>{filename}/a.md</p>", '<p><a href="|filename|/a.md">a</a></p>', '<img alt="">']
)
def test_a_text_in_which_pelican_has_something_to_do_is_held(asked: list[object], html: str):
    held = article(html)
    let_text_go(held)
    assert (type(held), held._content, asked) == (Article, html, [])


@pytest.mark.usefixtures("asked")
def test_a_text_that_is_not_on_the_disk_is_held():
    held = article()
    late_texts.current().texts.are_on_disk = False
    let_text_go(held)
    assert (type(held), held._content) == (Article, HTML)
