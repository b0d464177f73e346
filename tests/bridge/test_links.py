from types import SimpleNamespace

import pytest

from plugins.bridge.links import dead_links, make_local, survey
from plugins.ledger.memory import RenderedPage


def test_a_link_from_the_root_is_made_relative_to_its_page():
    html = '<a href="/sigles/rsa/">RSA</a> <img src="/images/a.png"> <link href="/theme/site.css">'
    assert make_local(html, "actualites/2026/11/bienvenue/index.html") == (
        '<a href="../../../../sigles/rsa/index.html">RSA</a> '
        '<img src="../../../../images/a.png"> <link href="../../../../theme/site.css">'
    )


def test_the_home_page_and_its_own_folder_are_reached_too():
    assert make_local('<a href="/">Accueil</a>', "index.html") == '<a href="index.html">Accueil</a>'
    assert (
        make_local('<a href="/">Accueil</a>', "sigles/rsa/index.html")
        == '<a href="../../index.html">Accueil</a>'
    )
    assert (
        make_local('<a href="/sigles/">S</a>', "sigles/index.html") == '<a href="../sigles/index.html">S</a>'
    )


def test_anchors_and_queries_stay_behind_the_file():
    assert (
        make_local('<a href="/sigles/#lettre-r">R</a>', "index.html")
        == '<a href="sigles/index.html#lettre-r">R</a>'
    )
    assert make_local('<a href="/sigles/?q=a">R</a>', "index.html") == '<a href="sigles/index.html?q=a">R</a>'


def test_other_sites_mail_and_anchors_are_left_alone():
    html = (
        '<a href="https://a.fr/">a</a><a href="//b.fr/">b</a><a href="mailto:c@d.fr">c</a><a href="#e">e</a>'
    )
    assert make_local(html, "sigles/index.html") == html


def test_a_redirection_opens_by_double_click():
    html = '<meta http-equiv="refresh" content="0; url=/association/">'
    assert make_local(html, "ancienne/index.html") == (
        '<meta http-equiv="refresh" content="0; url=../association/index.html">'
    )


def test_a_page_is_surveyed_once_for_links_and_anchors():
    page = survey('<h2 id="un">1</h2><a href="/a/">a</a><a href="/a/">a</a><a href="#un">1</a>', "page /x/")
    assert page.links == ("/a/", "#un")
    assert page.anchors == frozenset({"un"})


CHOICE = '<img src="/images/960/a.jpg.jpg" srcset="/images/480/a.jpg.jpg 480w, /images/960/a.jpg.jpg 960w">'


def test_every_size_of_a_picture_is_reached_by_double_click():
    assert make_local(CHOICE, "sigles/rsa/index.html") == (
        '<img src="../../images/960/a.jpg.jpg" '
        'srcset="../../images/480/a.jpg.jpg 480w, ../../images/960/a.jpg.jpg 960w">'
    )


def test_every_size_of_a_picture_is_looked_for():
    assert survey(CHOICE, "x").links == ("/images/960/a.jpg.jpg", "/images/480/a.jpg.jpg")


def page(path: str, *links: str, anchors: tuple[str, ...] = ()) -> tuple[str, RenderedPage]:
    return path, RenderedPage(f"page /{path}", links, frozenset(anchors))


@pytest.fixture
def build() -> SimpleNamespace:
    """Give a build of two pages that lead to each other, which keeps the first one and has made the other again."""
    before = dict([page("a/index.html", "/b/#un", "/c.pdf"), page("b/index.html", "/a/", anchors=("un",))])
    keeper = SimpleNamespace(
        kept={"a/index.html": ()},
        before=SimpleNamespace(files=dict.fromkeys([*before, "c.pdf"]), pages=before),
    )
    return SimpleNamespace(
        keeper=keeper, pages=dict(before), records={}, catalog=SimpleNamespace(redirects=())
    )


WRITTEN = {"a/index.html", "b/index.html", "c.pdf"}


def _dead(build: SimpleNamespace, written: set[str] = WRITTEN) -> list[tuple[str, str | None]]:
    return [(problem.code, problem.written) for problem in dead_links(build, written)]


def test_a_kept_page_is_not_looked_at_while_all_that_it_led_to_is_there(build: SimpleNamespace):
    build.pages["a/index.html"] = None  # whoever looks at it fails
    assert _dead(build) == []


def test_a_page_made_again_is_looked_at(build: SimpleNamespace):
    build.pages |= [page("b/index.html", "/a/", "/nowhere/", anchors=("un",))]
    assert _dead(build) == [("lien-mort", "/nowhere/")]


def test_a_kept_page_is_looked_at_when_an_anchor_or_a_file_has_left(build: SimpleNamespace):
    assert _dead(build, WRITTEN - {"c.pdf"}) == [("lien-mort", "/c.pdf")]
    build.pages |= [page("b/index.html", "/a/", anchors=("deux",))]
    assert _dead(build) == [("ancre-morte", "/b/#un")]


def test_a_kept_page_is_looked_at_when_a_page_stands_where_a_file_was(build: SimpleNamespace):
    build.keeper.before.pages.pop("b/index.html")
    build.pages |= [page("b/index.html", "/a/")]
    assert _dead(build) == [("ancre-morte", "/b/#un")]
