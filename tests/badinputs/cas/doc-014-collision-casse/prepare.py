from pathlib import Path

from tests.badinputs.laying import pdf_bytes


def prepare(root: Path) -> None:
    (root / "content/documents/Livret.pdf").write_bytes(pdf_bytes())
    (root / "content/documents/livret.pdf").write_bytes(pdf_bytes() + b"%")
