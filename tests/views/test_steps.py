from io import BytesIO

import pytest
from PIL import Image

from plugins.formats.renditions import Rendition
from plugins.views.steps import StepPicture, lay_out_steps, step_pictures
from tests.library.samples import tutorial


@pytest.fixture
def pictures(tmp_path):
    folder = tmp_path / "content" / "tutoriels" / "chercher"
    folder.mkdir(parents=True)
    buffer = BytesIO()
    Image.new("RGB", (40, 30)).save(buffer, "PNG")
    (folder / "etape-1.png").write_bytes(buffer.getvalue())
    (folder / "index.md").write_text("x")
    return step_pictures(tutorial("chercher", "Chercher", ["visiteur"]), tmp_path)


def test_pictures_of_the_folder_have_an_address_and_a_size(pictures):
    (picture,) = pictures.values()
    assert (picture.address, picture.width, picture.height) == ("/tutoriels/chercher/etape-1.png", 40, 30)


def test_a_tutorial_without_a_folder_has_no_picture(tmp_path):
    assert step_pictures(tutorial("chercher", "Chercher", ["visiteur"]), tmp_path) == {}


def test_each_step_is_a_section_with_its_picture_beside_the_words(pictures):
    html = '<p>Avant.</p>\n<h2>1. Un</h2>\n<p>a</p>\n<p><img alt="La page" src="etape-1.png"></p>\n<h2>2. Deux</h2>\n<p>b</p>'
    assert lay_out_steps(html, pictures) == (
        '<div class="prose"><p>Avant.</p></div>\n'
        '<section class="step"><div class="grid"><div class="prose"><h2><span class="step__number">1<span class="hidden">.</span></span> Un</h2>\n<p>a</p></div>'
        '<div><img alt="La page" src="/tutoriels/chercher/etape-1.png" width="40" height="30" loading="lazy"></div>'
        "</div></section>\n"
        '<section class="step"><div class="prose"><h2><span class="step__number">2<span class="hidden">.</span></span> Deux</h2>\n<p>b</p></div></section>\n'
    )


def test_a_picture_from_elsewhere_on_the_site_keeps_its_address(pictures):
    assert 'src="/images/a.png"' in lay_out_steps(
        '<h2>1. Un</h2><p><img alt="x" src="/images/a.png"></p>', pictures
    )


def test_a_picture_of_an_example_says_so_beside_it(pictures):
    html = lay_out_steps('<h2>1. Un</h2>\n<p><img alt="Exemple : la page" src="etape-1.png"></p>', pictures)
    assert html.endswith('<p class="rows__note">Sur l’image, un exemple.</p></div></div></section>\n')


def test_a_fine_picture_is_shown_as_wide_as_a_phone():
    large = {"a.png": StepPicture("/tutoriels/x/a.png", b"", 780, 1001)}
    assert 'width="390" height="500" ' in lay_out_steps(
        '<h2>1. Un</h2><p><img alt="x" src="a.png"></p>', large
    )


def test_a_screenshot_is_offered_lighter_then_as_it_is():
    form = Rendition("780/a.png.webp", "webp", 780, 1001, lossless=True)
    large = {"a.png": StepPicture("/tutoriels/x/a.png", b"", 780, 1001, (form,))}
    html = lay_out_steps('<h2>1. Un</h2><p><img alt="x" src="a.png"></p>', large)
    assert (
        '<div><picture><source type="image/webp" srcset="/tutoriels/x/780/a.png.webp 780w" sizes="390px">'
        '<img alt="x" src="/tutoriels/x/a.png" width="390" height="500" loading="lazy"></picture></div>'
    ) in html


def test_a_heading_without_a_number_is_left_as_it_is():
    assert "<h2>Et après ?</h2>" in lay_out_steps("<h2>Et après ?</h2><p>a</p>", {})
