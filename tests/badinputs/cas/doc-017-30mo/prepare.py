from pathlib import Path

from tests.badinputs.laying import pdf_bytes


def prepare(root: Path) -> None:
    padding = b"\n%" + b"x" * 30 * 1024 * 1024 + b"\n%%EOF\n"
    (root / "content/documents/gros.pdf").write_bytes(pdf_bytes() + padding)
