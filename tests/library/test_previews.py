from hashlib import shake_128
from io import BytesIO

import pytest
from PIL import Image

from plugins.library.inspecting import inspect_file
from plugins.library.previews import LARGEST, draw_picture, shrink
from tests.library.samples import put_pdf, put_picture


def opened(content):
    with Image.open(BytesIO(content)) as picture:
        picture.load()
        return picture


def inspected(root, name):
    return inspect_file(root / "content" / "documents" / name)


def test_the_first_page_of_a_pdf_becomes_a_small_picture(tmp_path):
    put_pdf(tmp_path, "a5.pdf", pages=2)
    inspection = inspected(tmp_path, "a5.pdf")
    assert inspection.pages == 2
    assert inspection.format == "PDF"
    assert opened(inspection.preview).size == (480, 680)
    assert opened(inspection.preview).convert("RGB").getpixel((5, 5)) == (255, 255, 255)


def test_a_picture_is_laid_on_white_and_never_enlarged(tmp_path):
    put_picture(tmp_path, "affiche.png", Image.new("RGBA", (100, 50), (0, 0, 0, 0)))
    inspection = inspected(tmp_path, "affiche.png")
    assert inspection.pages is None
    assert opened(inspection.preview).size == (100, 50)
    assert opened(inspection.preview).convert("RGB").getpixel((5, 5)) == (255, 255, 255)


def test_a_preview_of_noise_still_weighs_at_most_60_kb():
    noise = Image.frombytes("RGB", (1200, 1700), shake_128(b"noise").digest(1200 * 1700 * 3))
    assert len(shrink(noise)) <= LARGEST == 60_000


def test_a_very_long_picture_is_cut_to_a_reasonable_height():
    assert opened(shrink(Image.new("RGB", (10, 4000), "white"))).size == (10, 40)


def test_a_preview_carries_no_note_about_its_making(tmp_path):
    put_pdf(tmp_path, "a5.pdf")
    assert opened(inspected(tmp_path, "a5.pdf").preview).info == {}


def test_what_is_no_picture_is_refused():
    with pytest.raises(OSError, match="cannot identify"):
        draw_picture(b"text")
