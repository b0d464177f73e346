"""Yearly or monthly cultural events of national or local scope, whose dates are known or not."""

from datetime import date

from pydantic import Field

from plugins.catalog.models.base import Choice, Part, Sourced
from plugins.catalog.models.types import Date, InseeCode, Line, Prose, Url, Year


class RuleCertainty(Choice):
    """Say how far the rule that gives the date can be trusted."""

    FIXED = "fixe", "la date suit une règle sûre"
    OBSERVED = "observee", "la règle a donné la bonne date jusqu’ici"
    NONE = "aucune", "aucune règle ne donne la date"


class EditionState(Choice):
    """Say how the date of an edition is known; the three kinds are never mixed on a page."""

    CONFIRMED = "confirmee", "date confirmée"
    REMEMBERED = "memoire", "date connue, sans page lue"
    COMPUTED = "calculee", "date calculée, à confirmer"
    DOUBTFUL = "douteuse", "date douteuse"
    UNKNOWN = "inconnue", "date pas encore connue"


class SeriesGratuity(Choice):
    """Say how often the event is free; each place decides."""

    YES = "oui", "gratuit"
    OFTEN = "souvent", "souvent gratuit"
    SOMETIMES = "parfois", "parfois gratuit"
    PARTLY = "en-partie", "gratuit en partie"


class Edition(Part):
    """Hold one edition: its days, or only its year when the days are not known."""

    start: Date | None = Field(default=None, alias="debut", description="Le premier jour, s’il est connu.")
    end: Date | None = Field(default=None, alias="fin", description="Le dernier jour.")
    year: Year | None = Field(default=None, alias="annee", description="L’année, si le jour n’est pas connu.")
    likely: Date | None = Field(
        default=None, alias="probable", description="Le jour probable, jamais affiché comme sûr."
    )
    state: EditionState = Field(alias="etat", description="Comment la date est connue.")
    theme: Line | None = Field(default=None, alias="theme", description="Le thème de l’année.")
    note: Line | None = Field(
        default=None, alias="note", description="Un doute, une précision.", max_length=400
    )

    @property
    def last_day(self) -> date | None:
        """Return the last day, when the first is known."""
        return self.end or self.start


class EventSeries(Sourced):
    """Hold a recurring cultural event (schema.org EventSeries)."""

    name: Line = Field(alias="nom", description="Le nom du rendez-vous.", max_length=140)
    rule: Prose = Field(alias="regle", description="Quand il a lieu, en mots.", max_length=600)
    recurrence: Line | None = Field(
        default=None, alias="repetition", description="La règle RFC 5545 du premier jour, si elle existe."
    )
    days: int | None = Field(default=None, alias="duree_jours", description="Combien de jours.", ge=1, le=400)
    certainty: RuleCertainty = Field(alias="certitude_regle", description="La confiance dans la règle.")
    checks: tuple[Date, ...] = Field(
        default=(), alias="verifs", description="Éditions qui ont suivi la règle."
    )
    free: SeriesGratuity = Field(alias="gratuit", description="Est-ce gratuit ?")
    disciplines: tuple[Line, ...] = Field(alias="disciplines", description="Ce que l’on y trouve.")
    commune: InseeCode | None = Field(
        default=None, alias="commune", description="La commune, si l’événement est local."
    )
    organiser: Line | None = Field(
        default=None, alias="organisateur", description="Qui l’organise.", max_length=200
    )
    website: Url | None = Field(default=None, alias="site", description="Son site.")
    note: Prose | None = Field(default=None, alias="note", description="Une précision.", max_length=600)
    editions: tuple[Edition, ...] = Field(default=(), alias="editions", description="Les éditions connues.")

    @property
    def address(self) -> str:
        """Return the address of the series' page."""
        return f"/sorties/rendez-vous/{self.slug}/"

    @property
    def is_national(self) -> bool:
        """Tell whether it takes place all over the country."""
        return self.commune is None
