"""The free outings of the season, one row a date: those to come, those that are over, those cancelled."""

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from plugins.catalog.models.event import Booking, Event, Occurrence, Travel
from plugins.catalog.models.place import Access, Place, Position
from plugins.catalog.models.territory import Commune
from plugins.french import plural
from plugins.opendata.access import access_columns
from plugins.opendata.dataset import TEXTS, DataFile, Dataset, given
from plugins.opendata.openagenda import MAPPING, open_agenda
from plugins.opendata.writing import Column, csv_bytes
from plugins.resources import Site
from plugins.views.access import event_access
from plugins.views.calendar import Showing, showings, visible_events
from plugins.views.cards import Fact
from plugins.views.towns import event_town, event_venue


@dataclass(frozen=True)
class DatedOuting:
    """Hold one date of an outing with all that a row tells."""

    event: Event
    occurrence: Occurrence
    name: str
    street: str | None
    postcode: str | None
    commune: Commune
    place: Place | None
    access: Access
    number: str
    url: str


def season_start(today: date) -> date:
    """Return the first day of the cultural season: the 1st of September."""
    return date(today.year if today.month >= 9 else today.year - 1, 9, 1)


def season_showings(site: Site) -> tuple[Showing, ...]:
    """Return the dates of the season and all those after, in order: published outings, proven free."""
    events = (event for event in visible_events(site.catalog, site.today) if given(event, site))
    first = season_start(site.today)
    return tuple(showing for showing in showings(events) if showing.occurrence.last_day >= first)


def outings_set(site: Site) -> Dataset:
    """Return the outings as a table and in the shape of OpenAgenda."""
    shown = season_showings(site)
    rows = [_row(showing, site) for showing in shown]
    events = len({showing.event.slug for showing in shown})
    counted = f"{plural(events, 'sortie')}, {plural(len(rows), 'date')}" if rows else "aucune pour le moment"
    return Dataset(
        slug="sorties",
        title="Les sorties gratuites",
        description="Les sorties de la saison, du 1er septembre au 31 août : celles qui viennent, celles qui sont passées, celles qui sont annulées (et le fichier le dit). Chacune a une preuve de sa gratuité.",
        counted=counted,
        licence=TEXTS,
        files=(
            DataFile("sorties.csv", "CSV", "text/csv", csv_bytes(COLUMNS, rows)),
            DataFile(
                "sorties.json", "JSON", "application/json", open_agenda(shown, site), "la forme d’OpenAgenda"
            ),
        ),
        columns=tuple(Fact(column.name, column.description) for column in COLUMNS),
        notes=(
            "Dans le tableau, une ligne par date. Une date sans heure est un jour seul ; une fin vide n’est pas connue.",
            *MAPPING,
        ),
        example=any(showing.event.example for showing in shown),
    )


def _row(showing: Showing, site: Site) -> DatedOuting:
    event = showing.event
    venue = event_venue(event, site.catalog)
    return DatedOuting(
        event=event,
        occurrence=showing.occurrence,
        name=venue.name,
        street=venue.street,
        postcode=venue.postcode,
        commune=event_town(event, site.catalog),
        place=venue if isinstance(venue, Place) else None,
        access=event_access(event, site.catalog),
        number=site.catalog.number_of(event),
        url=site.url + event.address,
    )


def _booking(row: DatedOuting, field: str) -> Any:
    return getattr(row.event.booking or Booking(), field)


def _travel(row: DatedOuting, field: str) -> Any:
    return getattr(row.event.travel or Travel(), field)


def _age(row: DatedOuting, field: str) -> int | None:
    found: int | None = getattr(row.event.age, field, None)
    return found


def _point(row: DatedOuting, field: str) -> float | None:
    exact = row.place is not None and row.place.position is not Position.TOWN_CENTRE
    return getattr(row.place, field) if exact else None


def _access(row: DatedOuting) -> Access:
    return row.access


