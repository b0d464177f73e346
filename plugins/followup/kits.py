"""The two kits of référents: to tell who came, and to hold a permanence; each is a page and its files."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from plugins.followup.drawing import PrintedColumn, PrintedSheet, draw_sheet
from plugins.followup.emails import blank_email, prefilled_emails
from plugins.followup.forms import csv_sheet, ods_sheet, printed_form, xlsx_sheet
from plugins.followup.outings import MONTH, Outing, last_outings, next_outings
from plugins.followup.reminders import KIT, REMINDERS, reminder_files
from plugins.french import format_date, format_range, format_size
from plugins.resources import Crumb, File, Page, Resource, Site

REFERENTS = Crumb("Référents", "/referents/")
RETURNS = Crumb("Le retour de présence", "/referents/retours/")
PERMANENCE = Crumb("Tenir une permanence", "/referents/permanence/")
PERMANENCE_KIT = "/referents/permanence/trousse/"
MOST_OUTINGS = 40
SIGN_UP_LINES = 18


@dataclass(frozen=True)
class KitFile:
    """Hold a file to take away: what it is, its address, its kind and weight."""

    label: str
    address: str
    details: str


@dataclass(frozen=True)
class Subscription:
    """Hold a calendar of reminders, by the addresses that devices understand."""

    label: str
    address: str
    https: str
    webcal: str


@dataclass(frozen=True)
class ProgrammeDay:
    """Hold the outings of a day."""

    label: str
    outings: tuple[Outing, ...]


def return_kit(site: Site) -> Iterator[Resource]:
    """Return the page of the attendance kit, its forms, its sheets and its calendars."""
    last, email = last_outings(site.catalog, site.today), site.catalog.association.email or ""
    empty = _printed(site, f"{RETURNS.address}fiche-vierge.pdf", printed_form(()))
    forms = [(empty, "Fiche vierge, dix sorties")]
    if last:
        filled = _printed(site, f"{RETURNS.address}fiche-des-dernieres-sorties.pdf", printed_form(last))
        forms.append((filled, "Fiche des dernières sorties, déjà écrites"))
    sheets = tuple(_sheets(last))
    yield Page(
        address=KIT,
        template="return-kit",
        title="La trousse du retour de présence",
        description="Fiche à imprimer, tableau à remplir, courriels tout prêts, rappels d’agenda : des nombres, jamais de noms.",
        context={
            "forms": tuple(_told(file, label) for file, label in forms),
            "sheets": tuple(_told(file, label) for file, label in sheets),
            "emails": (*prefilled_emails(last, email), blank_email(email)),
            "recipient": email,
            "rule": RETURNS.address if RETURNS in _way(site, RETURNS) else "",
            "reminders": tuple(_subscriptions(site.url)),
            "made_on": site.today,
        },
        breadcrumbs=_way(site, RETURNS),
    )
    yield from (file for file, _ in (*forms, *sheets))
    yield from reminder_files(site.url)


def permanence_kit(site: Site) -> Iterator[Resource]:
    """Return the page of the permanence: the outings of the next thirty days, a sign-up sheet."""
    found = next_outings(site.catalog, site.today)
    shown, period = found[:MOST_OUTINGS], format_range(site.today, site.today + MONTH)
    left = len(found) - len(shown)
    files = [
        (_printed(site, f"{PERMANENCE.address}inscriptions.pdf", _sign_up_sheet()), "Feuille d’inscription")
    ]
    if shown:
        programme = _printed(site, f"{PERMANENCE.address}programme.pdf", _programme(shown, period, left))
        files.insert(0, (programme, "Programme des trente jours"))
    yield Page(
        address=PERMANENCE_KIT,
        template="permanence-kit",
        title="La trousse de la permanence",
        description=f"À imprimer : les sorties gratuites {period}, et une feuille d’inscription qui reste dans la structure.",
        context={
            "period": period,
            "days": tuple(
                ProgrammeDay(format_date(day), tuple(group))
                for day, group in groupby(shown, lambda item: item.day)
            ),
            "left_out": left,
            "files": tuple(_told(file, label) for file, label in files),
            "made_on": site.today,
        },
        breadcrumbs=_way(site, PERMANENCE),
    )
    yield from (file for file, _ in files)


def _way(site: Site, page: Crumb) -> tuple[Crumb, ...]:
    """Lead through the pages of content/pages that have been written."""
    written = {found.address for found in site.catalog.pages.values() if not found.draft}
    return tuple(crumb for crumb in (REFERENTS, page) if crumb.address in written)


def _sheets(last: Sequence[Outing]) -> Iterator[tuple[File, str]]:
    makers: tuple[tuple[str, Callable[[Sequence[Outing]], bytes], str], ...] = (
        ("ods", ods_sheet, "Tableau pour LibreOffice"),
        ("xlsx", xlsx_sheet, "Tableau pour Excel"),
        ("csv", csv_sheet, "Tableau pour tout autre tableur"),
    )
    for ending, make, label in makers:
        yield File(f"{RETURNS.address}retours.{ending}", make(last)), label


def _subscriptions(url: str) -> Iterator[Subscription]:
    for reminder in REMINDERS:
        https = f"{url}{reminder.address}"
        yield Subscription(reminder.label, reminder.address, https, f"webcal{https[https.index(':') :]}")


def _printed(site: Site, address: str, sheet: PrintedSheet) -> File:
    return File(address, draw_sheet(sheet, site.catalog.association.name, site.url, site.today))


def _told(file: File, label: str) -> KitFile:
    ending = file.address.rsplit(".", 1)[-1].upper()
    return KitFile(label, file.address, f"{ending}, {format_size(len(file.content))}")


def _programme(outings: Sequence[Outing], period: str, left: int) -> PrintedSheet:
    rows = tuple(
        (
            "\n".join(filter(None, (format_date(found.day, "day"), found.hour))),
            f"{found.status} : {found.title}" if found.status else found.title,
            found.where,
            "\n".join(filter(None, (found.free, found.booking))),
        )
        for found in outings
    )
    return PrintedSheet(
        title="Les sorties gratuites des trente jours",
        description=f"Programme à imprimer : les sorties gratuites {period}.",
        instructions=(f"{period[0].upper()}{period[1:]}. Une date peut changer : le site le dit.",),
        columns=(
            PrintedColumn("Quand", 20),
            PrintedColumn("Quoi", 36),
            PrintedColumn("Où", 30),
            PrintedColumn("Comment c’est gratuit", 26),
        ),
        rows=rows,
        note=f"Et {left} autres sorties sur le site." if left else "",
        footer="À poser sur la table de la permanence, à afficher, à donner.",
        keywords=("sorties gratuites", "permanence culturelle"),
    )


def _sign_up_sheet() -> PrintedSheet:
    return PrintedSheet(
        title="Inscriptions à une sortie",
        description="Feuille à imprimer, remplie à la main, qui reste dans la structure.",
        instructions=(
            (
                "Cette feuille reste dans la structure, rangée hors de vue. Détruisez-la après la sortie. "
                "À l’association, on ne dit que des nombres, jamais de noms."
            ),
        ),
        fields=("Sortie :", "Date :", "Rendez-vous :"),
        columns=(
            PrintedColumn("Prénom ou initiales", 26),
            PrintedColumn("Places", 9),
            PrintedColumn("Comment prévenir", 28),
            PrintedColumn("Besoins (trajet, accès, langue)", 30),
            PrintedColumn("Venues", 9),
        ),
        rows=(("",) * 5,) * SIGN_UP_LINES,
        height=11,
        note="Total, à dire à l’association :  ……… places réservées   ……… personnes venues   ……… non venues",
        footer="Ne la photographiez pas, ne l’envoyez pas.",
        keywords=("inscriptions", "permanence culturelle"),
    )
