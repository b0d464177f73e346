"""What of the disk would stop a build half-way, told before it begins."""

import os
from collections.abc import Iterator
from pathlib import Path

from plugins.catalog.problems import Problem
from plugins.ledger.generations import beside

BESIDE = ("neuf", "ancien", "reserve", "memoire")


def obstacles(destination: Path) -> Iterator[Problem]:
    """Yield each folder that a build writes in, and may not: the site's own, those beside it, and their parent.

    A site that somebody has locked is left as it is, though two renames would do without its leave.
    """
    for folder in (destination.parent, destination, *(beside(destination, name) for name in BESIDE)):
        if folder.exists() and not os.access(folder, os.W_OK | os.X_OK):
            is_parent = folder == destination.parent
            yield Problem(
                f"{folder.name}/",
                0,
                "lecture-seule",
                "ce dossier est en lecture seule : le site ne peut pas y être écrit.",
                expected="un dossier où vous avez le droit d’écrire",
                hint="rendez-lui l’écriture (clic droit, Propriétés), ou travaillez dans une copie du projet"
                if is_parent
                else "rendez-lui l’écriture (clic droit, Propriétés), ou supprimez-le : il se refait tout seul",
            )
