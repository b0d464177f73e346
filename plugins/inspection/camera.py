"""Read in the notes of a camera what tells of a person: where she was, what she is called, her own device.

Sources: Exif 2.32 (CIPA DC-008), tables 4 to 12; XMP, part 2; IPTC Photo Metadata (persons shown); MWG, regions.
"""

import re
from collections.abc import Iterator

from PIL import Image

_PHOTO, _PLACE = 0x8769, 0x8825
_AUTHORS = (0x013B, 0x9C9D)
_OWNER, _SERIALS = 0xA430, (0xA431, 0xA435)
_IN_XMP = {
    "le lieu de la prise de vue": re.compile(r"exif:GPSLatitude"),
    "le nom de l’auteur": re.compile(r"dc:creator"),
    "le nom du propriétaire de l’appareil": re.compile(r"(?:aux|exifEX):(?:OwnerName|CameraOwnerName)"),
    "le numéro de l’appareil": re.compile(r"(?:aux|exifEX):(?:Lens|Body)?SerialNumber"),
    "le nom de personnes photographiées": re.compile(
        r"PersonInImage|mwg-rs:Name|MPReg:PersonDisplayName", re.IGNORECASE
    ),
}


def personal_notes(picture: Image.Image) -> list[str]:
    """Name what the notes of a picture tell of a person, each thing once."""
    return list(dict.fromkeys([*_in_exif(picture.getexif()), *_in_xmp(picture)]))


def _in_exif(notes: Image.Exif) -> Iterator[str]:
    photo = notes.get_ifd(_PHOTO)
    if notes.get_ifd(_PLACE):
        yield "le lieu de la prise de vue"
    if any(notes.get(tag) for tag in _AUTHORS):
        yield "le nom de l’auteur"
    if photo.get(_OWNER):
        yield "le nom du propriétaire de l’appareil"
    if any(photo.get(tag) for tag in _SERIALS):
        yield "le numéro de l’appareil"


def _in_xmp(picture: Image.Image) -> Iterator[str]:
    written = picture.info.get("xmp") or picture.info.get("XML:com.adobe.xmp") or b""
    text = written.decode("utf-8", "replace") if isinstance(written, bytes) else str(written)
    yield from (thing for thing, form in _IN_XMP.items() if form.search(text))
