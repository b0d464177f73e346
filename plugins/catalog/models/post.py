"""The Markdown files: posts, pages and tutorials. Their header is typed, their body is kept as written."""

import re
from datetime import date, datetime
from operator import attrgetter
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, StringConstraints

from plugins.catalog.bodies import Bodies, LateBody, UnreadBody
from plugins.catalog.models.base import Choice, Record
from plugins.catalog.models.picture import Picture
from plugins.catalog.models.showing import hidden_by_dates
from plugins.catalog.models.types import Date, Duration, Line, Prose, Slug, ToCheck, YesNo
from plugins.catalog.source import digest_of_words
from plugins.french import PARIS

_LATE = "_late_body"
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2})?( ?(Z|[+-]\d{2}:?\d{2}))?")


def _day_of_a_moment(value: Any) -> Any:
    """Read the day in Paris of a moment as other programs write it (ISO 8601); leave anything else as it is."""
    if not isinstance(value, str) or not _MOMENT.fullmatch(value.strip()):
        return value
    try:
        moment = datetime.fromisoformat(value.strip().replace(" +", "+").replace(" -", "-"))
    except ValueError:
        return value
    return (moment.astimezone(PARIS) if moment.tzinfo else moment).date().isoformat()


PostDay = Annotated[Date, BeforeValidator(_day_of_a_moment)]


class Category(Record):
    """Hold a section of the news (`rubrique`)."""

    name: Line = Field(alias="nom", description="Le nom de la rubrique.", max_length=60)
    description: Line = Field(alias="description", description="Ce que l’on y trouve.", max_length=200)


class MarkdownRecord(Record):  # noqa: PLW1641  # pydantic gives a hash to what is frozen
    """Hold what every Markdown file shares."""

    title: Line = Field(alias="titre", description="Le titre, 140 signes au plus.", max_length=140)
    summary: Line | None = Field(
        default=None, alias="resume", description="Une phrase, 200 signes au plus.", max_length=200
    )
    draft: YesNo = Field(default=False, alias="brouillon", description="oui : le texte n’est pas publié.")
    modified_on: Date | None = Field(
        default=None, alias="modifie_le", description="Le jour du dernier changement."
    )
    to_check: ToCheck = Field(default=None, alias="a_verifier", description="« oui », ou ce dont on doute.")
    meanings: tuple[Slug, ...] = Field(
        default=(), alias="sigles", description="Pour un sigle à plusieurs sens : l’id de celui du texte."
    )
    body: Annotated[str, StringConstraints(strip_whitespace=False)] = Field(
        default="", alias="corps", json_schema_extra={"computed": True}, repr=False
    )
    body_line: int = Field(
        default=1, alias="ligne_du_corps", json_schema_extra={"computed": True}, repr=False
    )
    file: str = Field(default="", alias="chemin", json_schema_extra={"computed": True})

    def let_body_go(self, bodies: Bodies) -> None:
        """Keep the body on the disk, and read it whenever it is asked for; raise `OSError` when there is no room."""
        self.leave_body(bodies.put(self.body))

    @property
    def body_digest(self) -> str:
        """Return the digest of the body, which is not read where it is known."""
        is_held = "body" in vars(self)  # a copy with another body may still know where the first one was
        return digest_of_words(self.body) if is_held else str(vars(self)[_LATE].digest())

    def leave_body(self, place: LateBody | UnreadBody) -> None:
        """Hold no body, and read it at that place whenever it is asked for."""
        vars(self)[_LATE] = place
        del vars(self)["body"]

    def __getattr__(self, name: str) -> Any:
        """Return a body that is kept on the disk; raise `AttributeError` for what nobody has."""
        if name == "body" and _LATE in vars(self):
            return vars(self)[_LATE].read()
        return super().__getattr__(name)

    def __eq__(self, other: object) -> bool:
        """Tell whether two records say the same, wherever their bodies are."""
        if not isinstance(other, MarkdownRecord) or not (_LATE in vars(self) or _LATE in vars(other)):
            return super().__eq__(other)
        fields = attrgetter(*type(self).model_fields)
        return type(self) is type(other) and bool(fields(self) == fields(other))

    def is_visible(self, today: date) -> bool:
        """Tell whether the text may be shown that day."""
        return self.hidden_because(today) is None

    def hidden_because(self, today: date) -> str | None:  # noqa: ARG002  # posts, below, do look at the day
        """Tell in French why the text is not shown that day, or None when it is."""
        return "brouillon" if self.draft else None


