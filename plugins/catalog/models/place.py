"""Places where outings happen, and the partners of the association, which share the same fields."""

from datetime import date
from typing import Annotated, Any

from pydantic import Field, WithJsonSchema, model_validator

from plugins.catalog.models.base import Choice, Part, Sourced
from plugins.catalog.models.picture import Picture
from plugins.catalog.models.types import (
    Date,
    Email,
    InseeCode,
    Latitude,
    Line,
    Longitude,
    OpeningHours,
    Phone,
    PostCode,
    Price,
    Prose,
    Siret,
    Slug,
    Url,
    Year,
    YesNo,
    read_answer,
)


class PlaceType(Choice):
    """Say what kind of place it is."""

    ARCHIVES = "archives", "Archives"
    LIBRARY = "bibliotheque", "Bibliothèque"
    ART_CENTRE = "centre-d-art", "Centre d’art"
    CULTURAL_CENTRE = "centre-culturel", "Centre culturel"
    CINEMA = "cinema", "Cinéma"
    CIRCUS = "cirque", "Cirque"
    FESTIVAL = "festival", "Festival"
    YOUTH_CENTRE = "mjc", "MJC"
    MUSIC_VENUE = "musiques-actuelles", "Musiques actuelles"
    MUSEUM = "musee", "Musée"
    HERITAGE = "patrimoine", "Patrimoine"
    STREET_ARTS = "arts-de-la-rue", "Arts de la rue"
    ARTS_VENUE = "scene-pluridisciplinaire", "Scène pluridisciplinaire"
    THEATRE = "theatre", "Théâtre"
    SOCIAL_STRUCTURE = "structure-sociale", "Structure sociale"
    TOWN_HALL = "collectivite", "Collectivité"
    OTHER = "autre", "Autre lieu"


class Reliability(Choice):
    """Say how far the source of a record can be trusted."""

    GOOD = "bonne", "source sûre"
    FAIR = "moyenne", "source ancienne ou indirecte"
    WEAK = "faible", "source faible"


class Position(Choice):
    """Say what the coordinates point at."""

    ADDRESS = "adresse", "l’adresse"
    TOWN_CENTRE = "centre-de-la-commune", "le centre de la commune"