def _columns_of_the_outing() -> tuple[Column[DatedOuting], ...]:
    return (
        Column("id", "Le nom unique de la sortie, le même à chaque date.", lambda row: row.event.slug),
        Column("numero", "Son numéro, celui des affiches et du téléphone.", lambda row: row.number),
        Column("titre", "Le titre.", lambda row: row.event.title),
        Column("resume", "Une phrase.", lambda row: row.event.summary),
        Column("debut", "Le jour, ou le jour et l’heure (ISO 8601).", lambda row: row.occurrence.start),
        Column("fin", "La fin, si elle est connue.", lambda row: row.occurrence.finish),
        Column("statut", "programme, reporte, deplace, complet ou annule.", lambda row: row.event.status),
        Column("ancien_debut", "La date d’avant, si elle a changé.", lambda row: row.event.former_start),
        Column("genre", "Le genre.", lambda row: row.event.genre),
        Column("public", "Pour qui.", lambda row: row.event.audiences),
        Column("age_min", "Dès quel âge, en années.", partial(_age, field="minimum")),
        Column("age_max", "Jusqu’à quel âge.", partial(_age, field="maximum")),
    )


def _columns_of_the_price() -> tuple[Column[DatedOuting], ...]:
    return (
        Column("gratuite", "De quelle façon c’est gratuit.", lambda row: row.event.free.type),
        Column("condition", "Pour qui, si c’est sous condition.", lambda row: row.event.free.condition),
        Column(
            "frais_restants", "Ce qu’il reste à payer, en euros.", lambda row: row.event.free.remaining_cost
        ),
        Column("preuve", "Ce qui prouve la gratuité.", lambda row: row.event.free.proof),
        Column("preuve_verifiee_le", "Le jour où on l’a lue.", lambda row: row.event.free.verified_on),
    )


def _columns_of_the_place() -> tuple[Column[DatedOuting], ...]:
    return (
        Column("lieu", "Le nom du lieu.", lambda row: row.name),
        Column("lieu_id", "Son id dans « lieux », s’il a une fiche.", lambda row: row.event.place),
        Column("adresse", "Numéro et rue.", lambda row: row.street),
        Column("code_postal", "Cinq chiffres : gardez-le comme un texte.", lambda row: row.postcode),
        Column("commune", "La commune.", lambda row: row.commune.name),
        Column("code_insee", "Son code INSEE, un texte aussi.", lambda row: row.commune.insee),
        Column("departement", "07 ou 26.", lambda row: row.commune.department),
        Column("latitude", "Si l’adresse est située (WGS 84).", partial(_point, field="latitude")),
        Column("longitude", "De même.", partial(_point, field="longitude")),
    )


def _columns_of_the_visit() -> tuple[Column[DatedOuting], ...]:
    return (
        *access_columns(_access),
        Column("reservation_tel", "Pour réserver.", partial(_booking, field="phone")),
        Column("reservation_courriel", "De même.", partial(_booking, field="email")),
        Column("reservation_lien", "De même.", partial(_booking, field="link")),
        Column("reservation_avant", "Dernier moment pour réserver.", partial(_booking, field="before")),
        Column("bus", "Lignes et arrêt.", partial(_travel, field="bus")),
        Column("dernier_retour", "Le dernier moyen de rentrer.", partial(_travel, field="last_return")),
        Column("parking", "Où se garer.", partial(_travel, field="parking")),
        Column("comment_ca_se_passe", "Durée, bruit, enfants…", lambda row: row.event.what_to_expect),
        Column("en_clair", "La même chose en mots très simples.", lambda row: row.event.plain_words),
        Column("organisateur", "Qui organise.", lambda row: row.event.organiser),
        Column("source", "D’où vient l’information.", lambda row: row.event.source),
        Column("a_verifier", "Ce dont on doute.", lambda row: row.event.to_check),
        Column("modifie_le", "Le jour du dernier changement.", lambda row: row.event.modified_on),
        Column("page", "Sa page sur ce site.", lambda row: row.url),
    )


COLUMNS = (
    *_columns_of_the_outing(),
    *_columns_of_the_price(),
    *_columns_of_the_place(),
    *_columns_of_the_visit(),
)
