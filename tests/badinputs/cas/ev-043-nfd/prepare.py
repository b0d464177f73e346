"""Write a title whose accents are apart, as macOS does."""

import unicodedata
from pathlib import Path


def prepare(root: Path) -> None:
    text = "titre: Fête de l'été\nresume: Une sortie.\ndates:\n  - debut: 06/10/2027\nlieu: salle-d-essai\n"
    text += "gratuite:\n  type: entree-libre\n  preuve: programme imprimé\n"
    path = root / "data/sorties/2027/2027-10-06-accents-decomposes.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(unicodedata.normalize("NFD", text), encoding="utf-8")
