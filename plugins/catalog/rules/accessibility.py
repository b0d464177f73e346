"""Rules of the grid of accessibility: a grid with a hole would claim more than was checked."""

from collections.abc import Iterator

from plugins.catalog import models
from plugins.catalog.loading import Entry, Loaded
from plugins.catalog.problems import Problem
from plugins.french import enumerate_fr

FILE = "data/accessibilite.yaml"


def criterion_exists(entry: Entry, _loaded: Loaded) -> Iterator[Problem]:
    """The number is that of a criterion of the RGAA."""
    if entry.record.number not in models.accessibility.NUMBERS:
        yield entry.origin.problem(
            ("numero",),
            "critere-inconnu",
            "ce numéro n’est celui d’aucun critère du RGAA.",
            expected="un numéro de 1.1 à 13.12, entre guillemets",
            hint="recopiez le numéro du référentiel",
        )


def no_criterion_is_missing(loaded: Loaded) -> Iterator[Problem]:
    """A theme that is begun has all its criteria."""
    present = loaded.names("criteria")
    if not present:
        return
    begun = {number.split(".")[0] for number in present}
    numbers = models.accessibility.NUMBERS
    missing = [number for number in numbers if number.split(".")[0] in begun and number not in present]
    if missing:
        shown = enumerate_fr(missing[:5])
        yield Problem(
            FILE,
            0,
            "critere-absent",
            f"il manque {len(missing)} critères à la grille : {shown}{'…' if len(missing) > 5 else ''}",
            expected="tous les critères du thème, chacun sur sa fiche",
            hint="ajoutez-les ; « etat: a-verifier » dit que ce n’est pas encore vérifié",
        )


RULES = (criterion_exists,)
