"""Write a PNG whose header asks for 28 gigabytes, and whose data would unpack to a few lines."""

import struct
import zlib
from pathlib import Path


def prepare(root: Path) -> None:
    header = struct.pack(">IIBBBBB", 60_000, 60_000, 16, 6, 0, 0, 0)
    data = zlib.compress(bytes(1_000_000), 9)
    chunks = b"".join(
        _chunk(kind, part) for kind, part in ((b"IHDR", header), (b"IDAT", data), (b"IEND", b""))
    )
    (root / "content/images/immense.png").write_bytes(b"\x89PNG\r\n\x1a\n" + chunks)


def _chunk(kind: bytes, part: bytes) -> bytes:
    return struct.pack(">I", len(part)) + kind + part + struct.pack(">I", zlib.crc32(kind + part))
