"""The one generator of the sections: resources in, pages rendered and files written."""

from collections.abc import Callable, Iterable
from functools import cache, wraps
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

from markupsafe import Markup
from pelican.generators import Generator

from plugins import views
from plugins.bridge.build import Build, current
from plugins.bridge.events import stop
from plugins.bridge.rendering import render_waiting
from plugins.bridge.units import Receiver, compile_units, drawn_ahead, ready_units
from plugins.bridge.writer import SiteWriter
from plugins.catalog import DataError
from plugins.catalog.models.post import Tutorial
from plugins.formats.press import let_go
from plugins.formats.stylesheets import light_sheet
from plugins.ledger.hashing import digest_of
from plugins.processes.collector import no_collection
from plugins.processes.hands import asked_hands
from plugins.resources import (
    Crumb,
    File,
    NewsItem,
    Page,
    Resource,
    Site,
    compile_section,
    draw_ahead,
    finish_section,
)

EVENT_CARD = "components/event-card"

STYLES = ("tokens", "reset", "base", "compositions", "components", "utilities", "print")
"""The style sheets in order of force, those that the theme has; pages load them as one file, `/theme/site.css`."""

SCRIPTS = {
    "theme/ended-offline.js": ("ended", "offline"),
    "theme/ended-town.js": ("ended", "later", "town"),
    "theme/over.js": ("later", "over"),
    "theme/over-town.js": ("later", "over", "town"),
    "theme/over-wake.js": ("later", "over", "wake"),
    "theme/town.js": ("later", "town"),
    "theme/ended.js": ("ended",),  # asked for by `over`, once something has ended
    "theme/near.js": ("near",),  # asked for by `town`, for who remembers a town
    "theme/offline.js": ("offline",),
    "theme/sharing.js": ("sharing",),  # asked for by `wake`, too
    "theme/ask.js": ("ask",),
    "theme/search.js": ("search",),  # asked for by the one before, when somebody comes to the field
    "hors-ligne.js": ("hors-ligne",),  # at the root: a service worker sees no higher than its own folder
}
"""The scripts, which only add to pages that do without: each page asks for one file at most, made of what serves it.

A theme may have none of them.
"""


