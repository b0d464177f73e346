"""Name a picture and a document as macOS does, accents apart; speak of them as everybody else does."""

import unicodedata
from pathlib import Path

from tests.badinputs.laying import pdf_bytes


def prepare(root: Path) -> None:
    apart = unicodedata.normalize("NFD", "livret-été.pdf")
    (root / "content/documents" / apart).write_bytes(pdf_bytes())
    record = "titre: Livret TEMOIN-MD-080\ntype: livret\nresume: Un livret.\nversions:\n  - date: 05/10/2026\n    fichier: livret-été.pdf\nlicence: cc-by-4.0\nauteur: association d'essai\n"
    (root / "data/documents").mkdir(exist_ok=True)
    (root / "data/documents/livret-ete.yaml").write_text(
        unicodedata.normalize("NFC", record), encoding="utf-8"
    )
