"""Which file holds which kind of record: the map of `data/` and `content/`."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from operator import attrgetter
from pathlib import PurePosixPath
from typing import Any

from plugins.catalog import models
from plugins.catalog.models.base import Record
from plugins.french import slugify

DATED = r"\d{4}-\d{2}-\d{2}-[a-z0-9]+(-[a-z0-9]+)*"
PLAIN = r"[a-z0-9]+(-[a-z0-9]+)*"
_LITERAL = re.compile(r"[a-z/]*(?![?*+{])")
"""What a pattern begins with that means itself."""


@dataclass(frozen=True)
class Kind:
    """Describe a kind of record: the catalog's field, the model, its folder, how a slug is found.

    `named` is the module of the model, and the model in it; `files` matches a path relative to the project, and
    `where` is such a path. A kind whose `key` is given is a list in one file; its slug comes from the item.
    Otherwise the slug is the named group of `files`.
    """

    field: str
    named: str
    french: str
    files: re.Pattern[str]
    where: str
    key: Callable[[dict[str, Any]], str] | None = None

    @cached_property
    def model(self) -> type[Record]:
        """Import the model, which is asked for with the first record: most projects have none of most kinds."""
        return attrgetter(self.named)(models)

    @cached_property
    def start(self) -> str:
        """Return how the paths of the files begin: those of other kinds need not be compared with the pattern."""
        return str(_LITERAL.findall(self.files.pattern)[0])

    @property
    def is_list(self) -> bool:
        """Tell whether one file holds many records."""
        return self.key is not None

    @property
    def is_one_file(self) -> bool:
        """Tell whether all the records of the kind are in one file, always the same."""
        return self.files.sub("", self.where, count=1) == "" and "[" not in self.files.pattern

    @property
    def is_markdown(self) -> bool:
        """Tell whether the files are Markdown."""
        return self.where.endswith(".md")

    @property
    def is_dated(self) -> bool:
        """Tell whether the file's name begins with a day."""
        return DATED in self.files.pattern


def _kind(
    field: str,
    named: str,
    french: str,
    pattern: str,
    where: str,
    key: Callable[[dict[str, Any]], str] | None = None,
) -> Kind:
    return Kind(field, named, french, re.compile(pattern), where, key)


def _list(field: str, named: str, french: str, where: str, key: Callable[[dict[str, Any]], str]) -> Kind:
    """Describe a kind of which all the records are in one file."""
    return _kind(field, named, french, re.escape(where), where, key)


def _value(name: str) -> Callable[[dict[str, Any]], str]:
    return lambda item: str(item.get(name) or "")


def _page(name: str) -> Callable[[dict[str, Any]], str]:
    """Name a page by its address: `/a` and `/a/` are one."""
    return lambda item: page_address(str(item.get(name) or ""))


def page_address(address: str) -> str:
    """Return the address of a page with its final slash; that of a file is left as it is."""
    return address if address.endswith("/") or "." in address.rsplit("/", 1)[-1] else f"{address}/"


def _slug_of(*names: str) -> Callable[[dict[str, Any]], str]:
    return lambda item: slugify(" ".join(str(item.get(name) or "") for name in names))


