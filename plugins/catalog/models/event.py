"""Free outings: when, where, why it is free, how to come, what it is like."""

from datetime import date, datetime, timedelta
from functools import cache, cached_property
from typing import Self

from pydantic import Field

from plugins.catalog.models.base import Choice, Part, Sourced
from plugins.catalog.models.imported import ImportOrigin
from plugins.catalog.models.picture import Picture
from plugins.catalog.models.place import Access
from plugins.catalog.models.showing import hidden_by_dates
from plugins.catalog.models.types import (
    Date,
    Duration,
    Email,
    InseeCode,
    Line,
    Moment,
    Phone,
    PostCode,
    Price,
    Prose,
    Slug,
    Url,
    YesNo,
)
from plugins.french import slugify


class EventStatus(Choice):
    """Say whether the outing takes place as announced (schema.org EventStatusType)."""

    SCHEDULED = "programme", "Programmé"
    POSTPONED = "reporte", "Reporté"
    MOVED = "deplace", "Déplacé"
    FULL = "complet", "Complet"
    CANCELLED = "annule", "Annulé"


class Gratuity(Choice):
    """Say in which way the outing is free."""

    OPEN = "entree-libre", "Entrée libre"
    BOOKING = "sur-reservation", "Gratuit sur réservation"
    INVITATION = "sur-invitation", "Sur invitation"
    PAY_WHAT_YOU_CAN = "prix-libre", "Prix libre"
    CONDITIONAL = "sous-condition", "Gratuit sous condition"


class Genre(Choice):
    """Say what kind of outing it is."""

    THEATRE = "theatre", "Théâtre"
    DANCE = "danse", "Danse"
    MUSIC = "musique", "Musique"
    CIRCUS = "cirque", "Cirque"
    STREET_ARTS = "arts-de-la-rue", "Arts de la rue"
    TALES = "conte", "Conte"
    PUPPETS = "marionnette", "Marionnette"
    CINEMA = "cinema", "Cinéma"
    EXHIBITION = "exposition", "Exposition"
    VISIT = "visite", "Visite"
    WORKSHOP = "atelier", "Atelier"
    READING = "lecture", "Lecture"
    HERITAGE = "patrimoine", "Patrimoine"
    TALK = "conference", "Conférence, débat"
    PARTY = "fete", "Fête"
    FESTIVAL = "festival", "Festival"
    OTHER = "autre", "Autre sortie"


class Audience(Choice):
    """Say for whom the outing is made."""

    ALL = "tout-public", "Tout public"
    FAMILIES = "familles", "En famille"
    CHILDREN = "enfants", "Enfants"
    TEENAGERS = "adolescents", "Adolescents"
    ADULTS = "adultes", "Adultes"
    SENIORS = "seniors", "Personnes âgées"
    GROUPS = "groupes", "Groupes accompagnés"


class Occurrence(Part):
    """Hold one date of an outing: a day, or a day with hours (Paris time).

    Every list asks for its days and for its end: they are worked out once.
    """

    start: Moment = Field(alias="debut", description="Le jour, et l’heure si elle est connue.")
    end: Moment | None = Field(default=None, alias="fin", description="La fin, si elle est connue.")
    duration: Duration | None = Field(
        default=None, alias="duree", description="La durée, si la fin n’est pas écrite."
    )

    @cached_property
    def first_day(self) -> date:
        """Return the day it begins."""
        return self.start.date() if isinstance(self.start, datetime) else self.start

    @cached_property
    def finish(self) -> datetime | date | None:
        """Return the written end, or the start plus the duration, or None when neither is known."""
        if self.end is not None or self.duration is None:
            return self.end
        days = timedelta(days=1) if not isinstance(self.start, datetime) else timedelta()
        return self.start + self.duration - days

    @cached_property
    def last_day(self) -> date:
        """Return the day it ends; an end before six in the morning belongs to the evening before."""
        finish = self.finish
        if finish is None:
            return self.first_day
        if isinstance(finish, datetime):
            evening = (finish - timedelta(hours=6)).date()
            return max(evening, self.first_day)
        return finish

    def __copy__(self) -> Self:
        """Return another date, which works out its own days."""
        copied = super().__copy__()
        for name in ("first_day", "finish", "last_day"):
            vars(copied).pop(name, None)
        return copied


class Recurrence(Part):
    """Hold a rule that repeats the first date (RFC 5545 RRULE), with its exceptions."""

    rule: Line = Field(
        alias="regle", description="Règle RFC 5545, par exemple FREQ=WEEKLY;COUNT=10.", max_length=200
    )
    except_on: tuple[Date, ...] = Field(default=(), alias="sauf", description="Les jours sans séance.")


class FreeAdmission(Part):
    """Hold why the outing is free, what remains to pay, and the proof."""

    type: Gratuity = Field(alias="type", description="De quelle façon c’est gratuit.")
    remaining_cost: Price | None = Field(
        default=None,
        alias="frais_restants",
        description="Ce qu’il reste à payer (transport, adhésion…), en euros.",
    )
    condition: Line | None = Field(
        default=None, alias="condition", description="Pour qui, quand c’est sous condition.", max_length=200
    )
    proof: Line | None = Field(
        default=None,
        alias="preuve",
        description="Ce qui prouve la gratuité : page, affiche, courriel de la structure. Sans preuve, pas d’affichage.",
        max_length=400,
    )
    verified_on: Date | None = Field(
        default=None, alias="verifie_le", description="Le jour de la vérification."
    )


class AgeRange(Part):
    """Hold the ages an outing suits, in years."""

    minimum: int | None = Field(default=None, alias="min", description="À partir de quel âge.", ge=0, le=120)
    maximum: int | None = Field(default=None, alias="max", description="Jusqu’à quel âge.", ge=0, le=120)


