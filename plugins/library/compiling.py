"""Compile the library: lists of documents, landing pages, files, list of tutorials."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from plugins.catalog.models.document import Document
from plugins.french import slugify, sort_key
from plugins.library.asking import other_form
from plugins.library.editions import (
    all_editions,
    document_files,
    file_details,
    latest_edition,
    preview_address,
)
from plugins.library.extracts import extract
from plugins.library.facts import document_facts
from plugins.library.feeds import ATOM, shelf_feed
from plugins.library.inspecting import Inspection, inspect_files
from plugins.library.shelves import HOME, Shelf, all_shelves, choices, theme_address
from plugins.library.structured_data import document_data
from plugins.library.tutorials import tutorial_files, tutorials_page
from plugins.resources import Crumb, MadeDocument, NewsItem, Page, Resource, Site, list_documents
from plugins.views.cards import Chip, DocumentCard, document_card, post_card

DOCUMENTS = Crumb("Documents", HOME)
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
    inspections = inspect_files(
        documents, site.catalog.root, frozenset({slugify(site.catalog.association.name)})
    )
    related = _related_posts(site)
    shelves = all_shelves(tuple(documents))
    for shelf in shelves:
        yield _list_page(shelf, shelves, inspections, made_elsewhere(site) if shelf.address == HOME else ())
        yield shelf_feed(shelf, site)
    for document in documents:
        yield _landing_page(document, inspections, related.get(document.slug, []), site)
        yield from document_files(document, inspections)
    yield tutorials_page(site)
    yield from tutorial_files(site)


def _related_posts(site: Site) -> dict[str, list[NewsItem]]:
    related: defaultdict[str, list[NewsItem]] = defaultdict(list)
    for item in sorted(site.news, key=lambda item: (item.date, item.slug), reverse=True):
        for slug in dict.fromkeys(site.catalog.posts[item.slug].documents):
            related[slug].append(item)
    return related


def made_elsewhere(site: Site) -> tuple[MadeDocument, ...]:
    """Return what the other sections make to be printed or downloaded, by title."""
    made = (document for _, answer in list_documents.send(site) for document in answer)
    return tuple(sorted(made, key=lambda document: sort_key(document.title)))


def _list_page(
    shelf: Shelf,
    shelves: tuple[Shelf, ...],
    inspections: Mapping[str, Inspection],
    made: tuple[MadeDocument, ...],
) -> Page:
    return Page(
        address=shelf.address,
        template="documents",
        title=shelf.heading,
        description=f"{shelf.heading} : livrets, comptes rendus, programmes et formulaires, à lire ou à télécharger.",
        context={
            "documents": tuple(_card(document, inspections) for document in shelf.documents),
            "choices": choices(shelves, shelf.address),
            "made": made,
            "empty": EMPTY,
            "heading": shelf.heading,
            "feed": f"{shelf.address}{ATOM}",
        },
        breadcrumbs=() if shelf.address == HOME else (DOCUMENTS,),
        modified=max((document.issued for document in shelf.documents), default=None),
    )


def _card(document: Document, inspections: Mapping[str, Inspection]) -> DocumentCard:
    return document_card(document, file_details(inspections[document.latest.file]))


def _landing_page(
    document: Document, inspections: Mapping[str, Inspection], related: list[NewsItem], site: Site
) -> Page:
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
            "themes": tuple(Chip(theme.capitalize(), theme_address(theme)) for theme in document.themes),
            "extract": extract(document, inspection),
            "other_form": other_form(document, site),
            "related": tuple(post_card(item) for item in related),
            "described": document_data(document, inspections, site),
        },
        breadcrumbs=(DOCUMENTS,),
        modified=document.issued,
    )
