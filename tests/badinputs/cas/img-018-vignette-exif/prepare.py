from io import BytesIO
from pathlib import Path
from struct import pack

from PIL import Image


def prepare(root: Path) -> None:
    """Write a picture whose EXIF holds, as its second directory, a thumbnail of what was cut out."""
    seen = BytesIO()
    Image.new("RGB", (160, 120), (255, 0, 0)).save(seen, "JPEG")
    thumbnail = seen.getvalue()
    tags = pack(">HHII", 0x0201, 4, 1, 8 + 6 + 2 + 24 + 4) + pack(">HHII", 0x0202, 4, 1, len(thumbnail))
    exif = (
        b"Exif\0\0MM\0*"
        + pack(">I", 8)
        + pack(">HI", 0, 14)
        + pack(">H", 2)
        + tags
        + pack(">I", 0)
        + thumbnail
    )
    Image.new("RGB", (800, 600), (20, 120, 60)).save(root / "content/images/recadree.jpg", exif=exif)
