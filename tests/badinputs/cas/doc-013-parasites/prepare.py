from pathlib import Path


def prepare(root: Path) -> None:
    for name in (".DS_Store", "Thumbs.db", "desktop.ini", "~$livret.docx", ".~lock.livret.odt#"):
        (root / "content/documents" / name).write_bytes(b"left behind")
