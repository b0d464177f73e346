import io
import struct
import zlib

import pytest
from PIL import Image

from plugins.inspection.pictures import LARGEST, WIDEST, inspect_picture, publishable
from tests.inspection.samples import picture


def told(name, content):
    faults, notices = inspect_picture(name, content)
    return [(fault.code, fault.line) for fault in faults], [notice.code for notice in notices]


def notes(orientation=1):
    made = Image.Exif()
    made[0x0112] = orientation
    made[0x010F] = "Un téléphone"
    made.get_ifd(0x8825)[1] = "N"
    return made


def announced(width, height):
    """Return a small PNG that says it is large."""
    content = bytearray(picture("PNG"))
    content[16:24] = struct.pack(">II", width, height)
    content[29:33] = struct.pack(">I", zlib.crc32(content[12:29]))
    return bytes(content)


def opened(content):
    with Image.open(io.BytesIO(content)) as found:
        found.load()
        return found


def test_a_light_picture_without_notes_is_published_to_the_byte():
    for name, kind in (("a.jpg", "JPEG"), ("a.png", "PNG"), ("a.webp", "WEBP")):
        content = picture(kind)
        assert told(name, content) == ([], [])
        assert publishable(name, content) == content


def test_the_notes_of_a_camera_are_taken_out_and_that_is_said():
    for name, kind in (("a.jpg", "JPEG"), ("a.png", "PNG"), ("a.webp", "WEBP")):
        content = picture(kind, exif=notes())
        assert told(name, content) == ([], ["image-nettoyee", "image-indiscrete"])
        assert told(name, publishable(name, content)) == ([], [])
        assert dict(opened(publishable(name, content)).getexif()) == {}
        assert b"phone" not in publishable(name, content)


def test_a_turned_photo_is_upright():
    content = picture("JPEG", (80, 40), exif=notes(orientation=6))
    assert opened(publishable("a.jpg", content)).size == (40, 80)


def test_a_large_photo_is_made_light():
    content = picture("JPEG", (4000, 3000))
    assert told("a.jpg", content) == ([], ["image-nettoyee"])
    lighter = publishable("a.jpg", content)
    assert max(opened(lighter).size) <= WIDEST
    assert len(lighter) <= LARGEST


def test_what_was_lightened_always_has_the_same_bytes():
    content = picture("JPEG", (4000, 3000), exif=notes(orientation=3))
    assert publishable("a.jpg", content) == publishable("b.jpg", content)


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.png", b"", "fichier-vide"),
        ("a.jpg", picture("JPEG", (200, 200))[:500], "fichier-abime"),
        ("a.png", picture("PNG", (200, 200))[:60], "fichier-abime"),
        ("a.jpg", picture("PNG"), "fichier-deguise"),
        ("a.bmp", picture("BMP"), "type-de-fichier"),
        ("a.tif", picture("TIFF"), "type-de-fichier"),
        ("IMG_1.HEIC", b"\0\0\0\x18ftypheic", "type-de-fichier"),
        ("a.png", announced(10_000, 6_000), "fichier-trop-lourd"),
        ("a.png", announced(20_000, 10_000), "fichier-trop-lourd"),
    ],
)
def test_a_picture_that_would_not_be_seen_is_refused(name, content, code):
    assert told(name, content) == ([(code, 0)], [])


