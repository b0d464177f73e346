"""What the association writes to its network: the quarterly reminder and the letter of the month, as words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from plugins.catalog import Catalog
from plugins.catalog.models.event import EventStatus
from plugins.followup.kits import PERMANENCE_KIT, RETURNS
from plugins.followup.reminders import KIT
from plugins.french import elide, format_date, format_month, format_range
from plugins.views.calendar import Showing, coming_showings, next_showings, showings, visible_events
from plugins.views.events import occurrence_card

MOST_ITEMS = 12
NO_OUTING = "Aucune sortie n’est annoncée pour le moment. Elles seront sur le site dès qu’elles le seront."


@dataclass(frozen=True)
class Quarter:
    """Hold a quarter of a year, counted from 1."""

    year: int
    number: int

    @property
    def first(self) -> date:
        """Return its first day."""
        return date(self.year, 3 * self.number - 2, 1)

    @property
    def last(self) -> date:
        """Return its last day."""
        return _month_end(date(self.year, 3 * self.number, 1))

    @property
    def name(self) -> str:
        """Return « 2026-T4 »."""
        return f"{self.year}-T{self.number}"


@dataclass(frozen=True)
class Item:
    """Hold a line of a list that leads to a page."""

    title: str
    details: str
    address: str


@dataclass(frozen=True)
class Block:
    """Hold a part of a letter."""

    heading: str
    words: tuple[str, ...] = ()
    items: tuple[Item, ...] = ()


RULE = Block(
    "La règle, en deux phrases",
    (
        (
            "Tous les mois ou tous les deux mois, selon la régularité de votre suivi, vous dites à l’association, par "
            "courriel ou par téléphone, combien de places étaient réservées, combien de personnes sont venues, et un mot "
            "sur l’accueil du spectacle."
        ),
        "Des nombres, jamais de noms.",
    ),
)


@dataclass(frozen=True)
class Letter:
    """Hold a letter before it has a form."""

    name: str
    subject: str
    title: str
    sender: str
    opening: tuple[str, ...]
    blocks: tuple[Block, ...]
    closing: str
    site: str
    site_name: str


@dataclass(frozen=True)
class Mailroom:
    """Hold what letters read: the catalog, the day they are written, the address of the site."""

    catalog: Catalog
    today: date
    url: str

    def page(self, address: str) -> str:
        """Return a page's whole address."""
        return f"{self.url.rstrip('/')}{address}"


def reminder(quarter: Quarter, room: Mailroom) -> Letter:
    """Write the « piqûre de rappel »: the rule, the links, the next dates, the new outings."""
    period = format_range(quarter.first, quarter.last)
    next_ones = _coming(room, room.today, room.today + timedelta(days=30))
    shown = {showing.event.slug for showing in next_ones}
    new = [
        showing
        for showing in next_showings(visible_events(room.catalog, room.today), room.today)
        if showing.event.slug not in shown and _is_new(showing, quarter)
    ]
    return _letter(
        room,
        name=f"rappel-{quarter.name}",
        subject=f"Piqûre de rappel : vos retours de présence, {period}",
        title="Qui est venu ? Petite piqûre de rappel",
        opening=(
            "Bonjour,",
            (
                f"C’est le moment de dire si les personnes qui avaient réservé sont venues, pour les sorties {period}. "
                "Si vous l’avez déjà fait, merci : il n’y a rien à refaire."
            ),
        ),
        blocks=(
            RULE,
            _kits(room),
            _outings("Les prochaines dates", next_ones, room),
            *([_outings("Nouveau, et un peu plus tard", new, room)] if new else []),
        ),
    )


