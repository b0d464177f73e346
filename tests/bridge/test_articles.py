import locale
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from pelican.contents import Article
from pelican.settings import read_settings

from plugins.bridge import reader
from plugins.bridge.articles import SPELLINGS, KeptArticle, KeptArticles
from plugins.bridge.reader import CatalogMarkdownReader
from plugins.bridge.standing_in import digesters
from plugins.catalog import load_catalog
from plugins.catalog.models.post import Post
from plugins.ledger.program import PROGRAM
from plugins.ledger.traces import traced_site
from plugins.resources import Crumb, Site
from plugins.texts.conversion import Seen, Text, seen_of

MINI = Path(__file__).parents[1] / "sites" / "mini"
CATALOG = load_catalog(MINI)
READS = {"catalog.acronyms": "a1"}
SOURCES = {post.file: f"s-{post.slug}" for post in CATALOG.posts.values()}
ASKED: list[str] = []


def text_of(post: Post) -> Text:
    ASKED.append(post.file)
    return Text(f"<p>{post.body}</p>", (Crumb("Un", "#un"),))


def seen_by_digests(post: Post) -> Seen:
    return seen_of(f"<p>{post.body}</p>", (Crumb("Un", "#un"),))


def name_of(post: Post) -> str:
    return post.file.removeprefix("content/")


def kept(file: Path, sources: Mapping[str, str] = SOURCES, reads: Mapping[str, str] = READS) -> KeptArticles:
    return KeptArticles(file, sources, lambda found: found == reads, text_of, seen_by_digests)


