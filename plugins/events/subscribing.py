"""The pages that say how to receive the outings, device by device, with the addresses to copy."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plugins.events.channels import HOME, Channel, channels_of
from plugins.events.lists import Outings
from plugins.resources import Crumb, Page

ADDRESS = "/sorties/abonnement/"
LONGEST_PAGE = 24
"""Lists on one page: more would weigh more than a page may."""


@dataclass(frozen=True)
class Device:
    """Hold the steps for one device, in the words of its own menus."""

    label: str
    steps: tuple[str, ...]


@dataclass(frozen=True)
class Subscription:
    """Hold what one copies to receive a list: its calendar by two addresses, and its other forms."""

    label: str
    address: str
    https: str
    webcal: str
    others: tuple[Channel, ...]


@dataclass(frozen=True)
class Shelf:
    """Hold the lists of one kind, or some of them when there are many: they have a page of their own."""

    label: str
    address: str
    lists: tuple[Subscription, ...]

    @property
    def span(self) -> str:
        """Tell from which list to which the page goes."""
        first, last = self.lists[0].label, self.lists[-1].label
        return first if first == last else f"{first} – {last}"


DEVICES = (
    Device(
        "Sur un iPhone ou un iPad",
        (
            "Le plus court : touchez « S’abonner » sous la liste choisie, puis confirmez.",
            (
                "Sinon, copiez l’adresse. Dans l’application Calendrier, touchez « Calendriers », puis « Ajouter un "
                "calendrier », puis « Ajouter un calendrier avec abonnement ». Collez l’adresse."
            ),
        ),
    ),
    Device(
        "Sur un téléphone Android, avec Google Agenda",
        (
            "L’application du téléphone ne sait pas s’abonner : il faut passer une fois par un ordinateur.",
            (
                "Sur l’ordinateur, ouvrez calendar.google.com. À côté de « Autres agendas », choisissez « + », puis "
                "« À partir de l’URL ». Collez l’adresse qui commence par https."
            ),
            (
                "L’agenda apparaît ensuite sur le téléphone. Google le relit quand il veut : un changement peut mettre "
                "un jour à arriver."
            ),
        ),
    ),
    Device(
        "Sous Windows, avec Outlook",
        (
            "Dans le calendrier d’Outlook, choisissez « Ajouter un calendrier », puis « S’abonner à partir du web ».",
            "Collez l’adresse qui commence par https, donnez un nom, puis choisissez « Importer ».",
        ),
    ),
    Device(
        "Avec Thunderbird",
        (
            "Dans l’agenda, choisissez « Nouvel agenda », puis « Sur le réseau ».",
            "Collez l’adresse qui commence par https, sans nom d’utilisateur.",
        ),
    ),
)
MAIN = (HOME, "/sorties/aujourd-hui/", "/sorties/ce-week-end/")
KINDS = (
    ("Pour qui", "pour/"),
    ("Accueil des personnes handicapées", "acces/"),
    ("Genre de sortie", "genre/"),
    ("Commune", "a/"),
)


def subscription_pages(lists: Iterable[Outings], url: str) -> Iterator[Page]:
    """Return the page and one for each kind of list; months are left out, as one does not subscribe to what ends."""
    found = tuple(lists)
    shelves = {label: tuple(_shelves(label, name, found, url)) for label, name in KINDS}
    yield Page(
        address=ADDRESS,
        template="subscribe",
        title="Recevoir les sorties",
        description="Recevoir les sorties gratuites dans son agenda ou son lecteur de fils : l’adresse à copier, et "
        "comment faire sur chaque appareil.",
        context={
            "devices": DEVICES,
            "lists": tuple(_subscription(outings, url) for outings in found if outings.address in MAIN),
            "shelves": tuple(shelf for pages in shelves.values() for shelf in pages),
        },
        breadcrumbs=(Crumb("Sorties", HOME),),
    )
    for label, pages in shelves.items():
        for shelf in pages:
            several = f", {shelf.span}" if len(pages) > 1 else ""
            yield Page(
                address=shelf.address,
                template="subscribe-shelf",
                title=f"Recevoir les sorties : {label.lower()}{several}",
                description=f"S’abonner aux sorties gratuites : {label.lower()}, {shelf.span}. L’adresse de chaque agenda, "
                "à copier.",
                context={"shelf": shelf, "more": tuple(other for other in pages if other is not shelf)},
                breadcrumbs=(Crumb("Sorties", HOME), Crumb("S’abonner", ADDRESS)),
            )


def _shelves(label: str, name: str, lists: tuple[Outings, ...], url: str) -> Iterator[Shelf]:
    """Cut the lists of one kind into pages."""
    found = [_subscription(outings, url) for outings in lists if outings.address.startswith(f"{HOME}{name}")]
    for number, start in enumerate(range(0, len(found), LONGEST_PAGE), 1):
        address = f"{ADDRESS}{name}" if number == 1 else f"{ADDRESS}{name}{number}/"
        yield Shelf(label, address, tuple(found[start : start + LONGEST_PAGE]))


def _subscription(outings: Outings, url: str) -> Subscription:
    calendar, *others = channels_of(outings.address)
    https = f"{url}{calendar.address}"
    return Subscription(
        label=outings.label,
        address=calendar.address,
        https=https,
        webcal=f"webcal:{https.partition(':')[2]}",
        others=tuple(others),
    )