def newsletter(month: date, room: Mailroom) -> Letter:
    """Write the letter of a month, given by its first day: its posts, its outings."""
    last, name = _month_end(month), format_month(month)
    posts = [
        Item(post.title, post.summary or "", room.page(post.address))
        for post in sorted(room.catalog.posts.values(), key=lambda post: (post.date, post.slug))
        if month <= post.date <= last and post.is_visible(room.today)
    ]
    outings = _coming(room, month, last)
    news = Block("Les actualités", items=tuple(posts)) if posts else None
    return _letter(
        room,
        name=f"lettre-{month:%Y-%m}",
        subject=f"La lettre {elide(name, 'de')} : sorties gratuites et actualités",
        title=f"La lettre {elide(name, 'de')}",
        opening=("Bonjour,", "Voici les sorties gratuites et les actualités du mois, en Drôme et en Ardèche."),
        blocks=(
            _outings(f"Les sorties {elide(name, 'de')}", outings, room),
            *([news] if news else []),
            Block(
                "Pour les référents",
                items=(Item("La trousse de la permanence", "À imprimer : les sorties des trente jours.", room.page(PERMANENCE_KIT)),
                       Item("La trousse du retour", "Dire combien de personnes sont venues. Jamais de noms.", room.page(KIT))),
            ),
        ),
    )  # fmt: skip


def _letter(
    room: Mailroom,
    *,
    name: str,
    subject: str,
    title: str,
    opening: tuple[str, ...],
    blocks: tuple[Block, ...],
) -> Letter:
    association = room.catalog.association
    return Letter(
        name=name,
        subject=subject,
        title=title,
        sender=association.name,
        opening=opening,
        blocks=blocks,
        closing=f"À bientôt, {association.name}",
        site=room.page("/"),
        site_name=room.url.split("//")[-1].strip("/"),
    )


def _kits(room: Mailroom) -> Block:
    told = (
        ("La trousse du retour", "Courriel déjà écrit, fiche à imprimer, tableau, rappels d’agenda.", KIT),
        ("Pourquoi c’est utile", "La règle et ses raisons.", RETURNS.address),
        (
            "La trousse de la permanence",
            "Les sorties des trente jours, la feuille d’inscription.",
            PERMANENCE_KIT,
        ),
    )
    items = tuple(Item(title, details, room.page(address)) for title, details, address in told)
    return Block("De quoi le faire en cinq minutes", items=items)


def _outings(heading: str, found: Iterable[Showing], room: Mailroom) -> Block:
    items = tuple(_item(showing, room) for showing in found)
    if not items:
        return Block(
            heading,
            (NO_OUTING,),
            (Item("Les grands rendez-vous de l’année", "", room.page("/sorties/rendez-vous/")),),
        )
    more = [
        Item(
            "Toutes les sorties", f"Et {len(items) - MOST_ITEMS} autres, sur le site.", room.page("/sorties/")
        )
    ]
    return Block(heading, items=(*items[:MOST_ITEMS], *(more if len(items) > MOST_ITEMS else [])))


def _item(showing: Showing, room: Mailroom) -> Item:
    card = occurrence_card(showing.event, showing.occurrence, room.catalog)
    day = format_date(showing.occurrence.first_day, "day_month")
    when = ", ".join(filter(None, (card.status.lower(), card.until.lower() or day, card.hour)))
    title = f"{card.title} (exemple inventé)" if card.example else card.title
    return Item(
        title,
        f"{when[:1].upper()}{when[1:]} · {card.place}, {card.commune} · {card.free}",
        room.page(card.address),
    )


def _coming(room: Mailroom, first: date, last: date) -> list[Showing]:
    """Return the outings that touch these days and are not over, each at its first such date, without what is cancelled."""
    events = visible_events(room.catalog, room.today)
    dates = coming_showings(events, room.today) if last >= room.today else showings(events)
    found: dict[str, Showing] = {}
    for showing in dates:
        touches = showing.occurrence.first_day <= last and showing.occurrence.last_day >= first
        if touches and showing.event.status is not EventStatus.CANCELLED:
            found.setdefault(showing.event.slug, showing)
    return list(found.values())


def _is_new(showing: Showing, quarter: Quarter) -> bool:
    """Tell whether an outing has appeared or changed during a quarter; one that says no day is new until it is over."""
    event = showing.event
    told = event.publish_on or event.modified_on
    return event.status is not EventStatus.CANCELLED and (
        told is None or quarter.first <= told <= quarter.last
    )


def _month_end(first: date) -> date:
    return (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
