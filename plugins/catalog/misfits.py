"""Tell what is found where a record is expected, and is none."""

from pathlib import Path, PurePosixPath

from plugins.catalog.kinds import Kind, kind_of_folder
from plugins.catalog.origin import Origin
from plugins.catalog.problems import Problem
from plugins.catalog.source import link
from plugins.catalog.yaml_source import Tree


def unknown_file(root: Path, path: str, known_as: str) -> Problem:
    """Tell a file that no kind of record knows."""
    if (root / path).is_symlink():
        return link(path)
    kind = kind_of_folder(known_as)
    if kind is None:
        return Problem(
            path,
            0,
            "fichier-inconnu",
            "ce fichier n’est pas dans un dossier connu : il ne serait jamais publié.",
            expected="une fiche dans son dossier, un document dans content/documents, une image dans content/images",
            hint="déplacez-le (docs/donnees.md dit où va chaque fiche), ou retirez-le",
        )
    name = PurePosixPath(kind.where)
    return Problem(
        path,
        0,
        "nom-de-fichier",
        f"le nom de ce fichier n’est pas celui d’une fiche « {kind.french} ».",
        written=path.rsplit("/", 1)[-1],
        expected=f"un nom en minuscules, sans accent ni espace, comme {name}",
        hint="renommez-le ; un document va dans content/documents, une image dans content/images",
    )


def not_a_record(origin: Origin) -> Problem:
    """Tell an item of a list that is no group of fields."""
    return origin.problem(
        (),
        "groupe-attendu",
        "cette fiche attend plusieurs champs, un par ligne.",
        written=origin.tree.row(origin.line()),
        expected="des lignes « champ: valeur »",
        hint="voyez l’exemple de ce genre de fiche dans docs/donnees.md",
    )


def not_a_list(tree: Tree, kind: Kind) -> Problem:
    """Tell a file that should be a list and is not."""
    return Problem(
        tree.name,
        tree.first_line,
        "liste-attendue",
        f"ce fichier attend une liste de fiches « {kind.french} ».",
        tree.row(tree.first_line) or None,
        "chaque fiche commence par un tiret",
        "voyez l’exemple de ce genre de fiche dans docs/donnees.md",
    )


def typed_by_hand(key: str, origin: Origin) -> Problem:
    """Tell a field that is worked out, never typed."""
    return origin.problem(
        (key,),
        "champ-calcule",
        f"« {key} » est calculé à partir du nom et du dossier du fichier.",
        hint="retirez cette ligne",
    )
