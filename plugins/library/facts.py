"""Write the rows of facts of a document."""

from collections.abc import Iterator

from plugins.catalog.models.document import Document, Licence
from plugins.french import format_date, format_number, format_size
from plugins.library.inspecting import Inspection
from plugins.library.shelves import type_address
from plugins.views.cards import Fact

LICENCES = {
    Licence.CC_BY: "https://creativecommons.org/licenses/by/4.0/deed.fr",
    Licence.CC_BY_SA: "https://creativecommons.org/licenses/by-sa/4.0/deed.fr",
    Licence.OPEN_LICENCE: "https://www.etalab.gouv.fr/licence-ouverte-open-licence/",
}
LANGUAGES = {
    "fr": "français",
    "en": "anglais",
    "ar": "arabe",
    "es": "espagnol",
    "pt": "portugais",
    "ru": "russe",
    "tr": "turc",
    "uk": "ukrainien",
}


def document_facts(document: Document, inspection: Inspection) -> tuple[Fact, ...]:
    """Tell what the document is, what its newest file weighs, what may be done with it."""
    return (*_description(document), *_file(inspection), *_use(document))


def _description(document: Document) -> Iterator[Fact]:
    yield Fact("Type", document.type.label, type_address(document.type))
    yield Fact("Date", format_date(document.issued, "medium"))
    yield Fact("Auteur", document.author)
    yield Fact("Langue", LANGUAGES.get(document.language, document.language))


def _file(inspection: Inspection) -> Iterator[Fact]:
    yield Fact("Format", inspection.format)
    if inspection.pages:
        yield Fact("Pages", format_number(inspection.pages))
    yield Fact("Taille", format_size(inspection.size))
    yield Fact("Empreinte SHA-256", inspection.sha256)


def _use(document: Document) -> Iterator[Fact]:
    yield Fact("Licence", document.licence.label, LICENCES.get(document.licence))
    readable = "se lit avec un lecteur d’écran" if document.accessible else "pas encore vérifiée"
    yield Fact("Accessibilité", readable)
