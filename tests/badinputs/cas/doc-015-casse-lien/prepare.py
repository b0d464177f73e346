from pathlib import Path

from tests.badinputs.laying import pdf_bytes


def prepare(root: Path) -> None:
    name = "livret-sigles.pdf"
    (root / "content/documents" / name).write_bytes(pdf_bytes())
