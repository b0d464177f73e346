"""The acronyms and the bodies of the booklet, with all their fields, in the words of our own files."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from plugins.catalog.models.acronym import Acronym, Body
from plugins.catalog.models.base import Record, Sourced, aliases
from plugins.french import plural
from plugins.opendata.dataset import TEXTS, DataFile, Dataset, given, heading
from plugins.opendata.writing import Column, csv_bytes, json_bytes, tree
from plugins.resources import Site
from plugins.views.cards import Fact


def acronyms_set(site: Site) -> Dataset:
    """Return the acronyms as a table and as a tree."""
    rows = _rows(site.catalog.acronyms.values(), site)
    columns = record_columns(Acronym, site)
    title = "Les sigles du social"
    records = [tree(columns, row) for row in rows]
    return Dataset(
        slug="sigles",
        title=title,
        description="Ce que veulent dire les lettres, en mots simples. Un sigle peut avoir plusieurs sens : la clé est « id », jamais « sigle ».",
        counted=plural(len(rows), "sigle"),
        licence=TEXTS,
        files=(
            DataFile("sigles.csv", "CSV", "text/csv", csv_bytes(columns, rows)),
            DataFile(
                "sigles.json",
                "JSON",
                "application/json",
                json_bytes({**heading(title, TEXTS, site), "sigles": records}),
            ),
        ),
        columns=tuple(Fact(column.name, column.description) for column in columns),
    )


def bodies_set(site: Site) -> Dataset:
    """Return the bodies as a tree."""
    rows = _rows(site.catalog.bodies.values(), site)
    columns = (Column("id", "Son nom unique, qui ne change pas.", _slug), *record_columns(Body, site))
    title = "Les organismes sociaux"
    records = [tree(columns, row) for row in rows]
    return Dataset(
        slug="organismes",
        title=title,
        description="À quoi sert chaque organisme, pour qui, d’où vient l’argent, qui décide et comment le joindre.",
        counted=plural(len(rows), "organisme"),
        licence=TEXTS,
        files=(
            DataFile(
                "organismes.json",
                "JSON",
                "application/json",
                json_bytes({**heading(title, TEXTS, site), "organismes": records}),
            ),
        ),
        columns=tuple(Fact(column.name, column.description) for column in columns),
    )


def record_columns(model: type[Record], site: Site) -> tuple[Column[Any], ...]:
    """Return every field that a model's files may write, its own first, with the model's own words."""
    inherited = aliases(Sourced)
    named = aliases(model)
    ordered = [*(key for key in named if key not in inherited), *(key for key in named if key in inherited)]
    fields = (
        Column(key, model.model_fields[named[key]].description or "", partial(_said, field=named[key]))
        for key in ordered
    )
    return (*fields, Column("page", "Sa page sur ce site.", partial(_page, url=site.url)))


def _rows(records: Iterable[Record], site: Site) -> list[Any]:
    return sorted((record for record in records if given(record, site)), key=_slug)


def _slug(record: Record) -> str:
    return record.slug


def _said(record: Record, field: str) -> Any:
    return getattr(record, field)


def _page(record: Any, url: str) -> str:
    address: str = record.address
    return url + address
