"""Our writer: each page is rendered, given its French typography, surveyed, then written."""

from pathlib import Path
from typing import Any

from jinja2 import Template
from pelican import Pelican
from pelican.utils import sanitised_join
from pelican.writers import Writer

from plugins.bridge import links
from plugins.bridge.build import Build, current
from plugins.bridge.events import tell_progress
from plugins.french import typeset_html
from plugins.resources import Listing

ANNOUNCED_EVERY = 50  # pages


class SiteWriter(Writer):
    """Finish every page between its template and its file: no page is opened a second time."""

    expected = 0

    def write_file(
        self, name: str, template: Template, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> None:
        """Write a page through Pelican, with a template that finishes what it renders.

        Pelican lets a page with an address of its own replace another in silence: here every page is
        written, and an address claimed twice stops the build.
        """
        kwargs["override_output"] = False
        self._written_files.clear()
        super().write_file(name, FinishedTemplate(template, self), context, *args, **kwargs)

    def write_bytes(self, path: str, content: bytes) -> None:
        """Write a file made of bytes, inside the output folder only."""
        target = Path(sanitised_join(self.output_path, path))
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        current().claim(path, f"fichier /{path}")

    def announce(self) -> None:
        """Tell how many pages are done, from time to time."""
        done = len(current().pages)
        if done % ANNOUNCED_EVERY == 0:
            tell_progress(done, max(self.expected, done), "pages")


class FinishedTemplate:
    """Stand for a template: what it renders is typeset, surveyed, and made local when asked."""

    def __init__(self, template: Template, writer: SiteWriter) -> None:
        self._template = template
        self._writer = writer

    def render(self, context: dict[str, Any]) -> str:
        """Render a page and record it in the current build."""
        build = current()
        path = context["output_file"]
        address = f"/{path.removesuffix('index.html')}"
        html = typeset_html(self._template.render({**context, "address": address}))
        content = context.get("article") or context.get("page")
        source = links.source_of(build, getattr(content, "source_path", None), address)
        build.claim(path, source)
        build.pages[path] = links.survey(html, source)
        build.listings.append(_listing(build, context, address))
        self._writer.announce()
        return links.make_local(html, path) if build.local_links else html


def use_our_writer(_pelican: Pelican) -> type[SiteWriter]:
    """Give Pelican our writer."""
    return SiteWriter


def _listing(build: Build, context: dict[str, Any], address: str) -> Listing:
    content = context.get("article") or context.get("page")
    record = getattr(content, "record", None)
    modified = context.get("modified")
    if record is not None:
        modified = record.modified_on or getattr(record, "date", None)
    title = content.title if content else str(context.get("title") or context.get("page_name") or "")
    visible = record is None or record.is_visible(build.today)
    section = address.split("/")[1]
    return Listing(address, title, modified, bool(context.get("indexed", visible)), section)