@pytest.mark.parametrize(
    ("inside", "line"),
    [
        ("<script>a()</script>", 1),
        ("\n<g onclick='a()'/>", 2),
        ("<a href='javascript:a()'/>", 1),
        ("\n\n<image href='https://exemple.fr/a.png'/>", 3),
        ("<style>@import url(https://exemple.fr/a.css);</style>", 1),
        ("<rect style='fill:url(//exemple.fr/a)'/>", 1),
        ("<foreignObject/>", 1),
        ("<a href='java&#9;script:a()'/>", 1),
        ("<set attributeName='href' to='javascript:a()'/>", 1),
        ("<image href='data:text/html,a'/>", 1),
        ("<image href='data:image/svg+xml;base64,PHN2Zy8+'/>", 1),
        ("<image href=' DATA:image/svg+xml,a'/>", 1),
        ("<image href='d&#10;ata:,a'/>", 1),
        ("<a href='data:application/xhtml+xml,a'/>", 1),
        ("<use href='data:,a#b'/>", 1),
        ("<animate attributeName='href' values='#a;data:text/html,a'/>", 1),
        ("<rect style='fill:url(data:image/svg+xml,a)'/>", 1),
        ("<rect fill='url( \"data:image/gif;base64,AA==\")'/>", 1),
        ("<style>rect{fill:url('data:image/svg+xml,a')}</style>", 1),
        ("<image href='data:image/pngx;base64,AA=='/>", 1),
    ],
)
def test_a_drawing_that_acts_or_calls_elsewhere_is_refused(inside, line):
    content = f"<svg xmlns='http://www.w3.org/2000/svg'>{inside}</svg>".encode()
    assert told("a.svg", content) == ([("dessin-dangereux", line)], [])


def test_a_drawing_with_entities_is_refused_and_never_unfolded():
    content = b"<!DOCTYPE svg [<!ENTITY a 'b'>]><svg xmlns='http://www.w3.org/2000/svg'>&a;</svg>"
    assert told("a.svg", content) == ([("dessin-dangereux", 1)], [])


def test_a_plain_drawing_with_a_link_is_right():
    content = (
        b"<svg xmlns='http://www.w3.org/2000/svg'><a href='https://exemple.fr/'><path d='M0 0'/></a></svg>"
    )
    assert told("a.svg", content) == ([], [])


@pytest.mark.parametrize("kind", ["png", "jpeg", "webp"])
def test_a_drawing_may_hold_a_picture_made_of_points(kind):
    inside = f"<image href='data:image/{kind};base64,AA=='/><text>data: ce n’est qu’un mot</text>"
    content = f"<svg xmlns='http://www.w3.org/2000/svg'>{inside}</svg>".encode()
    assert told("a.svg", content) == ([], [])


def _tagged(tag, folder=None):
    made = Image.Exif()
    (made if folder is None else made.get_ifd(folder))[tag] = "Quelqu’un" if tag != 0x9C9D else b"Q\0"
    return {"exif": made}


def _described(inside):
    return {"xmp": f"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{inside}</x:xmpmeta>".encode()}


@pytest.mark.parametrize(
    ("saving", "thing"),
    [
        (_tagged(1, 0x8825), "le lieu de la prise de vue"),
        (_tagged(0x013B), "le nom de l’auteur"),
        (_tagged(0x9C9D), "le nom de l’auteur"),
        (_tagged(0xA430, 0x8769), "le nom du propriétaire de l’appareil"),
        (_tagged(0xA431, 0x8769), "le numéro de l’appareil"),
        (_tagged(0xA435, 0x8769), "le numéro de l’appareil"),
        (_described("<exif:GPSLatitude>44,56N</exif:GPSLatitude>"), "le lieu de la prise de vue"),
        (_described("<dc:creator>Q</dc:creator>"), "le nom de l’auteur"),
        (_described("<a aux:SerialNumber='1'/>"), "le numéro de l’appareil"),
        (
            _described("<Iptc4xmpExt:PersonInImage>Q</Iptc4xmpExt:PersonInImage>"),
            "le nom de personnes photographiées",
        ),
        (_described("<a mwg-rs:Name='Q'/>"), "le nom de personnes photographiées"),
    ],
)
def test_notes_that_tell_of_a_person_are_named_because_the_sources_are_public(saving, thing):
    _, notices = inspect_picture("a.jpg", picture("JPEG", **saving))
    assert [notice.message.split(" : ")[0] for notice in notices if notice.code == "image-indiscrete"] == [
        f"dans ses notes cachées, cette image dit {thing}"
    ]


def test_notes_that_tell_of_nobody_are_only_taken_out():
    for saving in (_tagged(0x010F), _tagged(0x0110), _described("<a xmp:Rating='5'/>")):
        assert told("a.jpg", picture("JPEG", **saving)) == ([], ["image-nettoyee"])
