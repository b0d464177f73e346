"""The documents of the resource library."""

from datetime import date

from pydantic import Field

from plugins.catalog.models.base import Choice, Part, Record
from plugins.catalog.models.types import Date, Line, Prose, SiteAddress, ToCheck, YesNo


class DocumentType(Choice):
    """Say what kind of document it is."""

    BOOKLET = "livret", "Livret"
    MINUTES = "compte-rendu", "Compte rendu"
    TUTORIAL = "tutoriel", "Tutoriel"
    PROGRAMME = "programme", "Programme"
    AGREEMENT = "convention", "Convention"
    FORM = "formulaire", "Formulaire"
    REPORT = "rapport", "Rapport"
    POSTER = "affiche", "Affiche"


class Licence(Choice):
    """Say what readers may do with a document."""

    CC_BY = "cc-by-4.0", "CC BY 4.0"
    CC_BY_SA = "cc-by-sa-4.0", "CC BY-SA 4.0"
    OPEN_LICENCE = "licence-ouverte-2.0", "Licence Ouverte 2.0"
    RESERVED = "tous-droits-reserves", "Tous droits réservés"


class Version(Part):
    """Hold one version of a document; the newest comes first on the page."""

    file: Line = Field(
        alias="fichier", description="Le nom du fichier, dans content/documents.", max_length=140
    )
    date: Date = Field(alias="date", description="Le jour de cette version.")
    note: Line | None = Field(default=None, alias="note", description="Ce qui a changé.", max_length=300)


class Document(Record):
    """Hold a document of the library. Its size, pages and digest are computed, never typed."""

    title: Line = Field(alias="titre", description="Le titre, 140 signes au plus.", max_length=140)
    type: DocumentType = Field(alias="type", description="Le genre de document.")
    summary: Line = Field(alias="resume", description="Une phrase, 200 signes au plus.", max_length=200)
    versions: tuple[Version, ...] = Field(
        alias="versions", description="La liste des versions.", min_length=1
    )
    licence: Licence = Field(alias="licence", description="Ce que l’on a le droit d’en faire.")
    author: Line = Field(
        alias="auteur", description="Une fonction ou une structure, pas une personne.", max_length=140
    )
    themes: tuple[Line, ...] = Field(default=(), alias="themes", description="Les sujets.")
    language: Line = Field(
        default="fr", alias="langue", description="La langue (fr, en, ar…).", pattern=r"^[a-z]{2,3}$"
    )
    accessible: YesNo = Field(
        default=False, alias="accessible", description="oui : lisible par un lecteur d’écran."
    )
    web_page: SiteAddress | None = Field(
        default=None, alias="page_web", description="L’adresse du même texte en page web, sur ce site."
    )
    other_format: Prose | None = Field(
        default=None,
        alias="contact_format",
        description="Comment demander une version accessible.",
        max_length=300,
    )
    draft: YesNo = Field(default=False, alias="brouillon", description="oui : le document n’est pas publié.")
    to_check: ToCheck = Field(default=None, alias="a_verifier", description="« oui », ou ce dont on doute.")

    @property
    def address(self) -> str:
        """Return the address of the document's landing page."""
        return f"/documents/{self.slug}/"

    @property
    def latest(self) -> Version:
        """Return the newest version."""
        return max(self.versions, key=lambda version: version.date)

    @property
    def issued(self) -> date:
        """Return the day of the newest version."""
        return self.latest.date