class Booking(Part):
    """Hold how to book and until when."""

    phone: Phone | None = Field(default=None, alias="tel", description="Numéro public.")
    email: Email | None = Field(default=None, alias="courriel", description="Adresse de fonction.")
    link: Url | None = Field(default=None, alias="lien", description="Page de réservation.")
    before: Moment | None = Field(default=None, alias="avant", description="Dernier moment pour réserver.")


class Travel(Part):
    """Hold how to come and how to get back."""

    bus: Line | None = Field(default=None, alias="bus", description="Lignes et arrêt.", max_length=200)
    last_return: Line | None = Field(
        default=None, alias="dernier_retour", description="Le dernier moyen de rentrer.", max_length=200
    )
    parking: Line | None = Field(default=None, alias="parking", description="Où se garer.", max_length=200)


class EventPlace(Part):
    """Hold an address that is not in data/lieux."""

    name: Line = Field(alias="nom", description="Le nom de l’endroit.", max_length=140)
    commune: InseeCode = Field(alias="commune", description="Le code INSEE de la commune.")
    street: Line | None = Field(default=None, alias="adresse", description="Numéro et rue.", max_length=140)
    postcode: PostCode | None = Field(default=None, alias="code_postal", description="Cinq chiffres.")


class Event(Sourced):
    """Hold a free outing (schema.org Event)."""

    title: Line = Field(alias="titre", description="Le titre, 140 signes au plus.", max_length=140)
    summary: Line = Field(
        alias="resume", description="Une phrase qui donne envie, 200 signes au plus.", max_length=200
    )
    dates: tuple[Occurrence, ...] = Field(alias="dates", description="Une ou plusieurs dates.", min_length=1)
    recurrence: Recurrence | None = Field(
        default=None, alias="repetition", description="Si la sortie se répète."
    )
    place: Slug | None = Field(
        default=None,
        alias="lieu",
        description="Le nom de la fiche du lieu ou du partenaire (data/lieux, data/partenaires).",
    )
    elsewhere: EventPlace | None = Field(
        default=None, alias="adresse", description="Si le lieu n’a pas de fiche."
    )
    free: FreeAdmission = Field(alias="gratuite", description="Pourquoi c’est gratuit.")
    status: EventStatus = Field(
        default=EventStatus.SCHEDULED, alias="statut", description="Où en est la sortie."
    )
    former_start: Moment | None = Field(
        default=None, alias="ancien_debut", description="L’ancienne date, si la sortie est reportée."
    )
    genre: Genre = Field(default=Genre.OTHER, alias="genre", description="Le genre de sortie.")
    audiences: tuple[Audience, ...] = Field(default=(Audience.ALL,), alias="public", description="Pour qui.")
    age: AgeRange | None = Field(default=None, alias="age", description="Les âges.")
    access: Access | None = Field(
        default=None, alias="acces", description="L’accueil des personnes handicapées."
    )
    booking: Booking | None = Field(default=None, alias="reservation", description="Comment réserver.")
    travel: Travel | None = Field(default=None, alias="aller", description="Comment venir et rentrer.")
    what_to_expect: Prose | None = Field(
        default=None,
        alias="comment_ca_se_passe",
        description="Durée, bruit, enfants, peut-on sortir ? Aucun justificatif n’est demandé.",
        max_length=1200,
    )
    plain_words: Prose | None = Field(
        default=None, alias="en_clair", description="La même chose en mots très simples.", max_length=600
    )
    organiser: Line | None = Field(
        default=None, alias="organisateur", description="Qui organise.", max_length=140
    )
    picture: Picture | None = Field(default=None, alias="image", description="Une image, facultative.")
    publish_on: Date | None = Field(
        default=None, alias="publier_le", description="Ne pas montrer avant ce jour."
    )
    withdraw_on: Date | None = Field(
        default=None, alias="retirer_le", description="Ne plus montrer à partir de ce jour."
    )
    modified_on: Date | None = Field(
        default=None, alias="modifie_le", description="Le jour du dernier changement."
    )
    draft: YesNo = Field(default=False, alias="brouillon", description="oui : la sortie n’est pas publiée.")
    origin: ImportOrigin | None = Field(default=None, alias="origine", description="Si elle a été importée.")

    @property
    def filed_on(self) -> date:
        """Return the day in the file's name, which fixes the address for ever; examples have none."""
        named = self.slug[:10]
        return date.fromisoformat(named) if not self.example else self.dates[0].first_day

    @property
    def short_slug(self) -> str:
        """Return the slug without its day."""
        return slugify(self.slug if self.example else self.slug[11:])

    @property
    def address(self) -> str:
        """Return the address of the outing's page."""
        return _address(self.filed_on, self.slug if self.example else self.slug[11:])

    @property
    def is_proven(self) -> bool:
        """Tell whether the gratuity has a proof; without one the outing is not listed."""
        return bool(self.free.proof)

    @property
    def is_open(self) -> bool:
        """Tell whether one may still go: neither cancelled nor full."""
        return self.status not in {EventStatus.CANCELLED, EventStatus.FULL}

    def is_visible(self, today: date) -> bool:
        """Tell whether the outing may be shown that day."""
        return self.hidden_because(today) is None

    def hidden_because(self, today: date) -> str | None:
        """Tell in French why the outing is not shown that day, or None when it is."""
        if self.draft:
            return "brouillon"
        if not self.is_proven:
            return "sans preuve de gratuité : remplissez « preuve »"
        return hidden_by_dates(self.publish_on, self.withdraw_on, today)


@cache  # every list, feed and calendar asks again
def _address(day: date, name: str) -> str:
    return f"/sorties/{day:%Y}/{day:%m}/{day:%d}-{slugify(name)}/"
