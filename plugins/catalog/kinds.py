"""Which file holds which kind of record: the map of `data/` and `content/`."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from plugins.catalog.models.acronym import Acronym, Body
from plugins.catalog.models.association import Association, Banner, Meeting, Redirect
from plugins.catalog.models.base import Record
from plugins.catalog.models.document import Document
from plugins.catalog.models.event import Event
from plugins.catalog.models.place import Partner, Place
from plugins.catalog.models.post import Category, Page, Post, Tutorial
from plugins.catalog.models.series import EventSeries
from plugins.catalog.models.territory import Commune
from plugins.french import slugify

DATED = r"\d{4}-\d{2}-\d{2}-[a-z0-9]+(-[a-z0-9]+)*"
PLAIN = r"[a-z0-9]+(-[a-z0-9]+)*"


@dataclass(frozen=True)
class Kind:
    """Describe a kind of record: the catalog's field, the model, its folder, how a slug is found.

    `files` matches a path relative to the project. A kind whose `key` is given is a list in one file;
    its slug comes from the item. Otherwise the slug is the named group of `files`.
    """

    field: str
    model: type[Record]
    french: str
    files: re.Pattern[str]
    key: Callable[[dict[str, Any]], str] | None = None

    @property
    def is_list(self) -> bool:
        """Tell whether one file holds many records."""
        return self.key is not None

    @property
    def is_markdown(self) -> bool:
        """Tell whether the files are Markdown."""
        return self.files.pattern.endswith(r"\.md")


def _kind(
    field: str,
    model: type[Record],
    french: str,
    pattern: str,
    key: Callable[[dict[str, Any]], str] | None = None,
) -> Kind:
    return Kind(field, model, french, re.compile(pattern), key)


def _value(name: str) -> Callable[[dict[str, Any]], str]:
    return lambda item: str(item.get(name) or "")


def _slug_of(name: str) -> Callable[[dict[str, Any]], str]:
    return lambda item: slugify(str(item.get(name) or ""))


KINDS = (
    _kind("association", Association, "association", r"data/(?P<slug>association)\.yaml"),
    _kind("communes", Commune, "commune", r"data/communes\.yaml", _slug_of("nom")),
    _kind("categories", Category, "rubrique", r"data/rubriques\.yaml", _slug_of("nom")),
    _kind("banners", Banner, "bandeau", r"data/bandeaux\.yaml", _slug_of("texte")),
    _kind("redirects", Redirect, "redirection", r"data/redirections\.yaml", _value("de")),
    _kind("acronyms", Acronym, "sigle", r"data/sigles/[a-z0-9-]+\.yaml", _value("id")),
    _kind("bodies", Body, "organisme", rf"data/organismes/(?P<slug>{PLAIN})\.yaml"),
    _kind("places", Place, "lieu", rf"data/lieux/(?P<slug>{PLAIN})\.yaml"),
    _kind("partners", Partner, "partenaire", rf"data/partenaires/(?P<slug>{PLAIN})\.yaml"),
    _kind("events", Event, "sortie", rf"data/sorties/(?:\d{{4}}/)?(?P<slug>{DATED}|exemple-{PLAIN})\.yaml"),
    _kind("series", EventSeries, "rendez-vous", rf"data/rendez-vous/(?P<slug>{PLAIN})\.yaml"),
    _kind("documents", Document, "document", rf"data/documents/(?P<slug>{PLAIN})\.yaml"),
    _kind("meetings", Meeting, "rencontre", rf"data/rencontres/(?P<slug>{PLAIN})\.yaml"),
    _kind("posts", Post, "billet", rf"content/billets/(?:\d{{4}}/)?(?P<slug>{DATED}|exemple-{PLAIN})\.md"),
    _kind("pages", Page, "page", rf"content/pages/(?P<slug>{PLAIN}(/{PLAIN})*)\.md"),
    _kind("tutorials", Tutorial, "tutoriel", rf"content/tutoriels/(?P<slug>{PLAIN})/index\.md"),
)

FOLDERS = ("data", "content/billets", "content/pages", "content/tutoriels")
"""Where every file must be of a known kind: what is put elsewhere would be lost in silence."""

IGNORED = re.compile(
    r"(^|/)(README\.md|\.[^/]*|Thumbs\.db|desktop\.ini|~\$[^/]*|[^/]*~)$|^data/(schemas|exemples)/"
)
PICTURES = re.compile(r"^content/tutoriels/.*\.(png|jpe?g|webp|avif|svg)$")


def kind_of(path: str) -> tuple[Kind, str] | None:
    """Return the kind of a file and the slug its name gives (empty for a list), or None."""
    for kind in KINDS:
        if found := kind.files.fullmatch(path):
            return kind, found.groupdict().get("slug") or ""
    return None


def kind_of_folder(path: str) -> Kind | None:
    """Return the kind that lives in the folder of a file whose name is not right, or None."""
    folder = PurePosixPath(path).parts[:2]
    return next((kind for kind in KINDS if tuple(kind.files.pattern.split("/")[:2]) == folder), None)