@pytest.fixture
def generator(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setattr(
        locale, "setlocale", lambda *_: "C"
    )  # Pelican's reading sets it for all the tests that follow
    site = traced_site(Site(CATALOG, (), date(2026, 11, 22), "", production=False), lambda _: None)
    build = SimpleNamespace(root=MINI, traced=site, production=False, spelling=str)
    monkeypatch.setattr(reader, "current", lambda: build)
    settings = read_settings(str(PROGRAM / "pelicanconf.py"), override={"PATH": str(MINI / "content")})
    readers = SimpleNamespace(readers={"md": CatalogMarkdownReader(settings)})
    ASKED.clear()
    return SimpleNamespace(path=settings["PATH"], settings=settings, readers=readers)


def read(generator: Any, post: Post) -> Article:
    text = text_of(post)
    metadata = {"reader": "catalogmarkdown", **generator.readers.readers["md"].metadata_of(post)}
    path = f"{generator.path}/{name_of(post)}"
    return Article(
        text.html, metadata | {"outline": text.outline}, generator.settings, path, {"localsiteurl": ""}
    )


def left(generator: Any, file: Path) -> Path:
    articles = kept(file)
    for post in CATALOG.posts.values():
        articles.note(generator, read(generator, post))
    articles.write_down(READS, lambda article: ("c", "w", f"r-{article.slug}"), SOURCES)
    return file


def test_an_article_made_again_is_the_one_that_pelican_makes(generator, tmp_path: Path):
    articles = kept(left(generator, tmp_path / "t.sqlite"))
    first, *posts = CATALOG.posts.values()
    articles.note(generator, read(generator, first))
    changed = first.model_copy(update={"modified_on": date(2026, 11, 25)})
    for post in (*filter(articles.digests_of, posts), changed):
        expected, made = read(generator, post), articles.made_again(name_of(post), post)
        assert isinstance(made, KeptArticle)
        for name in (*vars(expected), "url", "save_as", "summary", "status"):
            assert getattr(made, name) == getattr(expected, name), name
        assert hasattr(made, "locale_modified") == (post is changed)
        assert not set(vars(made)) - set(vars(expected)) - {"_given", "_reader", "_text_of", "_seen_of"}
        assert made.get_static_links() == expected.get_static_links()
        assert made.get_relative_source_path() == expected.get_relative_source_path()
        assert (made.is_valid(), made.content) == (True, expected.content)


def test_its_text_is_asked_for_each_time_that_somebody_shows_it_and_is_not_held(generator, tmp_path: Path):
    articles = kept(left(generator, tmp_path / "t.sqlite"))
    first, post, *_ = CATALOG.posts.values()
    articles.note(generator, read(generator, first))
    ASKED.clear()
    made = articles.made_again(name_of(post), post)
    assert (made.title, made.url, ASKED) == (post.title, made.override_url, [])
    assert (made.content, made.content, ASKED) == (
        f"<p>{post.body}</p>",
        f"<p>{post.body}</p>",
        [post.file] * 2,
    )
    assert f"<p>{post.body}</p>" not in vars(made).values()


def test_an_article_whose_text_was_read_ahead_is_made_without_pelican_and_left_for_the_builds_to_come(
    generator, tmp_path: Path
):
    articles = kept(tmp_path / "t.sqlite")
    first, second, *others = CATALOG.posts.values()
    articles.take({second.file: SOURCES[second.file]})
    assert articles.made_again(name_of(second), second) is None
    articles.note(generator, read(generator, first))
    expected, made = read(generator, second), articles.made_again(name_of(second), second)
    assert isinstance(made, KeptArticle)
    for name in (*vars(expected), "url", "save_as", "summary", "status"):
        assert getattr(made, name) == getattr(expected, name), name
    for digester in digesters():
        assert digester.of(made) == digester.of(expected)
    assert [articles.made_again(name_of(post), post) for post in others] == [None] * len(others)
    articles.write_down(READS, lambda article: ("c", "w", f"r-{article.slug}"), SOURCES)
    assert kept(tmp_path / "t.sqlite").digests_of(second) == ["c", "w", f"r-{second.short_slug}"]


def test_the_digest_of_an_article_asks_for_no_text(generator, tmp_path: Path):
    articles = kept(tmp_path / "t.sqlite")
    first, second, *_ = CATALOG.posts.values()
    articles.take({second.file: SOURCES[second.file]})
    articles.note(generator, read(generator, first))
    made = articles.made_again(name_of(second), second)
    ASKED.clear()
    digests = [digester.of(made) for digester in digesters()]
    assert ASKED == []
    assert digests == [digester.of(read(generator, second)) for digester in digesters()]


def test_a_text_that_was_saved_again_since_it_was_read_ahead_is_left_to_pelican(generator, tmp_path: Path):
    first, second, *_ = CATALOG.posts.values()
    articles = kept(tmp_path / "t.sqlite", SOURCES | {second.file: "saved again"})
    articles.take({second.file: SOURCES[second.file]})
    articles.note(generator, read(generator, first))
    assert articles.made_again(name_of(second), second) is None
    assert not articles.can_make(second)


def test_making_an_article_asks_for_all_that_reading_it_would(generator, tmp_path: Path, monkeypatch):
    first, second, *_ = CATALOG.posts.values()
    articles = kept(tmp_path / "t.sqlite")
    articles.take({second.file: SOURCES[second.file]})
    articles.note(generator, read(generator, first))
    asked: list[set[str]] = [set(), set()]
    for noted, make in zip(
        asked,
        (lambda: read(generator, second), lambda: articles.made_again(name_of(second), second)),
        strict=True,
    ):
        site = traced_site(Site(CATALOG, (), date(2026, 11, 22), "", production=False), noted.add)
        monkeypatch.setattr(reader.current(), "traced", site)
        make()
    assert asked[0] == asked[1] == {"catalog.categories", "catalog.meetings", "site.today"}


def test_a_text_that_is_not_to_be_shown_is_left_to_pelican(generator, tmp_path: Path, monkeypatch):
    first, second, *_ = CATALOG.posts.values()
    hidden = second.model_copy(update={"draft": True})
    articles = kept(tmp_path / "t.sqlite")
    articles.take({second.file: SOURCES[second.file]})
    articles.note(generator, read(generator, first))
    monkeypatch.setattr(reader.current(), "production", True)
    assert articles.made_again(name_of(hidden), hidden) is None


def test_the_digests_are_those_that_were_left_while_the_text_and_what_was_read_are_the_same(
    generator, tmp_path: Path
):
    file = left(generator, tmp_path / "t.sqlite")
    first, second, *_ = CATALOG.posts.values()
    known = kept(file, SOURCES | {second.file: "other"})
    assert [known.digests_of(post) for post in (first, second)] == [["c", "w", f"r-{first.short_slug}"], None]
    assert known.reads == {"catalog.acronyms"}
    assert kept(file, reads={"catalog.acronyms": "a2"}).digests_of(first) is None
    assert kept(file, sources={}).digests_of(first) is None


def test_an_article_is_read_again_when_one_of_its_own_tags_is_spelled_otherwise(
    generator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    file, post = tmp_path / "t.sqlite", CATALOG.posts["2026-11-19-ancien-style"]
    first = next(other for other in CATALOG.posts.values() if other is not post)
    articles = kept(file)
    for each in (first, post):
        articles.note(generator, read(generator, each))
    articles.write_down(READS | {SPELLINGS: "s1"}, lambda _: ("c", "w", "r"), SOURCES)
    again = kept(file)
    again.note(generator, read(generator, first))
    spelled = {"ouverture": "Ouverture"}
    monkeypatch.setattr(reader.current(), "spelling", lambda tag: spelled.get(tag, tag))
    assert again.made_again(name_of(post), post) is not None
    spelled["théâtre"] = "Theatre"
    assert again.made_again(name_of(post), post) is None


def test_no_article_is_made_again_before_pelican_has_shown_what_they_share(generator, tmp_path: Path):
    articles = kept(left(generator, tmp_path / "t.sqlite"))
    post = next(iter(CATALOG.posts.values()))
    assert articles.made_again(name_of(post), post) is None


@pytest.mark.parametrize(
    "html", ['<a href="{filename}a.md">a</a>', '<a href="|filename|a.md">', '<img alt="">']
)
def test_a_text_that_pelican_has_to_look_at_is_not_kept(generator, tmp_path: Path, html: str):
    first, second, *_ = CATALOG.posts.values()
    articles = kept(tmp_path / "t.sqlite")
    article = read(generator, first)
    article._content = html
    for each in (article, read(generator, second)):
        articles.note(generator, each)
    articles.write_down(READS, lambda _: ("c", "w", "r"), SOURCES)
    assert [kept(tmp_path / "t.sqlite").digests_of(post) for post in (first, second)] == [
        None,
        ["c", "w", "r"],
    ]


def test_the_articles_of_texts_that_are_gone_go_too(generator, tmp_path: Path):
    file = left(generator, tmp_path / "t.sqlite")
    first, second, *_ = CATALOG.posts.values()
    articles = kept(file, SOURCES | {second.file: "new"})
    articles.note(generator, read(generator, second))
    articles.write_down(READS, lambda _: ("c", "w", "r"), {second.file})
    known = kept(file, SOURCES | {second.file: "new"})
    assert [known.digests_of(post) for post in (first, second)] == [None, ["c", "w", "r"]]
