"""A catalog made by hand, with nothing but what a test puts in it."""

from datetime import date
from pathlib import Path
from typing import Any

from plugins.catalog import Catalog
from plugins.catalog.models.association import Association
from plugins.catalog.models.base import Record
from plugins.catalog.models.meeting import Meeting
from plugins.catalog.models.post import Page, Post
from plugins.catalog.models.territory import Commune
from plugins.resources import Crumb, NewsItem, Site

TODAY = date(2026, 11, 22)
NOWHERE = Path("nowhere")
MAPPINGS = [
    "communes",
    "categories",
    "places",
    "partners",
    "events",
    "series",
    "acronyms",
    "bodies",
    "documents",
    "meetings",
    "outlines",
    "conventions",
    "trainings",
    "team",
    "posts",
    "pages",
    "tutorials",
]


def association(**fields: Any) -> Association:
    base = {
        "slug": "association",
        "nom": "Cultures du Cœur Drôme-Ardèche",
        "mission": "Rendre la culture accessible.",
        "departements": ["Drôme", "Ardèche"],
        "site": "https://www.exemple.fr",
    }
    return Association.model_validate(base | fields)


def catalog(*, root: Path = NOWHERE, **records: Any) -> Catalog:
    """Make a catalog; each mapping is given as a list of records."""
    mappings = {name: _by_slug(records.pop(name, ())) for name in MAPPINGS}
    mappings["communes"] = {town.insee: town for town in mappings["communes"].values()}
    return Catalog(
        root=root,
        association=records.pop("association", association()),
        banners=records.pop("banners", ()),
        redirects=records.pop("redirects", ()),
        **mappings,
        **records,
    )


def site(
    of: Catalog, *, news: tuple[NewsItem, ...] = (), today: date = TODAY, production: bool = False
) -> Site:
    return Site(of, news, today, "https://www.exemple.fr", production)


def commune(insee: str, name: str, slug: str) -> Commune:
    return Commune.model_validate(
        {
            "slug": slug,
            "insee": insee,
            "nom": name,
            "departement": insee[:2],
            "codes_postaux": [f"{insee[:2]}000"],
            "population": 100,
            "lat": 45,
            "lon": 5,
        }
    )


def post(slug: str, **fields: Any) -> Post:
    base = {"slug": slug, "titre": f"Billet {slug[11:]}", "date": slug[:10], "rubrique": "Vie du réseau"}
    return Post.model_validate(base | fields)


def page(slug: str, title: str) -> Page:
    return Page.model_validate({"slug": slug, "titre": title})


def news_item(of: Post) -> NewsItem:
    category = Crumb("Vie du réseau", "/actualites/rubrique/vie-du-reseau/")
    return NewsItem(of.slug, of.title, of.address, of.date, category, of.summary)


def meeting(slug: str, sessions: list[dict[str, Any]], **fields: Any) -> Meeting:
    base = {"slug": slug, "titre": "Lancement de saison", "resume": "Quatre rencontres.", "seances": sessions}
    return Meeting.model_validate(base | fields)


def _by_slug(records: Any) -> dict[str, Record]:
    return {record.slug: record for record in records}
