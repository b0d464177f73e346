"""Our writer: a page is kept when its key has not changed, and waits to be rendered with the others when it has."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from jinja2 import Template
from pelican import Pelican
from pelican.contents import Content
from pelican.writers import Writer

from plugins.bridge.build import Build, Writing, current
from plugins.bridge.numbering import ListPlace, numbered_pages
from plugins.bridge.rendering import Unrendered, put
from plugins.ledger.hashing import digest_of
from plugins.resources import Listing, address_of

LISTS = ("articles", "dates")
"""What Pelican cuts into numbered pages; the first that it gives, the other holds the same posts."""

NEWEST_ALONE = {"categories": ()}
"""What only the newest page of a list shows: all the others would change with each post that joins a category."""


class SiteWriter(Writer):
    """Look at every page and file before it is made: what has not changed is kept, the other pages wait together."""

    def write_file(
        self,
        name: str,
        template: Template,
        context: dict[str, Any],
        relative_urls: bool = False,  # links are ours
        paginated: dict[str, Any] | None = None,
        template_name: str | None = None,
        override_output: bool = False,  # an address claimed twice stops the build
        url: str | None = None,
        **own: Any,
    ) -> None:
        """Write a page, or the numbered pages of a list, as Pelican does; what has not changed is kept."""
        if not name:
            return
        content = own.get("article") or own.get("page")
        if isinstance(content, Content):
            place = (name, template, context, relative_urls, paginated, template_name, override_output, url)
            current().writings[content.record.file] = Writing(place, own)
        lists = own if paginated is None else paginated
        sizes = self.settings["PAGINATED_TEMPLATES"]
        shown = next((key for key in LISTS if key in lists), None) if template_name in sizes else None
        if shown is None:
            self._write_page(name, template, context, own)
            return
        size = sizes[template_name] or self.settings["DEFAULT_PAGINATION"]
        place = ListPlace(name, url, self.settings["PAGINATION_PATTERNS"])
        for page in numbered_pages(lists[shown], size, place):
            added = {f"{shown}_page": page, **({} if page.is_newest else NEWEST_ALONE)}
            self._write_page(page.save_as, template, context, own | added)

    def write_feed(
        self,
        elements: Sequence[Content],
        context: dict[str, Any],
        path: str | None = None,
        url: str | None = None,
        feed_type: str = "atom",
        override_output: bool = False,
        feed_title: str | None = None,
    ) -> Any:
        """Write a feed through Pelican, unless none of its items has changed."""
        keeper = current().keeper
        if path:
            current().feeds[path] = (elements, context, path, url, feed_type, override_output, feed_title)
        items = list(elements[: self.settings["FEED_MAX_ITEMS"]])
        if path and keeper.keeps(path, keeper.digest_of((url, feed_type, feed_title, items))):
            return None
        return super().write_feed(elements, context, path, url, feed_type, override_output, feed_title)

    def write_bytes(self, path: str, content: bytes, digest: str = "") -> None:
        """Write a file made of bytes, inside the output folder only; `digest` is theirs, when it is known."""
        self.write_made(path, digest or digest_of(content), lambda: content)

    def write_made(self, path: str, key: str, make: Callable[[], bytes]) -> None:
        """Write a file that the program makes, unless the one before has the same key: the digest of what it is made from."""
        self._write(path, key, make)
        current().claim(path, f"fichier /{path}")

    def copy(self, source: Path, path: str) -> None:
        """Write a copy of a file."""
        self._write(path, current().keeper.fingerprints.of(source), source.read_bytes)

    def _write_page(
        self, path: str, template: Template, context: dict[str, Any], own: dict[str, Any]
    ) -> None:
        build = current()
        address = address_of(path)
        content = own.get("article") or own.get("page")
        source = content.record.file if isinstance(content, Content) else f"page {address}"
        build.claim(path, source)
        build.listings[path] = build.keeper.same_listing(path, _listing(build, own, address))
        if not build.keeper.is_intact(path):  # whatever its key, it is made
            build.unrendered.append(Unrendered(path, source, template, context, own))
            return
        key = build.keeper.key_of(template, path, context, own)
        if page := build.keeper.keeps_page(path, key):
            build.pages[path] = page
        else:
            build.unrendered.append(Unrendered(path, source, template, context, own, key))

    def _write(self, path: str, key: str, make: Callable[[], bytes]) -> None:
        if not current().keeper.keeps(path, key):
            put(current(), path, make())


def use_our_writer(_pelican: Pelican) -> type[SiteWriter]:
    """Give Pelican our writer."""
    return SiteWriter


def _listing(build: Build, own: dict[str, Any], address: str) -> Listing:
    content = own.get("article") or own.get("page")
    record = getattr(content, "record", None)
    modified = own.get("modified")
    if record is not None:
        modified = record.modified_on or getattr(record, "date", None)
    title = content.title if content else str(own.get("title") or own.get("page_name") or "")
    is_indexed = own["indexed"] if "indexed" in own else record is None or record.is_visible(build.today)
    section = address.split("/", 2)[1]
    return Listing(address, title, modified, bool(is_indexed), section)
