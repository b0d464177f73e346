"""The page of a partner: season, fares, actions, who welcomes. A place is a partner only when a proof says so."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from plugins.catalog import Catalog
from plugins.catalog.models.place import Partner, ReducedFare, RoleContact
from plugins.french import enumerate_fr, format_date, format_price
from plugins.partners.facts import place_facts
from plugins.partners.partner_lists import FAMILIES, PARTNERS
from plugins.partners.questions import record_question
from plugins.partners.structured_data import partner_data
from plugins.partners.territory import Territory
from plugins.resources import Page
from plugins.views.access import access_facts
from plugins.views.cards import Fact
from plugins.views.drawings import PLACES
from plugins.views.freshness import age_warning
from plugins.views.links import web_name
from plugins.views.pictures import figure


@dataclass(frozen=True)
class FareLine:
    """Hold a reduced fare, ready to print."""

    who: str
    price: str
    proof: str


@dataclass(frozen=True)
class ActionLine:
    """Hold an action, ready to print."""

    label: str
    text: str


def partner_page(partner: Partner, territory: Territory) -> Page:
    """Return the page of a partner; a former one keeps its page, which says so."""
    catalog = territory.catalog
    commune = catalog.communes[partner.commune]
    facts = (*_partnership(partner, territory), *place_facts(partner, catalog), *_more(partner))
    season = tuple(_season(partner, catalog))
    fares = tuple(_fare(fare) for fare in partner.fares)
    asked = (*facts, *season, *(Fact("Tarif réduit", f"{fare.who}, {fare.price}") for fare in fares))
    return Page(
        address=partner.address,
        template="partner",
        title=partner.name,
        description=f"{partner.name}, {commune.name} : saison, tarifs réduits, actions et contacts.",
        context={
            "partner": partner,
            "drawing": PLACES[partner.type],
            "picture": figure(partner.picture, catalog.root),
            "facts": facts,
            "season": season,
            "warning": _warning(partner, territory),
            "question": record_question(partner, asked, territory),
            "access": access_facts(partner.access),
            "fares": fares,
            "actions": tuple(ActionLine(action.type.label, action.text) for action in partner.actions),
            "contacts": tuple(fact for contact in partner.contacts for fact in _contact(contact)),
            "events": territory.events_by_venue.get(partner.slug, ()),
            "commune": commune,
            "described": partner_data(partner, catalog, territory.url),
        },
        breadcrumbs=(PARTNERS, FAMILIES[partner.family].crumb),
        modified=partner.verified_on,
    )


def _partnership(partner: Partner, territory: Territory) -> Iterator[Fact]:
    since, until = partner.partnership.since, partner.partnership.until
    if not partner.is_current(territory.today) and until:
        yield Fact("Ancien partenaire", f"jusqu’au {format_date(until, 'medium')}")
    elif since:
        yield Fact("Partenaire depuis", _day(since))
    yield Fact("Ce qui l’atteste", partner.partnership.source)


def _season(partner: Partner, catalog: Catalog) -> Iterator[Fact]:
    season = partner.programme
    if season is None:
        return
    yield Fact("Années", season.years)
    if season.link:
        yield Fact("En ligne", web_name(season.link), season.link)
    document = catalog.documents.get(season.document or "")
    if document and not document.draft:
        yield Fact("Le programme", document.title, document.address)


def _warning(partner: Partner, territory: Territory) -> str:
    silent = partner.closed or not partner.is_current(territory.today)
    return "" if silent else age_warning(partner.verified_on, "partners", territory.today)


def _more(partner: Partner) -> Iterator[Fact]:
    if partner.email:
        yield Fact("Courriel", partner.email, f"mailto:{partner.email}")
    if partner.audiences:
        yield Fact("Publics accueillis", enumerate_fr(partner.audiences))
    if partner.networks:
        yield Fact("Réseaux", enumerate_fr(partner.networks))
    if partner.siret:
        yield Fact("SIRET", partner.siret)


def _fare(fare: ReducedFare) -> FareLine:
    proof = f"à montrer : {fare.proof}" if fare.proof else ""
    return FareLine(fare.who, format_price(fare.price) if fare.price else "gratuit", proof)


def _contact(contact: RoleContact) -> Iterator[Fact]:
    role = contact.role[:1].upper() + contact.role[1:]
    if contact.phone:
        yield Fact(role, contact.phone, f"tel:{contact.phone.replace(' ', '')}")
    if contact.email:
        yield Fact(role, contact.email, f"mailto:{contact.email}")
    if not contact.phone and not contact.email:
        yield Fact(role, "à demander à l’accueil")


def _day(day: date) -> str:
    return f"le {format_date(day, 'medium')}"
