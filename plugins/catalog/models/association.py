"""The association itself: what the law asks of a publisher; notices, moved addresses."""

from datetime import date

from pydantic import Field

from plugins.catalog.models.base import Part, Record
from plugins.catalog.models.types import (
    Date,
    Email,
    Line,
    Phone,
    PostCode,
    Prose,
    SiteAddress,
    ToCheck,
    Url,
)


class Seat(Part):
    """Hold the address of the seat."""

    street: Line | None = Field(default=None, alias="rue", description="Numéro et rue.", max_length=140)
    postcode: PostCode | None = Field(default=None, alias="code_postal", description="Cinq chiffres.")
    town: Line | None = Field(default=None, alias="commune", description="La commune.", max_length=100)


class PublicationDirector(Part):
    """Hold who answers for what is published: the law asks for a name."""

    name: Line | None = Field(default=None, alias="nom", description="Le nom, avec l’accord de la personne.")
    role: Line | None = Field(default=None, alias="fonction", description="Sa fonction dans l’association.")


class Host(Part):
    """Hold who hosts the site."""

    name: Line | None = Field(default=None, alias="nom", description="Le nom de l’hébergeur.")
    address: Line | None = Field(default=None, alias="adresse", description="Son adresse.", max_length=200)
    phone: Line | None = Field(
        default=None, alias="tel", description="Son numéro de téléphone.", max_length=40
    )


class Association(Record):
    """Hold what the site's publisher must say and how to reach it (loi n° 2004-575, article 1-1)."""

    name: Line = Field(alias="nom", description="Le nom de l’association.", max_length=140)
    short_name: Line | None = Field(
        default=None,
        alias="nom_court",
        description="Le début du nom, celui de tous les jours ; le reste est écrit dessous, en plus petit.",
        max_length=60,
    )
    mission: Prose = Field(
        alias="mission", description="Ce qu’elle fait, en une ou deux phrases.", max_length=400
    )
    departments: tuple[Line, ...] = Field(alias="departements", description="Son territoire.")
    website: Url = Field(alias="site", description="L’adresse du site.")
    phone: Phone | None = Field(default=None, alias="tel", description="Le numéro public de l’association.")
    email: Email | None = Field(default=None, alias="courriel", description="Une adresse de fonction.")
    seat: Seat = Field(default_factory=Seat, alias="siege", description="Le siège social.")
    director: PublicationDirector = Field(
        default_factory=PublicationDirector,
        alias="direction_publication",
        description="La direction de la publication.",
    )
    host: Host = Field(default_factory=Host, alias="hebergeur", description="L’hébergeur du site.")
    registration: Line | None = Field(
        default=None, alias="rna", description="Le numéro RNA (W…).", max_length=20
    )
    to_check: ToCheck = Field(default=None, alias="a_verifier", description="Ce dont on doute.")

    @property
    def usual_name(self) -> str:
        """Return the name by which it is called."""
        return self.short_name or self.name

    @property
    def name_ending(self) -> str:
        """Return what the whole name says after the usual one."""
        return self.name.removeprefix(self.usual_name).strip()

    def missing_legal_fields(self) -> tuple[str, ...]:
        """Name, in French and in the file's order, the fields the law asks for and that are empty."""
        asked = {
            "siege.rue": self.seat.street,
            "siege.code_postal": self.seat.postcode,
            "siege.commune": self.seat.town,
            "tel": self.phone,
            "direction_publication.nom": self.director.name,
            "direction_publication.fonction": self.director.role,
            "hebergeur.nom": self.host.name,
            "hebergeur.adresse": self.host.address,
            "hebergeur.tel": self.host.phone,
        }
        return tuple(key for key, value in asked.items() if not value)


class Banner(Record):
    """Hold a notice shown at the top of every page between two days."""

    text: Line = Field(alias="texte", description="Le message, 200 signes au plus.", max_length=200)
    start: Date = Field(alias="du", description="Le premier jour.")
    end: Date = Field(alias="au", description="Le dernier jour, compris.")
    link: SiteAddress | None = Field(
        default=None, alias="lien", description="Une page du site, par exemple /association/contact/."
    )

    def is_shown(self, today: date) -> bool:
        """Tell whether the notice is shown that day."""
        return self.start <= today <= self.end


class Redirect(Record):
    """Hold an address that has moved: nothing that was printed on paper may die."""

    old: SiteAddress = Field(alias="de", description="L’ancienne adresse, par exemple /ancienne-page/.")
    new: SiteAddress = Field(alias="vers", description="La nouvelle adresse, par exemple /sorties/.")
    since: Date | None = Field(default=None, alias="depuis", description="Le jour du changement.")
