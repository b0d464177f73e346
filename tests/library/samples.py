"""Documents, tutorials and tiny files made by hand."""

from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image
from pypdfium2 import PdfDocument

from plugins.catalog.models.document import Document
from plugins.catalog.models.post import Tutorial
from plugins.resources import Site
from tests.association.samples import TODAY, catalog


def document(slug: str, *versions: tuple[str, str], **fields: Any) -> Document:
    """Make a document from its (file, date) pairs."""
    base = {
        "slug": slug,
        "titre": slug.capitalize(),
        "type": "livret",
        "resume": "À lire.",
        "versions": [{"fichier": file, "date": day} for file, day in versions],
        "licence": "cc-by-4.0",
        "auteur": "L’association",
    }
    return Document.model_validate(base | fields)


def tutorial(slug: str, title: str, readers: list[str], **fields: Any) -> Tutorial:
    base = {"slug": slug, "titre": title, "pour": readers, "verifie_le": "01/11/2026"}
    return Tutorial.model_validate(base | fields)


def put_pdf(root: Path, name: str, pages: int = 1) -> bytes:
    """Write a PDF of blank A5 pages below `root` and return its bytes."""
    buffer = BytesIO()
    with PdfDocument.new() as pdf:
        for _ in range(pages):
            pdf.new_page(420, 595).close()
        pdf.save(buffer)
    return put(root, name, buffer.getvalue())


def put_picture(root: Path, name: str, picture: Image.Image) -> bytes:
    buffer = BytesIO()
    picture.save(buffer, "PNG")
    return put(root, name, buffer.getvalue())


def put(root: Path, name: str, content: bytes) -> bytes:
    path = root / "content" / "documents" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return content


STEPS = (
    '<p>Avant de commencer.</p><section class="step"><div class="grid"><div class="prose"><h2><span class="step__number">1<span class="hidden">.</span></span> Ouvrir la page</h2>'
    '<p>La page des <a href="/sorties/">sorties</a>, &amp; #rien *d’autre* !</p></div>'
    '<div><img alt="La liste des sorties" src="/tutoriels/chercher/etape-1.png"></div></div></section>'
    '<section class="step"><div class="prose"><h2><span class="step__number">2<span class="hidden">.</span></span> Taper</h2><pre><code>titre: été\n  lieu: là\n</code></pre>'
    "<table><thead><tr><th>quoi</th><th>où</th></tr></thead><tbody><tr><td>un</td><td>deux</td></tr></tbody></table>"
    "</div></section>"
)


def illustrated_tutorial(root: Path, today: date = TODAY, **fields: Any) -> tuple[Tutorial, Site]:
    """Make a tutorial with a picture, a link, code and a table, and the site around it."""
    listed = tutorial(
        "chercher", "Chercher : une sortie", ["visiteur"], duree="1h30", chemin="c.md", **fields
    )
    folder = root / "content" / "tutoriels" / "chercher"
    folder.mkdir(parents=True, exist_ok=True)
    picture = BytesIO()
    Image.new("RGB", (40, 30), "#8f0e2e").save(picture, "PNG")
    (folder / "etape-1.png").write_bytes(picture.getvalue())
    of = catalog(root=root, tutorials=[listed, tutorial("lire", "Lire", ["visiteur"], chemin="d.md")])
    return listed, Site(
        of, (), today, "https://www.exemple.fr", False, {"c.md": STEPS, "d.md": "<h2>1. Lire</h2>"}
    )
