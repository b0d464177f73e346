"""Ask a body whether what is written about it is right: an e-mail that already holds the record."""

from plugins.catalog.models.place import Place
from plugins.partners.territory import Territory
from plugins.views.cards import Fact
from plugins.views.writing import Invitation, write_rows

UNKNOWN_TO_IT = frozenset({"Ce qui l’atteste", "Carte", "Fiabilité", "Année de la source", "Accessibilité"})
"""The rows that speak of our sources, and not of the body."""


def record_question(place: Place, facts: tuple[Fact, ...], territory: Territory) -> Invitation:
    """Return « votre fiche est-elle juste ? », its e-mail ready: the address of the page and what it says."""
    page = f"{territory.url}{place.address}"
    rows = [f"{fact.label} : {fact.value}" for fact in facts if fact.label not in UNKNOWN_TO_IT]
    before = f"Bonjour,\n\nVoici ce que dit la fiche {page}\n"
    after = "\nCe qui est juste, ce qui a changé :\n\n\nMa fonction dans la structure :\n"
    return Invitation(
        title="Votre fiche est-elle juste ?",
        text="Vous travaillez ici ? Dites-nous ce qui a changé, ou simplement que tout est juste : "
        "nous écrirons la date de votre réponse sur cette page.",
        label="Vérifier cette fiche",
        address=write_rows(
            territory.catalog.association, f"Fiche à vérifier : {place.name}", before, rows, after
        ),
    )
