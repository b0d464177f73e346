"""The sizes and formats of a picture. Every picture here is computed: none is a photograph."""

import io

import pytest
from PIL import Image, ImageCms, ImageDraw

from plugins.formats.renditions import Rendition, _encoded, renditions, upright_size


def photograph(width: int = 2000, height: int = 1000, turned: int = 1, **notes: object) -> bytes:
    """Compute a JPEG with more colours than a drawing: red on the left, blue on the right."""
    red = Image.linear_gradient("L").rotate(90).resize((width, height))
    green = Image.radial_gradient("L").resize((width, height))
    picture = Image.merge("RGB", (red, green, red.point(lambda level: 255 - level)))
    exif = Image.Exif()
    exif[0x0112] = turned
    exif[0x010F] = "Un appareil"
    buffer = io.BytesIO()
    picture.save(buffer, "JPEG", quality=92, exif=exif, **notes)
    return buffer.getvalue()


def drawing(width: int = 900, height: int = 500) -> bytes:
    """Compute a PNG of two colours."""
    picture = Image.new("RGB", (width, height), "white")
    ImageDraw.Draw(picture).rectangle((9, 9, width // 2, height // 2), fill="#a00f34")
    buffer = io.BytesIO()
    picture.save(buffer, "PNG", compress_level=0)
    return buffer.getvalue()


def _opened(form: Rendition, content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(_encoded(form, content)))


def test_a_photograph_has_three_widths_in_three_formats() -> None:
    assert [(form.name, form.height) for form in renditions("scene.jpg", photograph())] == [
        ("480/scene.jpg.avif", 240),
        ("960/scene.jpg.avif", 480),
        ("1600/scene.jpg.avif", 800),
        ("480/scene.jpg.webp", 240),
        ("960/scene.jpg.webp", 480),
        ("1600/scene.jpg.webp", 800),
        ("480/scene.jpg.jpg", 240),
        ("960/scene.jpg.jpg", 480),
        ("1600/scene.jpg.jpg", 800),
    ]


def test_a_drawing_is_never_made_larger_and_stays_sharp() -> None:
    forms = renditions("plan.png", drawing())
    assert [form.name for form in forms] == [
        "900/plan.png.webp",
        "900/plan.png.png",
    ]
    assert _opened(forms[1], drawing()).convert("RGB").getpixel((100, 100)) == (0xA0, 0x0F, 0x34)


@pytest.mark.parametrize(
    ("name", "content"),
    [("plan.svg", b"<svg/>"), ("vue.gif", b"GIF89a"), ("point.png", drawing(60, 60))],
)
def test_what_is_already_light_or_drawn_with_lines_is_shown_as_it_is(name: str, content: bytes) -> None:
    assert renditions(name, content) == ()


def test_a_picture_held_upright_is_upright_in_all_its_forms() -> None:
    content = photograph(turned=6)
    assert upright_size(content) == (800, 1600)
    for form in renditions("scene.jpg", content):
        opened = _opened(form, content).convert("RGB")
        assert opened.size == (form.width, form.height)
        top, bottom = (opened.getpixel((form.width // 2, row)) for row in (5, form.height - 5))
        assert (top[0] > top[2]) != (bottom[0] > bottom[2])


def test_no_form_keeps_a_note_of_the_camera_or_a_profile() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    content = photograph(600, 300, icc_profile=profile)
    for form in renditions("scene.jpg", content):
        encoded = _encoded(form, content)
        opened = Image.open(io.BytesIO(encoded))
        assert b"Un appareil" not in encoded
        assert not opened.getexif()
        assert "icc_profile" not in opened.info


def test_a_damaged_profile_does_not_stop_a_picture() -> None:
    content = photograph(600, 300, icc_profile=b"ceci n'est pas un profil")
    form = renditions("scene.jpg", content)[-1]
    assert _opened(form, content).size == (600, 300)


def test_a_png_that_lets_what_is_behind_be_seen_still_does() -> None:
    picture = Image.new("RGBA", (700, 400), (160, 15, 52, 0))
    buffer = io.BytesIO()
    picture.save(buffer, "PNG", compress_level=0)
    forms = renditions("logo.png", buffer.getvalue())
    assert {form.kind for form in forms} == {"webp", "png"}
    for form in forms:
        assert _opened(form, buffer.getvalue()).convert("RGBA").getpixel((5, 5))[3] == 0


def test_the_same_picture_gives_the_same_bytes() -> None:
    content = photograph(600, 300)
    for form in renditions("scene.jpg", content):
        assert _encoded(form, content) == _encoded(form, content)


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_picture_of_nothing_but_grain_stays_light(kind: str) -> None:
    grain = Image.effect_noise((1700, 1700), 120)
    buffer = io.BytesIO()
    Image.merge("RGB", (grain, grain.rotate(90), grain.rotate(180))).save(buffer, kind, quality=95)
    form = renditions(f"grain.{kind.lower()}", buffer.getvalue())[-1]
    encoded = _encoded(form, buffer.getvalue())
    assert len(encoded) <= 500_000
