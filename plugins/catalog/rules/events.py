"""Rules of the outings."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from plugins.catalog import models
from plugins.catalog.loading import Entry, Loaded
from plugins.catalog.problems import Problem
from plugins.catalog.recurrence import RecurrenceError, expand

LONGEST = timedelta(days=366)


def end_follows_start(entry: Entry, _loaded: Loaded) -> Iterator[Problem]:
    """The end of a date comes after its start, within a year, and both are days or both are hours."""
    for index, occurrence in enumerate(entry.record.dates):
        path = ("dates", index, "fin")
        if occurrence.end is None:
            continue
        if occurrence.duration is not None:
            yield entry.origin.problem(
                ("dates", index, "duree"),
                "fin",
                "la fin et la durée sont écrites toutes les deux.",
                hint="gardez la fin ou la durée",
            )
        if isinstance(occurrence.start, datetime) != isinstance(occurrence.end, datetime):
            yield entry.origin.problem(
                path,
                "fin",
                "le début et la fin ne sont pas écrits de la même façon.",
                expected="deux jours, ou deux jours avec l’heure",
                hint="ajoutez l’heure là où elle manque",
            )
        elif occurrence.end < occurrence.start:
            yield entry.origin.problem(
                path, "fin", "la fin est avant le début.", hint="échangez les deux, ou corrigez le jour"
            )
        elif occurrence.end - occurrence.start > LONGEST:
            yield entry.origin.problem(
                path, "fin", "la sortie durerait plus d’un an.", hint="vérifiez l’année de la fin"
            )


def file_name_holds_the_day(entry: Entry, _loaded: Loaded) -> Iterator[Problem]:
    """The day in the file's name is the first day of the outing, or its former day when postponed."""
    event: models.event.Event = entry.record
    if event.example:
        return
    former = event.former_start
    former_day = former.date() if isinstance(former, datetime) else former
    days = {occurrence.first_day for occurrence in event.dates} | ({former_day} if former_day else set())
    if event.slug[:10] not in {day.isoformat() for day in days}:
        yield entry.origin.problem(
            ("dates",),
            "date-et-nom-de-fichier",
            "le jour du nom de fichier n’est pas celui de la sortie.",
            written=entry.origin.file.rsplit("/", 1)[-1],
            expected=f"{event.dates[0].first_day.isoformat()}-….yaml",
            hint="corrigez la date ; si la sortie est reportée, gardez l’ancienne date dans « ancien_debut »",
        )


def place_is_said_once(entry: Entry, _loaded: Loaded) -> Iterator[Problem]:
    """An outing says where it takes place, either by `lieu` or by `adresse`."""
    event: models.event.Event = entry.record
    if (event.place is None) == (event.elsewhere is None):
        what = "n’est pas écrit" if event.place is None else "est écrit deux fois"
        yield entry.origin.problem(
            ("adresse",) if event.elsewhere else (),
            "lieu",
            f"l’endroit de la sortie {what}.",
            expected="« lieu: nom-de-la-fiche », ou « adresse: » avec nom et commune",
            hint="ajoutez l’un des deux" if event.place is None else "gardez l’un des deux",
        )


def status_says_what_changed(entry: Entry, _loaded: Loaded) -> Iterator[Problem]:
    """A postponed outing keeps its former date."""
    event: models.event.Event = entry.record
    if event.status is models.event.EventStatus.POSTPONED and event.former_start is None:
        yield entry.origin.problem(
            ("statut",),
            "ancienne-date",
            "la sortie est reportée, mais l’ancienne date n’est pas écrite.",
            hint="ajoutez « ancien_debut: » avec la date annoncée d’abord",
        )


def gratuity_is_complete(entry: Entry, _loaded: Loaded) -> Iterator[Problem]:
    """An outing that is free under a condition says which one; open admission leaves nothing to pay."""
    free = entry.record.free
    if free.type is models.event.Gratuity.CONDITIONAL and not free.condition:
        yield entry.origin.problem(
            ("gratuite", "type"),
            "gratuite",
            "c’est gratuit sous condition, mais la condition n’est pas écrite.",
            hint="ajoutez « condition: » (par exemple : pour les moins de 18 ans)",
        )
    if free.type is models.event.Gratuity.OPEN and free.remaining_cost:
        yield entry.origin.problem(
            ("gratuite", "frais_restants"),
            "gratuite",
            "l’entrée est libre, mais il reste quelque chose à payer.",
            hint="retirez les frais, ou choisissez « sous-condition »",
        )


def ages_are_in_order(entry: Entry, _loaded: Loaded) -> Iterator[Problem]:
    """The youngest age is not above the oldest."""
    age = entry.record.age
    if age and age.minimum is not None and age.maximum is not None and age.minimum > age.maximum:
        yield entry.origin.problem(
            ("age", "min"), "age", "l’âge minimum dépasse l’âge maximum.", hint="échangez les deux âges"
        )


def shown_before_hidden(entry: Entry, _loaded: Loaded) -> Iterator[Problem]:
    """An outing or a post is withdrawn after it is published."""
    record = entry.record
    if record.publish_on and record.withdraw_on and record.withdraw_on <= record.publish_on:
        yield entry.origin.problem(
            ("retirer_le",),
            "retrait",
            "la date de retrait est avant la date de publication.",
            hint="échangez les deux dates",
        )


def rule_can_be_followed(entry: Entry, _loaded: Loaded) -> Iterator[Problem]:
    """A repetition has an end, can be read, and gives a reasonable number of dates."""
    if entry.record.recurrence is None:
        return
    try:
        expand(entry.record)
    except RecurrenceError as error:
        yield entry.origin.problem(("repetition", "regle"), "repetition", str(error), hint=error.hint)


def is_told_once(loaded: Loaded) -> Iterator[Problem]:
    """Two files do not announce the same outing: same title, same start, same place."""
    first: dict[tuple[Any, ...], Entry] = {}
    for entry in loaded.entries.get("events", {}).values():
        event: models.event.Event = entry.record
        title = " ".join(event.title.casefold().split())
        other = first.setdefault((title, event.dates[0].start, event.place, event.elsewhere), entry)
        if other is not entry:
            yield entry.origin.problem(
                ("titre",),
                "doublon",
                "cette sortie est déjà annoncée dans un autre fichier.",
                expected=f"une seule fiche (l’autre est {other.origin.file})",
                hint="gardez la plus complète des deux",
            )


RULES = (
    end_follows_start,
    file_name_holds_the_day,
    place_is_said_once,
    status_says_what_changed,
    gratuity_is_complete,
    ages_are_in_order,
    shown_before_hidden,
    rule_can_be_followed,
)
