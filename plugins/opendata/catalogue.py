"""Describe the sets for machines: a `DataCatalog` of schema.org, in JSON-LD.

Source: https://schema.org/DataCatalog, https://schema.org/Dataset, https://schema.org/DataDownload.
"""

from collections.abc import Iterable
from typing import Any

from plugins.opendata.dataset import PAGE, DataFile, Dataset
from plugins.resources import Site

CONTEXT = "https://schema.org"


def catalogue(sets: Iterable[Dataset], site: Site) -> dict[str, Any]:
    """Return every set with its licence, its day and its files."""
    return _catalogue([_described(found, site) for found in sets], site)


def summary(sets: Iterable[Dataset], site: Site) -> dict[str, Any]:
    """Return every set by its name; its own page tells the rest."""
    named = [{"@type": "Dataset", "@id": site.url + found.address, "name": found.title} for found in sets]
    return _catalogue(named, site)


def dataset(found: Dataset, site: Site) -> dict[str, Any]:
    """Return one set, and the catalogue it is in."""
    return {
        "@context": CONTEXT,
        **_described(found, site),
        "includedInDataCatalog": {"@type": "DataCatalog", "@id": site.url + PAGE},
    }


def _catalogue(sets: list[dict[str, Any]], site: Site) -> dict[str, Any]:
    return {
        "@context": CONTEXT,
        "@type": "DataCatalog",
        "@id": site.url + PAGE,
        "name": f"Données ouvertes de {site.catalog.association.name}",
        "url": site.url + PAGE,
        "inLanguage": "fr",
        "publisher": _publisher(site),
        "dataset": sets,
    }


def _described(found: Dataset, site: Site) -> dict[str, Any]:
    return {
        "@type": "Dataset",
        "@id": site.url + found.address,
        "name": found.title,
        "description": found.description,
        "url": site.url + found.address,
        "license": found.licence.address,
        "isAccessibleForFree": True,
        "dateModified": site.today.isoformat(),
        "spatialCoverage": list(site.catalog.association.departments),
        "creator": _publisher(site),
        "distribution": [_download(file, site) for file in found.files],
    }


def _publisher(site: Site) -> dict[str, str]:
    return {"@type": "Organization", "name": site.catalog.association.name, "url": f"{site.url}/"}


def _download(file: DataFile, site: Site) -> dict[str, Any]:
    return {
        "@type": "DataDownload",
        "contentUrl": site.url + file.file.address,
        "encodingFormat": file.media_type,
        "contentSize": str(len(file.content)),
    }
