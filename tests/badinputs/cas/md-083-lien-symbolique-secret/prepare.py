"""Link to a secret that lies beside the project."""

from pathlib import Path


def prepare(root: Path) -> None:
    secret = root.with_name(f"{root.name}-secret.txt")
    secret.write_text("MOT-DE-PASSE-SECRET", encoding="utf-8")
    (root / "content/documents/note.txt").symlink_to(secret)
