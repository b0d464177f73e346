from io import BytesIO
from pathlib import Path

import pikepdf

from tests.badinputs.laying import pdf_bytes


def prepare(root: Path) -> None:
    with pikepdf.open(BytesIO(pdf_bytes())) as pdf:
        pdf.save(root / "content/documents/secret.pdf", encryption=pikepdf.Encryption(owner="a", user="b"))
