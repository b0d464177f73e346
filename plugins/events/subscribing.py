"""The page that says how to receive the outings, device by device, with the addresses to copy."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plugins.events.channels import HOME, Channel, channels_of
from plugins.events.lists import Outings
from plugins.resources import Crumb, Page

ADDRESS = "/sorties/abonnement/"


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
    """Hold the lists of one kind; those of towns and of needs stay closed until one asks."""

    label: str
    lists: tuple[Subscription, ...]


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
SHELVES = (
    ("Toutes les sorties", (HOME, "/sorties/aujourd-hui/", "/sorties/ce-week-end/")),
    ("Pour qui", ("/sorties/pour/",)),
    ("Accueil des personnes handicapées", ("/sorties/acces/",)),
    ("Genre de sortie", ("/sorties/genre/",)),
    ("Commune", ("/sorties/a/",)),
)


def subscription_page(lists: Iterable[Outings], url: str) -> Page:
    """Return the page; months are left out, as one does not subscribe to what ends."""
    return Page(
        address=ADDRESS,
        template="subscribe",
        title="Recevoir les sorties",
        description="Recevoir les sorties gratuites dans son agenda ou son lecteur de fils : l’adresse à copier, et "
        "comment faire sur chaque appareil.",
        context={"devices": DEVICES, "shelves": tuple(_shelves(tuple(lists), url))},
        breadcrumbs=(Crumb("Sorties", HOME),),
    )


def _shelves(lists: tuple[Outings, ...], url: str) -> Iterator[Shelf]:
    for label, starts in SHELVES:
        found = tuple(_subscription(outings, url) for outings in lists if _is_under(outings.address, starts))
        if found:
            yield Shelf(label, found)


def _is_under(address: str, starts: tuple[str, ...]) -> bool:
    return address in starts or (starts[0] != HOME and address.startswith(starts))


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