class Post(MarkdownRecord):
    """Hold a post of the news (schema.org BlogPosting)."""

    date: PostDay = Field(alias="date", description="Le jour du billet, avec l’année.")
    category: Line = Field(alias="rubrique", description="Une rubrique de data/rubriques.yaml.")
    tags: tuple[Line, ...] = Field(
        default=(), alias="mots_cles", description="Quelques mots-clés.", max_length=12
    )
    documents: tuple[Slug, ...] = Field(
        default=(), alias="documents", description="Fiches de data/documents."
    )
    meeting: Slug | None = Field(default=None, alias="rencontre", description="Fiche de data/rencontres.")
    picture: Picture | None = Field(
        default=None, alias="image", description="Une image sous le titre, facultative."
    )
    publish_on: Date | None = Field(
        default=None, alias="publier_le", description="Ne pas montrer avant ce jour."
    )
    withdraw_on: Date | None = Field(
        default=None, alias="retirer_le", description="Ne plus montrer à partir de ce jour."
    )
    right_of_reply: Prose | None = Field(
        default=None, alias="droit_de_reponse", description="Un droit de réponse, affiché sous le billet."
    )

    @property
    def short_slug(self) -> str:
        """Return the slug without the day of the file's name."""
        return self.slug if self.example else self.slug[11:]

    @property
    def address(self) -> str:
        """Return the address of the post's page."""
        day = self.date
        return f"/actualites/{day.year:04}/{day.month:02}/{self.short_slug}/"

    def hidden_because(self, today: date) -> str | None:
        """Tell in French why the post is not shown that day: a draft, not come yet, withdrawn."""
        if self.draft:
            return super().hidden_because(today)
        return hidden_by_dates(self.publish_on or self.date, self.withdraw_on, today)


class Page(MarkdownRecord):
    """Hold a page; the file's place under content/pages is its address."""

    verified_on: Date | None = Field(
        default=None, alias="verifie_le", description="Le jour de la vérification."
    )

    @property
    def address(self) -> str:
        """Return the page's address: `association/index` is `/association/`."""
        parts = self.slug.split("/")
        kept = parts[:-1] if parts[-1] == "index" else parts
        return "".join(f"/{part}" for part in kept) + "/"


class Reader(Choice):
    """Say whom a tutorial is for."""

    SOCIAL_WORKER = "referent", "Référents"
    PARTNER = "partenaire", "Partenaires"
    VOLUNTEER = "benevole", "Bénévoles"
    VISITOR = "visiteur", "Visiteurs"


class Tutorial(MarkdownRecord):
    """Hold a tutorial: its steps are the sections of its text."""

    readers: tuple[Reader, ...] = Field(alias="pour", description="Pour qui.", min_length=1)
    duration: Duration | None = Field(default=None, alias="duree", description="Le temps qu’il faut.")
    needs: tuple[Line, ...] = Field(default=(), alias="prerequis", description="Ce qu’il faut avoir avant.")
    tutorials_before: tuple[Slug, ...] = Field(
        default=(), alias="avant", description="Les tutoriels à suivre d’abord (noms de dossiers)."
    )
    verified_on: Date = Field(alias="verifie_le", description="Le jour où les étapes ont été refaites.")

    @property
    def address(self) -> str:
        """Return the address of the tutorial's page."""
        return f"/tutoriels/{self.slug}/"