KINDS = (
    _kind(
        "association",
        "association.Association",
        "association",
        r"data/(?P<slug>association)\.yaml",
        "data/association.yaml",
    ),
    _list("communes", "territory.Commune", "commune", "data/communes.yaml", _slug_of("nom")),
    _list("outlines", "outline.Outline", "contour", "data/contours.yaml", _value("departement")),
    _list("categories", "post.Category", "rubrique", "data/rubriques.yaml", _slug_of("nom")),
    _list("banners", "association.Banner", "bandeau", "data/bandeaux.yaml", _slug_of("du", "texte")),
    _list("consents", "consent.Consent", "autorisation", "data/autorisations.yaml", _slug_of("ecrit")),
    _list(
        "criteria", "accessibility.Criterion", "accessibilite", "data/accessibilite.yaml", _value("numero")
    ),
    _list("redirects", "association.Redirect", "redirection", "data/redirections.yaml", _page("de")),
    _kind(
        "acronyms",
        "acronym.Acronym",
        "sigle",
        r"data/sigles/[a-z0-9-]+\.yaml",
        "data/sigles/a.yaml",
        _value("id"),
    ),
    _kind(
        "bodies",
        "acronym.Body",
        "organisme",
        rf"data/organismes/(?P<slug>{PLAIN})\.yaml",
        "data/organismes/nom-court.yaml",
    ),
    _list("editions", "edition.Edition", "edition", "data/livret/editions.yaml", _value("numero")),
    _kind(
        "places", "place.Place", "lieu", rf"data/lieux/(?P<slug>{PLAIN})\.yaml", "data/lieux/nom-court.yaml"
    ),
    _kind(
        "partners",
        "place.Partner",
        "partenaire",
        rf"data/partenaires/(?P<slug>{PLAIN})\.yaml",
        "data/partenaires/nom-court.yaml",
    ),
    _kind(
        "events",
        "event.Event",
        "sortie",
        rf"data/sorties/(?:\d{{4}}/)?(?P<slug>{DATED}|exemple-{PLAIN})\.yaml",
        "data/sorties/2026/2026-12-05-nom-court.yaml",
    ),
    _list("numbers", "number.OutingNumber", "numero", "data/sorties/numeros.yaml", _value("numero")),
    _kind(
        "series",
        "series.EventSeries",
        "rendez-vous",
        rf"data/rendez-vous/(?P<slug>{PLAIN})\.yaml",
        "data/rendez-vous/nom-court.yaml",
    ),
    _kind(
        "documents",
        "document.Document",
        "document",
        rf"data/documents/(?P<slug>{PLAIN})\.yaml",
        "data/documents/nom-court.yaml",
    ),
    _kind(
        "meetings",
        "meeting.Meeting",
        "rencontre",
        rf"data/rencontres/(?P<slug>{PLAIN})\.yaml",
        "data/rencontres/nom-court.yaml",
    ),
    _kind(
        "conventions",
        "convention.Convention",
        "convention",
        rf"data/conventions/(?P<slug>{PLAIN})\.yaml",
        "data/conventions/nom-court.yaml",
    ),
    _kind(
        "trainings",
        "training.Training",
        "formation",
        rf"data/formations/(?P<slug>{PLAIN})\.yaml",
        "data/formations/nom-court.yaml",
    ),
    _list("team", "team.TeamRole", "equipe", "data/equipe.yaml", _slug_of("fonction")),
    _kind(
        "figures",
        "figures.SeasonFigures",
        "chiffres",
        r"data/chiffres/(?P<slug>\d{4}-\d{4})\.yaml",
        "data/chiffres/2026-2027.yaml",
    ),
    _kind(
        "posts",
        "post.Post",
        "billet",
        rf"content/billets/(?:\d{{4}}/)?(?P<slug>{DATED}|exemple-{PLAIN})\.md",
        "content/billets/2026/2026-12-05-nom-court.md",
    ),
    _kind(
        "pages",
        "post.Page",
        "page",
        rf"content/pages/(?P<slug>{PLAIN}(/{PLAIN})*)\.md",
        "content/pages/nom-court.md",
    ),
    _kind(
        "tutorials",
        "post.Tutorial",
        "tutoriel",
        rf"content/tutoriels/(?P<slug>{PLAIN})/index\.md",
        "content/tutoriels/nom-court/index.md",
    ),
)

FOLDERS = ("data", "content")
"""Where every file must be of a known kind: anything else would be lost in silence."""

IGNORED = re.compile(
    r"^(?:(?s:.*/)?(?:README\.md|\.[^/]*|Thumbs\.db|desktop\.ini|~\$[^/]*|[^/]*~)$"
    r"|data/adresses\.txt$|data/(schemas|exemples)/|content/(documents|images)/"
    rf"|content/tutoriels/(captures\.yaml|{PLAIN}/{PLAIN}\.(png|webp|jpg))$)"
)
"""What other programs leave behind, and the folders that are not read as records."""

_RESERVED = re.compile(r"con|prn|aux|nul|com\d|lpt\d")
"""Names that Windows keeps for itself: the project could not be copied there."""


def kind_of(path: str, *, example: bool = False) -> tuple[Kind, str] | None:
    """Return the kind of a file and the slug its name gives (empty for a list), or None."""
    for kind in KINDS:
        if path.startswith(kind.start) and (found := kind.files.fullmatch(path)):
            slug = found.groupdict().get("slug") or ""
            return (kind, slug) if _is_possible(kind, slug, example) else None
    return None


def kind_of_folder(path: str) -> Kind | None:
    """Return the kind that lives in the folder of a file whose name is not right, or None."""
    folder = PurePosixPath(path).parts[:2]
    return next((kind for kind in KINDS if kind.files.pattern.split("/")[:2] == list(folder)), None)


def _is_possible(kind: Kind, slug: str, example: bool) -> bool:
    if _RESERVED.fullmatch(slug.rsplit("/", 1)[-1]):
        return False
    if not kind.is_dated or slug.startswith("exemple-"):
        return example or not kind.is_dated
    try:
        return bool(date.fromisoformat(slug[:10]))
    except ValueError:
        return False
