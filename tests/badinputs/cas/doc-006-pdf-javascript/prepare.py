from io import BytesIO
from pathlib import Path

import pikepdf

from tests.badinputs.laying import pdf_bytes


def prepare(root: Path) -> None:
    with pikepdf.open(BytesIO(pdf_bytes())) as pdf:
        pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
        pdf.save(root / "content/documents/js.pdf")
