"""Write what a protected workbook is: an encrypted package in an OLE file, whatever its extension says."""

from pathlib import Path

from tests.badinputs.workbooks import received


def prepare(root: Path) -> None:
    header = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16) + bytes.fromhex("3e000300feff0900")
    names = "EncryptionInfo EncryptedPackage".encode("utf-16-le")
    received(root, "protege.xlsx").write_bytes(header + bytes(480) + names + bytes(4096))
