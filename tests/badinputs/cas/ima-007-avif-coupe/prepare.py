"""Write an AVIF, then cut it in half."""

from io import BytesIO
from pathlib import Path

from PIL import Image


def prepare(root: Path) -> None:
    buffer = BytesIO()
    Image.effect_noise((320, 240), 80).convert("RGB").save(buffer, "AVIF", speed=10)
    content = buffer.getvalue()
    (root / "content/images/coupee.avif").write_bytes(content[: len(content) // 2])
