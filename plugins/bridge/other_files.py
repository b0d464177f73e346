"""The digests of the files that are neither records nor templates of pages: documents, pictures, styles, fonts."""

from pathlib import Path

from plugins.bridge.basis import is_page_template
from plugins.catalog.kinds import FOLDERS
from plugins.ledger.fingerprints import Fingerprints
from plugins.ledger.hashing import digest_of
from plugins.ledger.program import PROGRAM


def files_of_project(root: Path, fingerprints: Fingerprints) -> str:
    """Return the digest of the files of a project that the catalog does not hold: documents, pictures."""
    folders = (fingerprints.of_folder(root / name, _is_no_record) for name in FOLDERS)
    return digest_of(*folders)


def _is_no_record(name: str) -> bool:
    return not name.endswith((".md", ".yaml"))


def files_of_themes(theme: Path, fingerprints: Fingerprints) -> str:
    """Return the digest of what is not a template of pages in the theme, and in ours, whose fonts PDFs take."""
    return digest_of(*(fingerprints.of_folder(folder, _is_no_page) for folder in (theme, PROGRAM / "theme")))


def _is_no_page(name: str) -> bool:
    return not is_page_template(name)
