"""The columns of a spreadsheet of outings: their French headings, other ways to name them, an example.

The explanations come from the model: a choice added there is explained here.
"""

from collections.abc import Iterable

from plugins.catalog.models.base import Choice
from plugins.catalog.models.event import Audience, Event, EventStatus, Genre
from plugins.catalog.models.place import Access
from plugins.formats.columns import EXAMPLE_MARK, Column


def _choices(choice: type[Choice] | Iterable[str]) -> str:
    return f"au choix : {', '.join(choice)}"


_TOLD = {name: field.description or "" for name, field in Event.model_fields.items()}
_NEEDS = tuple(field.alias or name for name, field in Access.model_fields.items())

COLUMNS = (
    Column("title", "Titre", _TOLD["title"], f"{EXAMPLE_MARK} contes du soir",
           ("nom", "intitule", "evenement", "manifestation", "spectacle", "titre de la sortie"), needed=True),
    Column("summary", "Résumé", _TOLD["summary"], "Une heure d’histoires au coin du feu, dès six ans.",
           ("description courte", "chapo", "presentation", "accroche")),
    Column("date", "Date", "Le jour, comme on le dit ; plusieurs jours se séparent par un point-virgule.",
           "samedi 5 décembre 2026", ("date de debut", "debut", "jour", "le", "dates"), needed=True),
    Column("time", "Heure", "L’heure du début, si elle est connue.", "20h30",
           ("heure de debut", "horaire", "horaires", "a")),
    Column("end_date", "Date de fin", "Seulement si la sortie dure plusieurs jours.", "", ("fin", "jusqu au", "au")),
    Column("end_time", "Heure de fin", "Si elle est connue.", "", ("fin heure",)),
    Column("duration", "Durée", "Si l’heure de fin n’est pas écrite.", "1h", ("temps",)),
    Column("place", "Lieu", "Le nom de l’endroit, comme sur sa fiche s’il en a une.", "Salle des fêtes",
           ("salle", "nom du lieu", "endroit", "equipement"), needed=True),
    Column("street", "Adresse", "Le numéro et la rue.", "1 place de la Mairie", ("rue", "adresse du lieu")),
    Column("postcode", "Code postal", "Cinq chiffres.", "26000", ("cp",)),
    Column("town", "Commune", "Son nom ou son code INSEE : un code postal seul sert souvent plusieurs communes.",
           "Valence", ("ville", "localite", "code insee", "insee")),
    Column("price", "Tarif", "Comment c’est gratuit : gratuit, entrée libre, gratuit sur réservation, sur invitation, "
           "prix libre. Une sortie payante n’est pas reprise.", "entrée libre",
           ("prix", "gratuite", "conditions", "tarifs", "cout"), needed=True),
    Column("remaining", "Frais restants", "Ce qu’il reste à payer (transport, adhésion…), en euros.", "",
           ("frais",)),
    Column("genre", "Genre", _choices(Genre), "conte", ("categorie", "type", "discipline", "mots cles")),
    Column("audience", "Public", _choices(Audience), "familles", ("publics", "pour qui")),
    Column("age_min", "Âge minimum", "À partir de quel âge.", "6", ("age", "age min", "des")),
    Column("age_max", "Âge maximum", "Jusqu’à quel âge.", "", ("age max",)),
    Column("access", "Accès", f"Ce qui est prévu : {', '.join(_NEEDS)}.", "fauteuil",
           ("accessibilite", "handicap", "acces pmr")),
    Column("phone", "Téléphone", "Un numéro public pour réserver, jamais celui d’une personne.", "",
           ("tel", "telephone de reservation")),
    Column("email", "Courriel", "L’adresse d’une fonction, jamais celle d’une personne.", "",
           ("mail", "email", "e mail", "courriel de reservation")),
    Column("link", "Lien", "La page de réservation.", "", ("site", "url", "site web", "billetterie")),
    Column("before", "Réserver avant", "Le dernier jour pour réserver.", "", ("date limite",)),
    Column("organiser", "Organisateur", _TOLD["organiser"], "La commune",
           ("organise par", "structure", "porteur")),
    Column("status", "État", _choices(EventStatus), "", ("statut",)),
    Column("identity", "Identifiant", "Un code à vous, qui ne change pas : il permet de mettre à jour la sortie "
           "quand sa date change.", "", ("id", "uid", "code", "reference")),
)  # fmt: skip

BY_NAME = {name: column for column in reversed(COLUMNS) for name in column.names}
