"""Compile the library: lists of documents, landing pages, files, list of tutorials."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from plugins.catalog.models.document import Document, DocumentType
from plugins.french import slugify, sort_key
from plugins.library.editions import (
    all_editions,
    document_files,
    file_details,
    latest_edition,
    preview_address,
)
from plugins.library.facts import document_facts, type_address
from plugins.library.inspecting import Inspection, inspect_files
from plugins.library.tutorials import tutorial_files, tutorials_page
from plugins.resources import Crumb, NewsItem, Page, Resource, Site
from plugins.views.cards import Chip, DocumentCard, document_card, post_card

DOCUMENTS = Crumb("Documents", "/documents/")
EMPTY = (
    "Aucun document n’est encore en ligne. Livrets, comptes rendus et programmes arriveront ici. "
    "Vous en cherchez un\u00a0? Écrivez-nous, nous vous l’enverrons."
)


def compile_library(site: Site) -> Iterator[Resource]:
    """Return the lists, a landing page and the files for each document, the list and the files of tutorials."""
    documents = sorted(
        (document for document in site.catalog.documents.values() if not document.draft),
        key=lambda document: (-document.issued.toordinal(), sort_key(document.title)),
    )
    inspections = inspect_files(documents, site.catalog.root, frozenset({slugify(site.catalog.association.name)}))
    related = _related_posts(site)
    yield _list_page(documents, documents, inspections)
    for kind in _types(documents):
        yield _list_page(
            documents, [document for document in documents if document.type is kind], inspections, kind
        )
    for document in documents:
        yield _landing_page(document, inspections, related.get(document.slug, []))
        yield from document_files(document, inspections)
    yield tutorials_page(site)
    yield from tutorial_files(site)


def _related_posts(site: Site) -> dict[str, list[NewsItem]]:
    related: defaultdict[str, list[NewsItem]] = defaultdict(list)
    for item in sorted(site.news, key=lambda item: (item.date, item.slug), reverse=True):
        for slug in dict.fromkeys(site.catalog.posts[item.slug].documents):
            related[slug].append(item)
    return related


def _types(documents: Iterable[Document]) -> list[DocumentType]:
    used = {document.type for document in documents}
    return [kind for kind in DocumentType if kind in used]


def _list_page(
    documents: list[Document],
    shown: list[Document],
    inspections: Mapping[str, Inspection],
    kind: DocumentType | None = None,
) -> Page:
    heading = f"Documents\u00a0: {kind.label.lower()}" if kind else "Documents"
    return Page(
        address=type_address(kind) if kind else DOCUMENTS.address,
        template="documents",
        title=heading,
        description="Livrets, comptes rendus, programmes et formulaires de l’association, à lire ou à télécharger.",
        context={
            "documents": tuple(_card(document, inspections) for document in shown),
            "filters": _filters(documents, kind),
            "empty": EMPTY,
            "heading": heading,
        },
        breadcrumbs=(DOCUMENTS,) if kind else (),
        modified=max((document.issued for document in shown), default=None),
    )


def _filters(documents: list[Document], current: DocumentType | None) -> tuple[Chip, ...]:
    types = _types(documents)
    if not types:
        return ()
    counts = {kind: sum(document.type is kind for document in documents) for kind in types}
    every = Chip("Tous", DOCUMENTS.address, len(documents), current is None)
    return (every, *(Chip(kind.label, type_address(kind), counts[kind], kind is current) for kind in types))


def _card(document: Document, inspections: Mapping[str, Inspection]) -> DocumentCard:
    return document_card(document, file_details(inspections[document.latest.file]))


def _landing_page(document: Document, inspections: Mapping[str, Inspection], related: list[NewsItem]) -> Page:
    inspection = inspections[document.latest.file]
    return Page(
        address=document.address,
        template="document",
        title=f"Document : {document.title}",
        description=document.summary,
        context={
            "document": document,
            "latest": latest_edition(document, inspections),
            "versions": all_editions(document, inspections),
            "facts": document_facts(document, inspection),
            "preview": preview_address(document) if inspection.preview else None,
            "related": tuple(post_card(item) for item in related),
        },
        breadcrumbs=(DOCUMENTS,),
        modified=document.issued,
    )