class AccessAnswer(Part):
    """Hold whether something is possible for a visitor, and how."""

    possible: YesNo = Field(alias="possible", description="oui ou non.")
    note: Line | None = Field(default=None, alias="precision", description="De quelle façon.", max_length=300)

    @model_validator(mode="before")
    @classmethod
    def _read(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        possible, note = read_answer(value)
        return {"possible": possible, "precision": note}


Answer = Annotated[
    AccessAnswer,
    WithJsonSchema(
        {
            "type": ["string", "boolean"],
            "pattern": "^([Oo]ui|[Nn]on)\\b",
            "examples": ["oui", "non", "oui : entrée de plain-pied"],
        }
    ),
]


class Access(Part):
    """Tell a visitor what is arranged, need by need: « oui », « non », ou l’un des deux et une précision."""

    wheelchair: Answer | None = Field(default=None, alias="fauteuil", description="En fauteuil roulant.")
    hearing: Answer | None = Field(
        default=None, alias="audition", description="Pour les personnes sourdes ou malentendantes."
    )
    sight: Answer | None = Field(
        default=None, alias="vision", description="Pour les personnes aveugles ou malvoyantes."
    )
    understanding: Answer | None = Field(
        default=None, alias="comprehension", description="Facile à comprendre, ou accompagné."
    )
    quiet: Answer | None = Field(
        default=None, alias="calme", description="Une séance calme, sans bousculade."
    )


class PostalAddress(Part):
    """Hold a postal address; the town itself is known by its INSEE code."""

    street: Line = Field(alias="rue", description="Numéro et rue, ou lieu-dit.", max_length=140)
    postcode: PostCode | None = Field(default=None, alias="code_postal", description="Cinq chiffres.")


class Place(Sourced):
    """Hold a place of the territory (schema.org Place). Being listed does not make it a partner."""

    name: Line = Field(alias="nom", description="Le nom du lieu, tel que le lieu l’écrit.", max_length=140)
    commune: InseeCode = Field(
        alias="commune",
        description="Le code INSEE de la commune, entre guillemets (voir data/communes.yaml).",
    )
    type: PlaceType = Field(default=PlaceType.OTHER, alias="type", description="Le genre de lieu.")
    disciplines: tuple[Line, ...] = Field(
        default=(), alias="disciplines", description="Ce que l’on y trouve."
    )
    details: Line | None = Field(
        default=None, alias="precisions", description="Genres plus précis.", max_length=300
    )
    street: Line | None = Field(default=None, alias="adresse", description="Numéro et rue.", max_length=140)
    postcode: PostCode | None = Field(default=None, alias="code_postal", description="Cinq chiffres.")
    latitude: Latitude | None = Field(default=None, alias="lat", description="Latitude (WGS 84).")
    longitude: Longitude | None = Field(default=None, alias="lon", description="Longitude (WGS 84).")
    position: Position | None = Field(default=None, alias="position", description="Ce que le point désigne.")
    phone: Phone | None = Field(default=None, alias="tel", description="Le numéro public du lieu.")
    website: Url | None = Field(default=None, alias="site", description="L’adresse de son site.")
    opening_hours: OpeningHours | None = Field(
        default=None, alias="horaires", description="Horaires, dans l’écriture d’OpenStreetMap."
    )
    access: Access | None = Field(
        default=None, alias="acces", description="L’accueil des personnes handicapées."
    )
    acceslibre: Url | None = Field(default=None, alias="acceslibre", description="Sa fiche sur acceslibre.")
    identifiers: dict[str, Line] = Field(
        default_factory=dict, alias="identifiants", description="Ses codes ailleurs (Muséofile…)."
    )
    label: Line | None = Field(default=None, alias="label", description="Son label national.", max_length=140)
    season: Line | None = Field(
        default=None, alias="periode", description="La période, pour un festival.", max_length=140
    )
    founded: Year | None = Field(default=None, alias="annee_creation", description="L’année de sa création.")
    closed: Line | None = Field(
        default=None,
        alias="ferme",
        description="À remplir si le lieu a fermé : depuis quand, pourquoi.",
        max_length=200,
    )
    note: Prose | None = Field(
        default=None, alias="note", description="Une remarque utile au visiteur.", max_length=600
    )
    source_year: Line | None = Field(default=None, alias="source_annee", description="L’année de la source.")
    reliability: Reliability | None = Field(
        default=None, alias="fiabilite", description="La fiabilité de la source."
    )

    @property
    def address(self) -> str:
        """Return the address of the place's page."""
        return f"/lieux/{self.slug}/"


class Family(Choice):
    """Say which side of the bridge a partner stands on."""

    CULTURAL = "culturel", "Partenaire culturel"
    SOCIAL = "social", "Partenaire social"
    INSTITUTION = "institution", "Institution"


class ActionType(Choice):
    """Say what a partner does for the public of the association."""

    SOLIDARITY_TICKETS = "billetterie-solidaire", "Billetterie solidaire"
    BACKSTAGE = "coulisses", "Dans les coulisses"
    VISIT = "visite", "Visite"
    WORKSHOP = "atelier", "Atelier"
    MEETING = "rencontre", "Rencontre"
    JOURNEY = "parcours", "Parcours"


class Partnership(Part):
    """Hold since when a body works with the association, and how we know."""

    since: Date | None = Field(default=None, alias="depuis", description="Le premier jour.")
    until: Date | None = Field(default=None, alias="jusqu_a", description="Le dernier jour, s’il est passé.")
    source: Line = Field(
        alias="source", description="Ce qui l’atteste : convention, compte rendu…", max_length=300
    )


class Season(Part):
    """Hold where a partner's season can be read."""

    years: Line = Field(alias="annees", description="Par exemple 2026-2027.", max_length=20)
    link: Url | None = Field(default=None, alias="lien", description="La page de la saison.")
    document: Slug | None = Field(
        default=None, alias="document", description="Le document de la saison (data/documents)."
    )


class ReducedFare(Part):
    """Hold a reduced fare: for whom, how much, which proof."""

    who: Line = Field(alias="qui", description="Pour qui.", max_length=140)
    price: Price = Field(alias="prix", description="En euros.")
    proof: Line | None = Field(
        default=None, alias="justificatif", description="Ce qu’il faut montrer.", max_length=140
    )


class PartnerAction(Part):
    """Hold an action for the public of the association."""

    type: ActionType = Field(alias="type", description="Le genre d’action.")
    text: Prose = Field(alias="texte", description="En une ou deux phrases.", max_length=400)


class RoleContact(Part):
    """Hold how to reach a role in a partner: never a person's name."""

    role: Line = Field(alias="role", description="La fonction, jamais un nom de personne.", max_length=100)
    phone: Phone | None = Field(default=None, alias="tel", description="Un numéro public.")
    email: Email | None = Field(default=None, alias="courriel", description="Une adresse de fonction.")


class Partner(Place):
    """Hold a place or an organisation that works with the association."""

    family: Family = Field(alias="famille", description="Culturel, social ou institution.")
    partnership: Partnership = Field(alias="partenariat", description="Depuis quand, et ce qui l’atteste.")
    siret: Siret | None = Field(default=None, alias="siret", description="Son numéro SIRET (14 chiffres).")
    email: Email | None = Field(
        default=None, alias="courriel", description="L’adresse d’une fonction, pas d’une personne."
    )
    audiences: tuple[Line, ...] = Field(default=(), alias="publics", description="Les publics accueillis.")
    networks: tuple[Line, ...] = Field(
        default=(), alias="reseaux", description="Ses réseaux (vocabulaire national)."
    )
    programme: Season | None = Field(default=None, alias="saison", description="Sa saison.")
    picture: Picture | None = Field(
        default=None, alias="image", description="Une image du lieu, facultative."
    )
    fares: tuple[ReducedFare, ...] = Field(
        default=(), alias="tarifs_reduits", description="Ses tarifs réduits."
    )
    actions: tuple[PartnerAction, ...] = Field(default=(), alias="actions", description="Ses actions.")
    contacts: tuple[RoleContact, ...] = Field(
        default=(), alias="contacts", description="Qui joindre, par fonction."
    )

    @property
    def address(self) -> str:
        """Return the address of the partner's page."""
        return f"/partenaires/{self.slug}/"

    def is_current(self, today: date) -> bool:
        """Tell whether the partnership goes on."""
        return self.partnership.until is None or self.partnership.until >= today
