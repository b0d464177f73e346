"""What sections receive and give back: a `Site` in, `Page` and `File` resources out.

A section is a plain function `compile_x(site) -> Iterable[Resource]`, connected to `compile_section`.
Nothing here knows Pelican: the bridge renders the pages and writes the files.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from blinker import Signal

from plugins.catalog import Catalog
from plugins.catalog.models.post import MarkdownRecord

compile_section = Signal("compile_section")
"""Sent once a build with the `Site`; every receiver returns its resources."""

draw_ahead = Signal("draw_ahead")
"""Connected, beside `compile_section`, by sections whose files are dear to make and kept by `formats.kept`.

On a whole build they are made while the pages are rendered, in a process of its own: it saves time, no more.
"""

finish_section = Signal("finish_section")
"""Sent once every page is known, with the `Site` and `pages=` (all `Listing`s): sitemap, plan, redirects."""


list_documents = Signal("list_documents")
"""Sent with the `Site` by the library; every receiver returns the `MadeDocument`s of its section."""


@dataclass(frozen=True)
class Crumb:
    """Hold one step of the way from the home page: words and address."""

    label: str
    address: str


@dataclass(frozen=True)
class NewsItem:
    """Hold what lists need of a published post."""

    slug: str
    title: str
    address: str
    date: date
    category: Crumb
    summary: str | None
    tags: tuple[str, ...] = ()


@dataclass(frozen=True)
class Site:
    """Hold all that sections may read. `today` is given: nobody else asks the clock."""

    catalog: Catalog
    news: tuple[NewsItem, ...]
    today: date
    url: str
    production: bool
    texts: Mapping[str, str] = field(default_factory=dict)
    """The HTML of each tutorial that is shown, by the path of its Markdown file."""

    def words(self, record: MarkdownRecord) -> str:
        """Return the text of a record, as its author has written it: sections ask for it here, and it is noted."""
        return record.body


@dataclass(frozen=True)
class Page:
    """Describe an HTML page: its address, its template (without `.html`), and what the template reads.

    `modified` is the day given to sitemaps; `indexed` is false for pages that nobody should look up.
    """

    address: str
    template: str
    title: str
    description: str
    context: Mapping[str, Any] = field(default_factory=dict)
    breadcrumbs: tuple[Crumb, ...] = ()
    modified: date | None = None
    indexed: bool = True

    @property
    def path(self) -> str:
        """Return the file's path in the output folder: `/sigles/rsa/` is `sigles/rsa/index.html`."""
        return output_path(self.address)


@dataclass(frozen=True)
class File:
    """Hold a file made of bytes: a feed, a calendar, a list."""

    address: str
    content: bytes = field(repr=False)

    @property
    def path(self) -> str:
        """Return the file's path in the output folder."""
        return output_path(self.address)


@dataclass(frozen=True)
class MadeDocument:
    """Describe what a section makes to be printed or downloaded: the page where it is, its words."""

    address: str
    title: str
    summary: str
    details: str


Resource = Page | File


@dataclass(frozen=True)
class Listing:
    """Hold what the whole-site lists need of a page, whoever rendered it."""

    address: str
    title: str
    modified: date | None
    indexed: bool
    section: str


def output_path(address: str) -> str:
    """Return where an address is written; raise `ValueError` when it leaves the output folder."""
    if not address.startswith("/") or ".." in address.split("/") or "\\" in address or "//" in address:
        raise ValueError(address)
    return f"{address[1:]}index.html" if address.endswith("/") else address[1:]


def address_of(path: str) -> str:
    """Return the address of what is written at a path, as `output_path` does the other way."""
    return f"/{path.removesuffix('index.html')}"