class SiteGenerator(Generator):
    """Render what the sections describe, with the templates, the writer and the context of Pelican."""

    def generate_context(self) -> None:
        """Give every template what it may read about the whole site."""
        build = current()
        self.context.update(
            localsiteurl="",
            association=build.catalog.association,
            today=build.today,
            production=build.production,
            site_url=self.settings["SITEURL"],
            menu=tuple(Crumb(label, address) for label, address in self.settings["MENU"]),
            banners=tuple(banner for banner in build.catalog.banners if banner.is_shown(build.today)),
            breadcrumbs=(),
        )
        if (Path(self.theme) / "templates" / f"{EVENT_CARD}.html").is_file():
            cards = self.get_template(EVENT_CARD).module
            macro = getattr(cards.event_card, "__wrapped__", cards.event_card)
            cards.event_card = _remembered(macro)  # one outing is in ten lists

    @no_collection()
    def generate_output(self, writer: SiteWriter) -> None:
        """Write every resource of every section, then what needs to know all the pages."""
        build = current()
        site = self.site = self._site(build)
        build.keeper.share(self.env, self.context)
        build.keeper.sources.give("site", site)
        slow = list(draw_ahead.receivers_for(site))
        quick = [section for section in compile_section.receivers_for(site) if section not in slow]
        # What sets type takes memory of its own, and has given it back when pages take theirs.
        first, last = (quick, slow) if asked_hands() > 1 else (slow, quick)
        with drawn_ahead(build, slow, site) as wait:
            self._write_sections(first, site, {}, writer)
            render_waiting(build)
            wait()
        self._write_sections(last, site, {}, writer)
        render_waiting(build)
        pages = tuple(sorted(build.listings.values(), key=lambda listing: listing.address))
        build.keeper.sources.give("given", {"pages": pages})
        self._write_sections(finish_section.receivers_for(site), site, {"pages": pages}, writer)
        sheets = self._styles()
        writer.write_made("theme/site.css", digest_of(*sheets), lambda: light_sheet(*sheets).encode())
        for path, names in SCRIPTS.items():
            if all(self._of_theme("js", f"{name}.js").is_file() for name in names):
                writer.write_bytes(path, "\n".join(map(self._script, names)).encode())

    @no_collection()
    def ready_sections(self, build: Build) -> None:
        """Have at hand what the sections will need when words are edited, while nobody waits."""
        ready_units(build, compile_section.receivers_for(self.site), self.site)

    def _site(self, build: Build) -> Site:
        crumbs: dict[int, Crumb] = {}
        news = tuple(_news_item(article, crumbs) for article in self.context["articles"])
        texts = {
            page.record.file: page.content
            for page in self.context["pages"]
            if isinstance(page.record, Tutorial)
        }
        return Site(build.catalog, news, build.today, self.settings["SITEURL"], build.production, texts)

    def _write_sections(
        self, sections: Iterable[Receiver], site: Site, given: dict[str, Any], writer: SiteWriter
    ) -> None:
        build = current()
        try:
            compiled = compile_units(build, sections, site, given)
        except DataError as error:
            stop(error.problems)
        let_go()
        resources = sorted(
            (resource for made in compiled for resource in made.resources), key=lambda resource: resource.path
        )
        for made in compiled:
            build.keeper.memory.units[made.name] = made.unit(build)
        compiled.clear()
        self._write_all(resources, writer)

    def _write_all(self, resources: list[Resource], writer: SiteWriter) -> None:
        """Write resources in order; each is let go once it is written."""
        resources.reverse()
        while resources:
            resource = resources.pop()
            if isinstance(resource, File):
                writer.write_bytes(resource.path, resource.content, _digest_of(resource))
            else:
                self._write_page(resource, writer)

    def _write_page(self, page: Page, writer: SiteWriter) -> None:
        writer.write_file(
            page.path,
            self.get_template(page.template),
            self.context,
            url=page.address,
            title=page.title,
            description=page.description,
            breadcrumbs=page.breadcrumbs,
            modified=page.modified,
            indexed=page.indexed,
            **page.context,
        )

    def _of_theme(self, *parts: str) -> Path:
        return Path(self.theme).joinpath("static", *parts)

    def _styles(self) -> list[str]:
        sheets = (self._of_theme("css", f"{name}.css") for name in STYLES)
        return [sheet.read_text(encoding="utf-8") for sheet in sheets if sheet.is_file()]

    def _script(self, name: str) -> str:
        """Return one of our scripts without its comments and its margins."""
        text = self._of_theme("js", f"{name}.js").read_text(encoding="utf-8")
        lines = (line.strip() for line in text.splitlines() if not line.startswith("/*"))
        return "\n".join(line for line in lines if line)


def _remembered(macro: Callable[[Any], Markup]) -> Callable[[Any], Markup]:
    """Return a macro that renders each card once; the examples of a component are no cards, but plain words."""
    once, of_an_outing = cache(macro), views.EventCard

    @wraps(macro, assigned=(), updated=())
    def remembered(card: Any) -> Markup:
        return once(card) if isinstance(card, of_an_outing) else macro(card)

    return remembered


_digests: WeakKeyDictionary[File, str] = WeakKeyDictionary()
"""The digest of each file that lives: a section may give the same one at each build."""


def _digest_of(file: File) -> str:
    if file not in _digests:
        _digests[file] = digest_of(file.content)
    return _digests[file]


_NEWS = "_news_item"
"""Where an article holds what lists need of it: nobody changes one once it has been read."""


def _news_item(article: Any, crumbs: dict[int, Crumb]) -> NewsItem:
    """Return what lists need of an article; `crumbs` are those of the categories met, by their identity."""
    item = vars(article).get(_NEWS)
    if item is None:
        category, record = article.category, article.record
        if id(category) not in crumbs:
            crumbs[id(category)] = Crumb(category.name, f"/{category.url}")
        item = vars(article)[_NEWS] = NewsItem(
            slug=record.slug,
            title=article.title,
            address=f"/{article.url}",
            date=record.date,
            category=crumbs[id(category)],
            summary=record.summary,
            tags=record.tags,
        )
    return item
