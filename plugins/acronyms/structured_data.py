"""What programs read of the booklet: schema.org's DefinedTermSet, DefinedTerm, and Organization for bodies."""

from plugins.catalog import Catalog
from plugins.catalog.models.acronym import Acronym, Body
from plugins.catalog.models.association import Association
from plugins.views.structured_data import CC_BY, SCHEMA, Data, known, publisher

HOME = "/sigles/"
NAME = "Les sigles du social, de A à Z"


def term_set(association: Association, url: str) -> Data:
    """Return the booklet as a whole; each of its terms names it."""
    return {
        "@context": SCHEMA,
        **_set(url),
        "url": f"{url}{HOME}",
        "inLanguage": "fr",
        "license": CC_BY,
        "publisher": publisher(association, url),
    }


def defined_term(acronym: Acronym, url: str) -> Data:
    """Return one meaning of an acronym."""
    return {
        "@context": SCHEMA,
        "@type": "DefinedTerm",
        "@id": f"{url}{acronym.address}#sigle",
        "name": acronym.acronym,
        "alternateName": acronym.expansion,
        "description": acronym.definition,
        "url": f"{url}{acronym.address}",
        "inDefinedTermSet": _set(url),
    }


def body_data(body: Body, catalog: Catalog, url: str) -> Data:
    """Return a kind of social body: what it is for, and its acronyms."""
    return known(
        {
            "@context": SCHEMA,
            "@type": "Organization",
            "@id": f"{url}{body.address}#organisme",
            "name": body.name,
            "alternateName": list(
                dict.fromkeys(
                    catalog.acronyms[slug].acronym
                    for slug in body.acronyms
                    if catalog.acronyms[slug].acronym != body.name
                )
            ),
            "description": body.role,
            "mainEntityOfPage": f"{url}{body.address}",
        }
    )


def _set(url: str) -> Data:
    return {"@type": "DefinedTermSet", "@id": f"{url}{HOME}#livret", "name": NAME}
