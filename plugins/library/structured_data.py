"""What programs read of a document: schema.org's DigitalDocument, and the list of them."""

from collections.abc import Mapping

from plugins.catalog.models.document import Document
from plugins.library.facts import LICENCES
from plugins.library.inspecting import Inspection
from plugins.resources import Site
from plugins.views.documents import latest_address
from plugins.views.structured_data import SCHEMA, Data, known, publisher


def document_data(document: Document, inspections: Mapping[str, Inspection], site: Site) -> Data:
    """Return a document: its days, its licence, and its newest file with its size in bytes and its digest."""
    latest = inspections[document.latest.file]
    first = min(version.date for version in document.versions)
    return known(
        {
            "@context": SCHEMA,
            "@type": "DigitalDocument",
            "@id": f"{site.url}{document.address}#document",
            "name": document.title,
            "description": document.summary,
            "url": f"{site.url}{document.address}",
            "inLanguage": document.language,
            "datePublished": first.isoformat(),
            "dateModified": document.issued.isoformat() if document.issued != first else None,
            "author": {"@type": "Organization", "name": document.author},
            "publisher": publisher(site.catalog.association, site.url),
            "license": LICENCES.get(document.licence),
            "keywords": list(document.themes),
            "isAccessibleForFree": True,
            "encoding": {
                "@type": "MediaObject",
                "contentUrl": f"{site.url}{latest_address(document)}",
                "contentSize": str(latest.size),
                "sha256": latest.sha256,
            },
        }
    )
