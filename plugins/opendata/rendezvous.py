"""The great yearly events, each date with how it is known: a computed day is never given as sure."""

from typing import Any

from plugins.catalog.models.series import Edition, EventSeries
from plugins.french import plural
from plugins.opendata.booklet import record_columns
from plugins.opendata.dataset import TEXTS, DataFile, Dataset, given, heading
from plugins.opendata.writing import json_bytes, plain
from plugins.resources import Site
from plugins.views.cards import Fact

TITLE = "Les grands rendez-vous"


def rendezvous_set(site: Site) -> Dataset:
    """Return the yearly events as a tree."""
    series = [found for found in site.catalog.series.values() if given(found, site)]
    records = [rendezvous(found, site) for found in sorted(series, key=lambda found: found.slug)]
    columns = record_columns(EventSeries, site)
    return Dataset(
        slug="rendez-vous",
        title=TITLE,
        description="Fête de la musique, Journées du patrimoine… Chaque date dit comment on la connaît (« etat ») : confirmée, calculée, douteuse. Une date calculée n’est pas une promesse.",
        counted=plural(len(records), "rendez-vous", "rendez-vous"),
        licence=TEXTS,
        files=(
            DataFile(
                "rendez-vous.json",
                "JSON",
                "application/json",
                json_bytes({**heading(TITLE, TEXTS, site), "rendez_vous": records}),
            ),
        ),
        columns=(
            Fact("id", "Son nom unique, qui ne change pas."),
            *(Fact(column.name, column.description) for column in columns),
        ),
    )


def rendezvous(series: EventSeries, site: Site) -> dict[str, Any]:
    """Return a yearly event with all its fields; each certainty has its words beside it."""
    said = plain(series.model_dump(by_alias=True, exclude={"slug", "example", "editions"}))
    return {
        "id": series.slug,
        **said,
        "certitude_regle_en_clair": series.certainty.label,
        "editions": [_edition(edition) for edition in series.editions],
        "page": site.url + series.address,
    }


def _edition(edition: Edition) -> dict[str, Any]:
    return {**plain(edition.model_dump(by_alias=True)), "etat_en_clair": edition.state.label}
