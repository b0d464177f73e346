"""What every list gives besides its page: a calendar, two feeds, a plain text; and the calendar of an outing.

A list that has become empty keeps its files while one of its outings still has a page: the calendar that a
reader subscribed to must go on answering.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from plugins.catalog.recurrence import expand
from plugins.events.calendar import Group, Season
from plugins.events.entries import calendar_events, feed_entry
from plugins.events.lists import Outings
from plugins.formats.atom import encode_atom, encode_entry
from plugins.formats.feed import FeedEntry, FeedHead
from plugins.formats.ics import CalendarHead, encode_calendar, encode_event
from plugins.formats.jsonfeed import encode_feed, encode_item
from plugins.formats.plain import PlainGroup, encode_plain
from plugins.french import format_date, plural, typeset_text
from plugins.resources import File, Page
from plugins.views.calendar import Showing
from plugins.views.cards import EventCard

HOME = "/sorties/"
MOST_ITEMS = 60  # more would never fit in a plain list
NOTHING = "Rien n’est annoncé pour le moment."


@dataclass(frozen=True)
class Channel:
    """Hold one form of a list: its file, its word in a sentence, its title for software, its media type."""

    file: str
    label: str
    title: str
    media_type: str
    address: str = ""
    is_for_people: bool = True

    def of(self, address: str) -> "Channel":
        """Return the same form of the list at an address."""
        return replace(self, address=f"{address}{self.file}")


CALENDAR = Channel("agenda.ics", "agenda", "Agenda", "text/calendar")
ATOM = Channel("atom.xml", "fil Atom", "Fil Atom", "application/atom+xml")
JSON = Channel("feed.json", "fil JSON", "Fil JSON", "application/feed+json", is_for_people=False)
TEXT = Channel("liste.txt", "texte", "Texte", "text/plain")
CHANNELS = (CALENDAR, ATOM, JSON, TEXT)


@dataclass(frozen=True)
class Press:
    """Hold every outing encoded once, for all the lists that show it; `events` by the `id` of each occurrence.

    `expand` gives the same occurrences as long as their outing lives.
    """

    season: Season
    url: str
    name: str
    events: dict[int, bytes]
    entries: dict[str, tuple[FeedEntry, bytes, bytes]]


def channels_of(address: str) -> tuple[Channel, ...]:
    """Return the forms of the list at an address."""
    return tuple(channel.of(address) for channel in CHANNELS)


def open_press(season: Season, url: str, name: str) -> Press:
    """Encode each outing that has a page; the site's address and name are those that files tell."""
    events: dict[int, bytes] = {}
    for event in season.events:
        dates = expand(event)
        made = calendar_events(event, dates, season.catalog, url)
        events.update((id(found), encode_event(one)) for found, one in zip(dates, made, strict=True))
    counts = Counter(showing.event.slug for showing in season.coming)
    entries: dict[str, tuple[FeedEntry, bytes, bytes]] = {}
    for showing in (*season.nexts, *season.over):
        slug = showing.event.slug
        entry = feed_entry(showing, max(counts[slug] - 1, 0), season.catalog, url)
        entries[slug] = entry, encode_entry(entry), encode_item(entry)
    return Press(season, url, name, events, entries)


def channel_files(press: Press, lists: Iterable[Outings], pages: Iterable[Page]) -> Iterator[File]:
    """Return the files of every list, what is past included, then those of every outing."""
    groups = {page.address: page.context["groups"] for page in pages}
    for outings in lists:
        home = outings.address if outings.address in groups else HOME
        yield from list_files(outings, groups.get(outings.address, ()), press, home)
    yield from outing_files(press)


def outing_files(press: Press) -> Iterator[File]:
    """Return the calendar of each outing, with all its dates, over or not."""
    for event in press.season.events:
        address = f"{event.address}sortie.ics"
        head = CalendarHead(
            event.title, event.summary, f"{press.url}{address}", f"{press.url}{event.address}"
        )
        dates = (press.events[id(found)] for found in expand(event))
        yield File(address, encode_calendar(head, dates))


def list_files(outings: Outings, groups: Iterable[Group], press: Press, home: str) -> Iterator[File]:
    """Return every form of a list; `home` is the page it leads to: its own, or that of all the outings."""
    page = f"{press.url}{home}"
    title = f"Sorties gratuites – {outings.label}"
    told = "Sorties gratuites en Drôme et en Ardèche."
    slugs = dict.fromkeys(showing.event.slug for showing in _told(outings))
    found = [press.entries[slug] for slug in slugs if slug in press.entries]
    entries, atoms, items = zip(*found, strict=True) if found else ((), (), ())

    def address(channel: Channel) -> str:
        return f"{press.url}{channel.of(outings.address).address}"

    def feed(channel: Channel) -> FeedHead:
        return FeedHead(title, told, press.name, address(channel), page, press.season.today)

    calendar = CalendarHead(title, told, address(CALENDAR), page)
    contents = {
        CALENDAR: encode_calendar(
            calendar, (press.events[id(one.occurrence)] for one in _dates(outings, press.season))
        ),
        ATOM: encode_atom(feed(ATOM), entries, atoms),
        JSON: encode_feed(feed(JSON), items),
        TEXT: _plain(outings, groups, press, page),
    }
    yield from (File(channel.of(outings.address).address, content) for channel, content in contents.items())


def _told(outings: Outings) -> tuple[Showing, ...]:
    """Return what feeds tell: everything that is coming, the latest of what is past."""
    return outings.dates[:MOST_ITEMS] if outings.is_archive else outings.dates


def _dates(outings: Outings, season: Season) -> Iterable[Showing]:
    """Return all the dates of a list that shows one of each outing: those to come, or those of the past."""
    if not outings.each_once:
        return outings.dates
    archive = outings.is_archive
    dates, places = (season.all, season.all_places) if archive else (season.coming, season.coming_places)
    slugs = {showing.event.slug for showing in outings.dates}
    return [dates[place] for place in sorted(place for slug in slugs for place in places.get(slug, ()))]


def _plain(outings: Outings, groups: Iterable[Group], press: Press, page: str) -> bytes:
    made_on = format_date(press.season.today, "medium")
    count = plural(outings.count, "sortie") if outings.count else NOTHING
    head = f"{outings.heading}\n{press.name}\n{count} · liste faite le {made_on}\n{page}"
    groups = tuple(groups)
    room, blocks = MOST_ITEMS, []
    for group in groups:
        kept = group.events[:room]
        room -= len(kept)
        blocks.append(PlainGroup(group.label, tuple(_item(card, press.url) for card in kept)))
    unseen = sum(len(group.events) for group in groups) - (MOST_ITEMS - room)
    return encode_plain(typeset_text(head), blocks, lambda left: _cut(left, page), unseen=unseen)


def _item(card: EventCard, url: str) -> str:
    example = "EXEMPLE" if card.example and not card.title.startswith("Exemple") else ""
    words = (card.status.upper(), card.former, example, card.hour, card.title)
    lines = (
        f"* {' – '.join(word for word in words if word)}",
        f"  {card.genre}. {card.place}, {card.commune}",
        f"  {card.free}",
    )
    return "\n".join((*map(typeset_text, lines), f"  {url}{card.address}"))


def _cut(left: int, page: str) -> str:
    return f"… et {plural(left, 'autre ligne', 'autres lignes')} que cette liste, légère exprès, ne montre pas : {page}"
