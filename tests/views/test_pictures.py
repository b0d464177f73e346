"""A picture in a text and in a record: its place is kept, its author is named."""

from pathlib import Path

import pytest

from plugins.catalog.models.picture import Picture
from plugins.views.pictures import (
    Figure,
    PictureSource,
    figure,
    lay_out_pictures,
    named_pictures,
    plain_pictures,
)
from tests.formats.test_renditions import drawing, photograph

SIZES = 'sizes="(min-width: 42rem) 40rem, 100vw"'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give a project with three computed pictures."""
    folder = tmp_path / "content" / "images"
    folder.mkdir(parents=True)
    (folder / "scene.jpg").write_bytes(photograph(1200, 600))
    (folder / "plan d'accès.png").write_bytes(drawing(400, 300))
    (folder / "coeur.svg").write_bytes(b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 60.4"/>')
    return tmp_path


def test_a_picture_alone_is_a_figure_with_its_credit_below(root: Path) -> None:
    html = '<p><img alt="La scène" src="/images/scene.jpg" title="Image : l’association, CC0" /></p>'
    assert lay_out_pictures(html, root) == (
        '<figure aria-label="Image : l’association, CC0"><picture>'
        '<source type="image/avif" srcset="/images/480/scene.jpg.avif 480w, /images/960/scene.jpg.avif 960w, '
        f'/images/1200/scene.jpg.avif 1200w" {SIZES}>'
        '<source type="image/webp" srcset="/images/480/scene.jpg.webp 480w, /images/960/scene.jpg.webp 960w, '
        f'/images/1200/scene.jpg.webp 1200w" {SIZES}>'
        '<img src="/images/960/scene.jpg.jpg" srcset="/images/480/scene.jpg.jpg 480w, '
        f'/images/960/scene.jpg.jpg 960w, /images/1200/scene.jpg.jpg 1200w" {SIZES} alt="La scène" '
        'width="1200" height="600" loading="lazy" decoding="async">'
        "</picture><figcaption>Image : l’association, CC0</figcaption></figure>"
    )


def test_the_pictures_that_are_looked_for_are_named() -> None:
    html = '<p><img src="/images/a%20b.jpg"> <img src="/images/../x.png"> <img src="/autre/c.png"></p>'
    assert named_pictures(html) == {"a b.jpg"}
    assert named_pictures("<p>/images/</p>") == set()


def test_a_picture_among_words_keeps_its_credit_beside_it(root: Path) -> None:
    html = '<p>Voici <img alt="Un cœur" src="/images/coeur.svg" title="A &amp; B"> et la suite.</p>'
    assert lay_out_pictures(html, root) == (
        '<p>Voici <picture><img src="/images/coeur.svg" alt="Un cœur" width="64" height="60" '
        'loading="lazy" decoding="async"></picture> <small>(A &amp; B)</small> et la suite.</p>'
    )


def test_a_name_with_spaces_and_accents_is_found(root: Path) -> None:
    html = '<p><img alt="Le plan" src="/images/plan%20d\'acc%C3%A8s.png"></p>'
    assert (
        'src="/images/400/plan%20d%27acc%C3%A8s.png.png" alt="Le plan" width="400" height="300"'
        in lay_out_pictures(html, root)
    )


@pytest.mark.parametrize(
    "html",
    [
        '<p><img alt="a" src="etape-1.png"></p>',
        '<p><img alt="a" src="/images/absente.jpg"></p>',
        '<p><img alt="a" src="/images/../secret.jpg"></p>',
        "<p>Rien.</p>",
    ],
)
def test_any_other_picture_is_left_as_it_is(html: str, root: Path) -> None:
    assert lay_out_pictures(html, root) == html


def test_laying_out_twice_changes_nothing_more(root: Path) -> None:
    once = lay_out_pictures('<p><img alt="La scène" src="/images/scene.jpg" title="x"></p>', root)
    assert lay_out_pictures(once, root) == once


def test_words_of_a_credit_open_no_tag(root: Path) -> None:
    html = '<p><img alt="&quot;&gt;&lt;b&gt;" src="/images/coeur.svg" title="&lt;script&gt;"></p>'
    laid = lay_out_pictures(html, root)
    assert 'alt="&quot;&gt;&lt;b&gt;"' in laid
    assert "<figcaption>&lt;script&gt;</figcaption>" in laid
    assert '<figure aria-label="&lt;script&gt;">' in laid


def test_a_feed_has_one_address_for_each_picture(root: Path) -> None:
    html = lay_out_pictures('<p><img alt="La scène" src="/images/scene.jpg"></p>', root)
    assert plain_pictures(html) == (
        '<figure><picture><img src="/images/960/scene.jpg.jpg" alt="La scène" width="1200" height="600" '
        'loading="lazy" decoding="async"></picture></figure>'
    )


def test_the_picture_of_a_record_says_whose_it_is_and_not_where_the_agreement_is(root: Path) -> None:
    fields = {"fichier": "coeur.svg", "alt": "Un cœur", "credit": "L’association", "licence": "CC BY 4.0"}
    picture = Picture.model_validate({**fields, "personnes": "oui", "accord": "classeur du bureau"})
    assert figure(picture, root) == Figure(
        "/images/coeur.svg", "Un cœur", 64, 60, caption="Image : L’association, CC BY 4.0."
    )


def test_a_record_without_picture_shows_none(root: Path) -> None:
    assert figure(None, root) is None


def test_the_first_format_is_the_lightest(root: Path) -> None:
    fields = {"fichier": "scene.jpg", "alt": "x", "credit": "y", "licence": "z"}
    shown = figure(Picture.model_validate(fields), root)
    assert shown is not None
    assert [source.type for source in shown.sources] == ["image/avif", "image/webp"]
    assert isinstance(shown.sources[0], PictureSource)
