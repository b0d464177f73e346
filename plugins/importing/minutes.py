"""Turn the minutes of a meeting, written in Word or LibreOffice, into the draft of a post.

Nothing that names a person in the file's properties is read. What a post cannot hold is listed.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from plugins.french import plural, slugify
from plugins.importing.blocks import Block, Minutes, markdown
from plugins.importing.docx import read_docx
from plugins.importing.odt import read_odt
from plugins.importing.rows import FileRefusedError
from plugins.inspection.archives import unpack
from plugins.inspection.findings import EMPTY, RefusedFileError
from plugins.inspection.limits import LARGEST_DOCUMENT, too_heavy
from plugins.inspection.persons import list_of_people
from plugins.inspection.signatures import disguise

KINDS = {".docx": read_docx, ".odt": read_odt}
LONGEST_TITLE, LONGEST_SLUG = 140, 60
_WORDS = {
    "image": ("image", "images", "enregistrez-les dans content/images, puis écrivez ![ce que l’on voit](/images/nom.jpg)"),
    "objet": ("objet incorporé", "objets incorporés", "recopiez ce qu’ils montrent, ou faites-en une image"),
    "note": ("note de bas de page", "notes de bas de page", "mettez leur texte entre parenthèses, là où il sert"),
    "commentaire": ("commentaire", "commentaires", "rien n’est à faire : ils ne se publient pas"),
    "texte effacé": ("passage effacé (suivi des modifications)", "passages effacés (suivi des modifications)", "vérifiez qu’ils devaient l’être"),
    "texte ajouté": ("passage ajouté (suivi des modifications), gardé", "passages ajoutés (suivi des modifications), gardés", "vérifiez qu’ils sont acceptés"),
    "cadre": ("cadre de texte", "cadres de texte", "recopiez leur texte là où il doit se lire"),
    "cellules fusionnées": ("cellule fusionnée dans un tableau", "cellules fusionnées dans un tableau", "relisez le tableau : chaque ligne a besoin de toutes ses cases"),
}  # fmt: skip


@dataclass(frozen=True)
class Draft:
    """Hold the post to write: its path, its text, and what a person must know of it."""

    path: str
    content: str
    kept: str
    lost: tuple[str, ...]
    warnings: tuple[str, ...]


def is_minutes(name: str) -> bool:
    """Tell whether a file's name is that of a text of an office suite."""
    return Path(name).suffix.lower() in KINDS


def read_minutes(path: Path) -> Minutes:
    """Read a document; raise `FileRefusedError` with a French sentence."""
    if not path.is_file():
        message = (
            f"Je ne trouve pas « {path} ». Donnez son chemin entier, ou déposez-le dans le dossier du projet."
        )
        raise FileRefusedError(message)
    try:
        size = path.stat().st_size
        if not 0 < size <= LARGEST_DOCUMENT:
            raise RefusedFileError(too_heavy(size) if size else EMPTY)
        content = path.read_bytes()
        if found := disguise(path.name, content):
            raise RefusedFileError(found)
        return KINDS[path.suffix.lower()](unpack(content))
    except RefusedFileError as error:
        finding = error.finding
        message = f"« {path.name} » : {finding.message}\nConseil : {finding.hint}."
        raise FileRefusedError(message) from None
    except KeyError:
        message = (
            f"« {path.name} » n’a pas le texte que ce genre de fichier contient : enregistrez-le de nouveau."
        )
        raise FileRefusedError(message) from None


def draft(minutes: Minutes, name: str, category: str, today: date) -> Draft:
    """Return the draft of a post; raise `FileRefusedError` when there is nothing to read."""
    blocks = [block for block in minutes.blocks if block.words]
    if not blocks:
        message = f"« {name} » ne contient pas de texte : c’est peut-être une image numérisée."
        raise FileRefusedError(message)
    title, rest = _title(blocks, name)
    slug = slugify(title)[:LONGEST_SLUG].strip("-") or "compte-rendu"
    header = (
        f"---\ntitre: {_quoted(title)}\ndate: {today:%d/%m/%Y}\n"
        '# Une phrase, 200 signes au plus : elle est montrée dans les listes.\nresume: "À remplir : une phrase qui dit l’essentiel."\n'
        f"rubrique: {_quoted(category)}\n# oui : personne ne le voit en ligne. non : il est publié.\nbrouillon: oui\n---\n\n"
    )
    people = list_of_people("\n".join(block.words for block in blocks))
    return Draft(
        path=f"content/billets/{today:%Y}/{today.isoformat()}-{slug}.md",
        content=header + markdown(rest),
        kept=_kept(rest),
        lost=tuple(_lost(kind, count) for kind, count in sorted(minutes.lost.items())),
        warnings=(f"{people.message} {people.hint[0].upper()}{people.hint[1:]}.",) if people else (),
    )


def _title(blocks: list[Block], name: str) -> tuple[str, list[Block]]:
    """Take the first heading for the title when it opens the document; else the file's name."""
    first = blocks[0]
    if first.kind == "heading" and len(first.words) <= LONGEST_TITLE:
        return first.words, blocks[1:]
    return Path(name).stem.replace("_", " ").replace("-", " ").strip().capitalize(), blocks


def _kept(blocks: list[Block]) -> str:
    counts = {
        kind: sum(block.kind == kind for block in blocks)
        for kind in ("heading", "paragraph", "item", "table")
    }
    names = {"heading": ("intertitre", None), "paragraph": ("paragraphe", None), "item": ("ligne de liste", "lignes de liste"), "table": ("tableau", "tableaux")}  # fmt: skip
    return ", ".join(
        plural(counts[kind], *filter(None, words)) for kind, words in names.items() if counts[kind]
    )


def _lost(kind: str, count: int) -> str:
    one, many, way_out = _WORDS[kind]
    return f"{plural(count, one, many)} : {way_out}"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
