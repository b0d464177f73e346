"""The partners of the association: three lists, one page each. A place is a partner only when a proof says so."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from plugins.catalog.models.place import Family, Partner, ReducedFare, RoleContact, Season
from plugins.french import enumerate_fr, format_date, format_price
from plugins.partners.facts import place_facts
from plugins.partners.territory import Territory
from plugins.resources import Crumb, Page
from plugins.views.access import access_facts
from plugins.views.cards import Chip, Fact, place_card

PARTNERS = Crumb("Partenaires", "/partenaires/")

HOW_TO_JOIN = (
    "Vous dirigez un lieu, une compagnie, une structure sociale ? Devenir partenaire commence par un message : "
    "écrivez-nous depuis la page Contact. Vous voulez signaler un lieu ou corriger une fiche ? "
    "La page Contribuer montre comment faire."
)


@dataclass(frozen=True)
class PartnerList:
    """Hold a list of partners: its place on the site and its words."""

    address: str
    label: str
    heading: str
    intro: str
    empty: str
    family: Family | None = None

    def holds(self, partner: Partner) -> bool:
        """Tell whether a partner belongs to the list."""
        return self.family in {None, partner.family}


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


LISTS = (
    PartnerList(
        PARTNERS.address,
        "Tous",
        "Nos partenaires",
        "Les lieux culturels donnent des invitations ; les structures sociales les proposent et accompagnent.",
        f"La liste des partenaires n’est pas encore publiée. {HOW_TO_JOIN}",
    ),
    PartnerList(
        "/partenaires/culturels/",
        "Culturels",
        "Les partenaires culturels",
        "Ils donnent des invitations, ouvrent leurs coulisses et accueillent les groupes.",
        f"Aucun partenaire culturel n’est encore publié. {HOW_TO_JOIN}",
        Family.CULTURAL,
    ),
    PartnerList(
        "/partenaires/sociaux/",
        "Sociaux",
        "Les partenaires sociaux",
        "Leurs référents proposent les sorties aux personnes qu’ils accompagnent, et y vont parfois avec elles.",
        f"Aucun partenaire social n’est encore publié. {HOW_TO_JOIN}",
        Family.SOCIAL,
    ),
)


def partner_list_pages(territory: Territory) -> Iterator[Page]:
    """Return the three lists of partners; they exist even when nobody is on them yet."""
    partners = territory.partners()
    for found in LISTS:
        cards = tuple(place_card(partner, territory.catalog) for partner in partners if found.holds(partner))
        yield Page(
            address=found.address,
            template="partners",
            title=found.heading,
            description=found.intro,
            context={
                "heading": found.heading,
                "intro": found.intro,
                "partners": cards,
                "filters": _filters(partners, found),
                "empty": "" if cards else found.empty,
            },
            breadcrumbs=() if found.family is None else (PARTNERS,),
        )


def partner_page(partner: Partner, territory: Territory) -> Page:
    """Return the page of a partner; a former one keeps its page, which says so."""
    catalog = territory.catalog
    commune = catalog.communes[partner.commune]
    family = next((found for found in LISTS if found.family is partner.family), LISTS[0])
    return Page(
        address=partner.address,
        template="partner",
        title=partner.name,
        description=f"{partner.name}, {commune.name} : saison, tarifs réduits, actions et contacts.",
        context={
            "partner": partner,
            "facts": (*_partnership(partner, territory), *place_facts(partner, catalog), *_more(partner)),
            "access": access_facts(partner.access),
            "fares": tuple(_fare(fare) for fare in partner.fares),
            "actions": tuple(ActionLine(action.type.label, action.text) for action in partner.actions),
            "contacts": tuple(fact for contact in partner.contacts for fact in _contact(contact)),
            "events": territory.events_by_venue.get(partner.slug, ()),
            "commune": commune,
        },
        breadcrumbs=(PARTNERS,)
        if family.family is None
        else (PARTNERS, Crumb(family.heading, family.address)),
        modified=partner.verified_on,
    )


def _filters(partners: tuple[Partner, ...], current: PartnerList) -> tuple[Chip, ...]:
    chips = (
        Chip(found.label, found.address, sum(map(found.holds, partners)), current=found is current)
        for found in LISTS
    )
    return (*chips, Chip("Tous les lieux", "/lieux/"))


def _partnership(partner: Partner, territory: Territory) -> Iterator[Fact]:
    since, until = partner.partnership.since, partner.partnership.until
    if not partner.is_current(territory.today) and until:
        yield Fact("Ancien partenaire", f"jusqu’au {format_date(until, 'medium')}")
    elif since:
        yield Fact("Partenaire depuis", _day(since))
    yield Fact("Ce qui l’atteste", partner.partnership.source)
    if partner.programme:
        yield _season(partner.programme)


def _season(season: Season) -> Fact:
    address = season.link or (f"/documents/{season.document}/" if season.document else None)
    return Fact("Saison", season.years, address)


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


def _day(day: date) -> str:
    return f"le {format_date(day, 'medium')}"
