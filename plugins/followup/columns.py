"""The columns of a return sheet: counts of people, never who they are."""

from plugins.catalog.models.figures import Reception
from plugins.formats.columns import EXAMPLE_MARK, Column
from plugins.french import slugify

ABOUT_PEOPLE = frozenset(
    slugify(word)
    for word in (
        "prénom", "prénoms", "nom prénom", "nom et prénom", "noms", "bénéficiaire", "bénéficiaires", "participant",
        "participants", "personne", "usager", "usagers", "téléphone", "tel", "portable", "courriel", "mail", "email",
        "e-mail", "adresse", "date de naissance", "né le", "naissance", "nom de famille", "identité",
    )
)  # fmt: skip
"""Headings that ask who came: a sheet that has one is refused whole."""


COLUMNS = (
    Column("body", "Structure", "Le nom de votre structure. Une fois suffit : les lignes d’après le reprennent.",
           "Centre social", ("organisme", "association", "service", "etablissement", "nom de la structure"), needed=True),
    Column("date", "Date", "Le jour de la sortie, comme on le dit.", "samedi 5 décembre 2026",
           ("jour", "le", "date de la sortie", "quand"), needed=True),
    Column("title", "Sortie", "Le titre de la sortie.", f"{EXAMPLE_MARK} contes du soir",
           ("spectacle", "titre", "evenement", "titre de la sortie", "nom du spectacle", "quoi"), needed=True),
    Column("town", "Commune", "Où c’était.", "Valence", ("ville", "lieu", "ou")),
    Column("booked", "Places réservées", "Combien de places. Un nombre.", "6",
           ("reservees", "reservations", "nombre de reservations", "reserve", "inscrits", "invitations", "nb places"), needed=True),
    Column("came", "Personnes venues", "Combien sont venues. Un nombre.", "5",
           ("venues", "venus", "presents", "presentes", "nombre de venus", "combien sont venues", "nb venus"), needed=True),
    Column("absent", "Personnes non venues", "Combien ne sont pas venues. Vide : la différence.", "1",
           ("absents", "absentes", "non venues", "non venus", "pas venues", "pas venus")),
    Column("reception", "Accueil du spectacle", f"Au choix : {', '.join(choice.label for choice in Reception)}.",
           Reception.LOVED.label, ("accueil", "avis", "perception", "reception", "comment c etait")),
    Column("word", "Un mot", "Une phrase sur le spectacle, sans dire qui parle. Aucun nom.", "On a ri tout du long.",
           ("mot", "commentaire", "remarque", "remarques", "commentaires", "observations", "un mot sur l accueil")),
)  # fmt: skip
BY_NAME = {name: column for column in reversed(COLUMNS) for name in column.names}
