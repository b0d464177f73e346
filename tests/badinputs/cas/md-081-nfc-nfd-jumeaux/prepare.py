"""Lay two files whose names differ by the writing of their accents only."""

import unicodedata
from pathlib import Path

from tests.badinputs.laying import pdf_bytes


def prepare(root: Path) -> None:
    for form, end in (("NFC", b"UN"), ("NFD", b"DEUX")):
        path = root / "content/documents" / unicodedata.normalize(form, "été.pdf")
        path.write_bytes(pdf_bytes() + end)
