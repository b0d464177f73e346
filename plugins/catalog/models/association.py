"""The association itself: what the law asks of a publisher, meetings, notices, moved addresses."""

from datetime import date

from pydantic import Field

from plugins.catalog.models.base import Choice, Part, Record, Sourced
from plugins.catalog.models.types import (
    Date,
    Email,
    InseeCode,
    Line,
    Phone,
    PostCode,
    Prose,
    SiteAddress,
    Slug,
    ToCheck,
    Url,
    Year,
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


class SessionState(Choice):
    """Say whether a meeting has taken place."""

    HELD = "tenue", "tenue"
    PLANNED = "prevue", "prévue"
    CANCELLED = "annulee", "annulée"


class Pairing(Choice):
    """Say whether the date and the town are written together in the source, or put together by us."""

    WRITTEN = "ecrit", "date et commune écrites ensemble"
    HYPOTHESIS = "hypothese", "date et commune rapprochées par hypothèse"


class Session(Part):
    """Hold one session of a meeting."""

    date: Date = Field(alias="date", description="Le jour.")
    commune: InseeCode = Field(alias="commune", description="Le code INSEE de la commune.")
    state: SessionState = Field(
        default=SessionState.PLANNED, alias="etat", description="Tenue, prévue ou annulée."
    )
    pairing: Pairing = Field(
        default=Pairing.WRITTEN,
        alias="appariement",
        description="Si la date et la commune vont sûrement ensemble.",
    )
    present: int | None = Field(
        default=None, alias="presents_nombre", description="Combien de personnes, jamais qui.", ge=0
    )


class Meeting(Sourced):
    """Hold a meeting of the network, or a series of them: counts, never names."""

    title: Line = Field(alias="titre", description="Le titre.", max_length=140)
    summary: Line = Field(alias="resume", description="Une phrase, 200 signes au plus.", max_length=200)
    series: Slug | None = Field(
        default=None, alias="serie", description="Le nom de la série, si elle continue."
    )
    sessions: tuple[Session, ...] = Field(alias="seances", description="Les séances.", min_length=1)
    present: int | None = Field(
        default=None, alias="presents_nombre", description="Combien de personnes en tout, jamais qui.", ge=0
    )
    agenda: tuple[Line, ...] = Field(default=(), alias="deroule", description="Les temps de la rencontre.")
    report: Slug | None = Field(
        default=None, alias="compte_rendu", description="Le billet qui en rend compte."
    )
    documents: tuple[Slug, ...] = Field(
        default=(), alias="documents", description="Fiches de data/documents."
    )
    note: Prose | None = Field(
        default=None, alias="note", description="Ce qui n’est pas certain.", max_length=600
    )

    @property
    def address(self) -> str:
        """Return the address of the meeting's page."""
        return f"/rencontres/{self.slug}/"

    @property
    def first_day(self) -> date:
        """Return the day of the first session."""
        return min(session.date for session in self.sessions)


class ConventionState(Choice):
    """Say where a convention stands, as far as its source tells."""

    UNDER_WAY = "en-cours", "en cours de préparation"
    SIGNED = "signee", "signée"
    ENDED = "echue", "arrivée à son terme"


class Convention(Sourced):
    """Hold an agreement between a town and the association: who signs by role, when, as the source says it."""

    commune: InseeCode = Field(alias="commune", description="Le code INSEE de la commune.")
    state: ConventionState = Field(alias="etat", description="Où elle en est, d’après la source.")
    summary: Line = Field(
        alias="resume", description="Ce que la source en dit, en une phrase.", max_length=300
    )
    year: Year | None = Field(default=None, alias="annee", description="L’année de la signature.")
    signed_on: Date | None = Field(
        default=None, alias="signee_le", description="Le jour de la signature, s’il est écrit."
    )
    ends_on: Date | None = Field(
        default=None, alias="jusqu_au", description="Le dernier jour de la convention, s’il est écrit."
    )
    parties: tuple[Line, ...] = Field(
        default=(), alias="signataires", description="Qui signe : des rôles, jamais des noms."
    )
    document: Slug | None = Field(default=None, alias="document", description="Fiche de data/documents.")

    def state_on(self, today: date) -> ConventionState:
        """Return where the convention stands that day: one whose last day has passed has ended."""
        over = self.ends_on is not None and self.ends_on < today
        return ConventionState.ENDED if over else self.state


class RoleState(Choice):
    """Say whether somebody holds a role of the team."""

    HELD = "pourvue", "fonction pourvue"
    OPEN = "a-pourvoir", "fonction à pourvoir"
    UNKNOWN = "inconnu", "nous ne savons pas qui l’occupe aujourd’hui"


class TeamRole(Sourced):
    """Hold a role of the association's team: never a person's name."""

    role: Line = Field(
        alias="fonction", description="La fonction, jamais un nom de personne.", max_length=100
    )
    mission: Prose = Field(alias="mission", description="Ce qu’elle fait, en une phrase.", max_length=300)
    state: RoleState = Field(
        default=RoleState.HELD, alias="etat", description="Pourvue, à pourvoir, ou inconnu."
    )
    phone: Phone | None = Field(default=None, alias="tel", description="Un numéro public de l’association.")
    email: Email | None = Field(default=None, alias="courriel", description="Une adresse de fonction.")


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
