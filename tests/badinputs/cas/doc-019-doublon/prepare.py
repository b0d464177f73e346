from pathlib import Path

from tests.badinputs.laying import pdf_bytes


def prepare(root: Path) -> None:
    for name in ("livret-v1.pdf", "livret-v2.pdf"):
        (root / "content/documents" / name).write_bytes(pdf_bytes())
