"""The trainings: coming cycles with their calendar and how to apply, past ones as an archive."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from plugins.association.agenda import AGENDA, encode_agenda, training_days
from plugins.association.structured_data import course
from plugins.catalog.models.training import Cycle, Training
from plugins.french import format_date, plural, sort_key
from plugins.resources import Crumb, File, Page, Resource, Site
from plugins.views.cards import Fact
from plugins.views.meetings import days_in_words
from plugins.views.towns import town_label
from plugins.views.writing import Invitation, write_to

TRAININGS = Crumb("Formations", "/formations/")
NONE_COMING = "Aucun cycle n’est ouvert à l’inscription sur ce site."


@dataclass(frozen=True)
class TrainingLink:
    """Hold a training in the list."""

    address: str
    title: str
    summary: str
    details: str


@dataclass(frozen=True)
class CycleCard:
    """Hold one cycle; `apply` is empty once it is closed."""

    title: str
    facts: tuple[Fact, ...]
    programme: tuple[str, ...]
    apply: str


def training_pages(site: Site, way: tuple[Crumb, ...]) -> Iterator[Resource]:
    """Return the list of trainings, a page and a calendar for each."""
    trainings = sorted(site.catalog.trainings.values(), key=lambda one: (sort_key(one.title), one.slug))
    yield Page(
        address=TRAININGS.address,
        template="trainings",
        title="Les formations",
        description="Les formations de l’association pour les acteurs sociaux et culturels, en Drôme et en Ardèche.",
        context={"trainings": tuple(_link(one, site.today) for one in trainings), "calendar": AGENDA},
        breadcrumbs=way,
    )
    for training in trainings:
        yield _page(training, site)
        yield _calendar(training, site)


def _link(training: Training, today: date) -> TrainingLink:
    coming = sum(not cycle.is_over(today) and not cycle.cancelled for cycle in training.cycles)
    details = plural(coming, "cycle à venir", "cycles à venir") if coming else "pas de cycle annoncé"
    return TrainingLink(training.address, training.title, training.summary, details)


def _page(training: Training, site: Site) -> Page:
    cycles = sorted(training.cycles, key=lambda cycle: cycle.first_day)
    coming = tuple(_card(cycle, training, site) for cycle in cycles if not cycle.is_over(site.today))
    past = tuple(_card(cycle, training, site) for cycle in reversed(cycles) if cycle.is_over(site.today))
    return Page(
        address=training.address,
        template="training",
        title=f"La formation {training.title}",
        description=training.summary,
        context={
            "training": training,
            "coming": coming,
            "past": past,
            "empty": NONE_COMING,
            "calendar": f"{training.address}agenda.ics",
            "question": _question(training, site),
            "described": course(training, site),
        },
        breadcrumbs=(TRAININGS,),
        modified=training.verified_on,
    )


def _calendar(training: Training, site: Site) -> File:
    name = f"Formation {training.title}"
    words = (name, "Les jours de la formation, à venir.", training.address)
    return encode_agenda(site, f"{training.address}agenda.ics", words, training_days(training, site))


def _card(cycle: Cycle, training: Training, site: Site) -> CycleCard:
    apply = cycle.is_open(site.today)
    return CycleCard(
        title=days_in_words(cycle.dates)[:1].upper() + days_in_words(cycle.dates)[1:],
        facts=tuple(_facts(cycle, site)),
        programme=cycle.programme,
        apply=_application(cycle, training, site) if apply else "",
    )


def _facts(cycle: Cycle, site: Site) -> Iterator[Fact]:
    if cycle.hours:
        yield Fact("Horaires", cycle.hours)
    if cycle.place:
        yield Fact("Lieu", cycle.place)
    if cycle.commune:
        commune = site.catalog.communes[cycle.commune]
        yield Fact("Commune", town_label(commune, site.catalog), commune.address)
    if cycle.cancelled:
        yield Fact("Inscription", "ce cycle est annulé")
    elif cycle.enrolment.full:
        yield Fact("Inscription", "c’est complet ; écrivez-nous pour le prochain cycle")
    elif cycle.is_over(site.today):
        return
    elif not cycle.is_open(site.today):
        yield Fact("Inscription", "les inscriptions sont closes")
    elif cycle.enrolment.until:
        yield Fact("Inscription", f"jusqu’au {format_date(cycle.enrolment.until, 'medium')}")
    if cycle.enrolment.how and cycle.is_open(site.today):
        yield Fact("Comment s’inscrire", cycle.enrolment.how)


def _application(cycle: Cycle, training: Training, site: Site) -> str:
    days = days_in_words(cycle.dates)
    return write_to(
        site.catalog.association,
        f"Inscription : {training.title}",
        f"Bonjour,\n\nJe demande une place pour la formation « {training.title} », {days}.\n\n"
        "Ma structure :\n\nMa fonction :\n\nCe que j’attends de la formation :\n\nUn besoin d’accessibilité :\n",
    )


def _question(training: Training, site: Site) -> Invitation:
    return Invitation(
        title="Être prévenu du prochain cycle",
        text="Dites-nous votre structure et votre fonction : nous vous répondrons quand des dates seront fixées.",
        label="Nous écrire",
        address=write_to(
            site.catalog.association,
            f"Prochain cycle : {training.title}",
            f"Bonjour,\n\nPrévenez-nous du prochain cycle de la formation « {training.title} ».\n\n"
            "Notre structure :\n\nMa fonction :\n\nCombien nous serions :\n",
        ),
    )
