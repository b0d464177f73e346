"""Write a picture under the name of a workbook."""

from pathlib import Path

from tests.badinputs.workbooks import received


def prepare(root: Path) -> None:
    received(root, "photo.xlsx").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
