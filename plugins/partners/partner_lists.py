"""The lists of partners: all, by family, by town, by action, by audience. Pages as filters, with counts.

The lists of the families exist even when nobody is on them; the others come with the first partner they hold.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from plugins.catalog.models.place import ActionType, Family, Partner
from plugins.french import at_town, slugify, sort_key
from plugins.partners.territory import Territory
from plugins.resources import Crumb, Page
from plugins.views.cards import Chip, place_card
from plugins.views.towns import town_label

PARTNERS = Crumb("Partenaires", "/partenaires/")

HOW_TO_JOIN = (
    "Vous dirigez un lieu, une compagnie, une structure sociale ? Devenir partenaire commence par un message : "
    "écrivez-nous depuis la page Contact. Vous voulez signaler un lieu ou corriger une fiche ? "
    "La page Contribuer montre comment faire."
)


@dataclass(frozen=True)
class PartnerList:
    """Hold a list of partners: its place on the site, its words, and whom it holds."""

    address: str
    label: str
    heading: str
    intro: str
    empty: str
    holds: Callable[[Partner], bool]

    @property
    def crumb(self) -> Crumb:
        """Return the step of the way that leads to the list."""
        return Crumb(self.heading, self.address)


@dataclass(frozen=True)
class Choices:
    """Hold the filters of one question."""

    label: str
    chips: tuple[Chip, ...]


def _is_of(family: Family, partner: Partner) -> bool:
    return partner.family is family


def _is_in(insee: str, partner: Partner) -> bool:
    return partner.commune == insee


def _does(action: ActionType, partner: Partner) -> bool:
    return any(done.type is action for done in partner.actions)


def _welcomes(audience: str, partner: Partner) -> bool:
    return audience in map(slugify, partner.audiences)


ALL = PartnerList(
    PARTNERS.address,
    "Tous",
    "Nos partenaires",
    "Les lieux culturels donnent des invitations ; les structures sociales les proposent et accompagnent.",
    f"La liste des partenaires n’est pas encore publiée. {HOW_TO_JOIN}",
    lambda _partner: True,
)
FAMILIES = {
    Family.CULTURAL: PartnerList(
        "/partenaires/culturels/",
        "Culturels",
        "Les partenaires culturels",
        "Ils donnent des invitations, ouvrent leurs coulisses et accueillent les groupes.",
        f"Aucun partenaire culturel n’est encore publié. {HOW_TO_JOIN}",
        partial(_is_of, Family.CULTURAL),
    ),
    Family.SOCIAL: PartnerList(
        "/partenaires/sociaux/",
        "Sociaux",
        "Les partenaires sociaux",
        "Leurs référents proposent les sorties aux personnes qu’ils accompagnent, et y vont parfois avec elles.",
        f"Aucun partenaire social n’est encore publié. {HOW_TO_JOIN}",
        partial(_is_of, Family.SOCIAL),
    ),
    Family.INSTITUTION: PartnerList(
        "/partenaires/institutions/",
        "Institutions",
        "Les institutions partenaires",
        "Communes, départements, région, État : elles soutiennent ce qui se fait ici.",
        f"Aucune institution partenaire n’est encore publiée. {HOW_TO_JOIN}",
        partial(_is_of, Family.INSTITUTION),
    ),
}


def partner_list_pages(territory: Territory) -> Iterator[Page]:
    """Return every list of partners."""
    partners = territory.partners()
    questions = _questions(partners, territory)
    for found in (ALL, *FAMILIES.values(), *(one for lists in questions.values() for one in lists)):
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
                "filters": (
                    *_chips((ALL, *FAMILIES.values()), partners, found),
                    Chip("Tous les lieux", "/lieux/"),
                ),
                "choices": tuple(
                    Choices(label, _chips(lists, partners, found))
                    for label, lists in questions.items()
                    if lists
                ),
                "empty": "" if cards else found.empty,
            },
            breadcrumbs=() if found is ALL else (PARTNERS,),
        )


def _chips(
    lists: Iterable[PartnerList], partners: tuple[Partner, ...], current: PartnerList
) -> tuple[Chip, ...]:
    return tuple(
        Chip(found.label, found.address, sum(map(found.holds, partners)), current=found is current)
        for found in lists
    )


def _questions(partners: tuple[Partner, ...], territory: Territory) -> dict[str, tuple[PartnerList, ...]]:
    """Return the lists that the partners of the day make, under the question each answers."""
    return {
        "Où ?": tuple(_by_town(partners, territory)),
        "Pour faire quoi ?": tuple(_by_action(partners)),
        "Qui y est accueilli ?": tuple(_by_audience(partners)),
    }


def _by_town(partners: tuple[Partner, ...], territory: Territory) -> Iterator[PartnerList]:
    communes = {partner.commune: territory.catalog.communes[partner.commune] for partner in partners}
    for commune in sorted(communes.values(), key=lambda town: (sort_key(town.name), town.insee)):
        name = town_label(commune, territory.catalog)
        yield PartnerList(
            f"/partenaires/a/{commune.slug}/",
            name,
            f"Les partenaires {at_town(name)}",
            f"Les partenaires de Cultures du Cœur Drôme-Ardèche {at_town(name)}.",
            "",
            partial(_is_in, commune.insee),
        )


def _by_action(partners: tuple[Partner, ...]) -> Iterator[PartnerList]:
    actions = {done.type for partner in partners for done in partner.actions}
    for action in sorted(actions, key=lambda found: sort_key(found.label)):
        yield PartnerList(
            f"/partenaires/action/{action.value}/",
            action.label,
            f"Les partenaires : {action.label.lower()}",
            f"Ce qu’ils proposent aux personnes accompagnées : {action.label.lower()}.",
            "",
            partial(_does, action),
        )


def _by_audience(partners: tuple[Partner, ...]) -> Iterator[PartnerList]:
    audiences = {slugify(words): words for partner in reversed(partners) for words in partner.audiences}
    for slug, words in sorted(audiences.items()):
        yield PartnerList(
            f"/partenaires/pour/{slug}/",
            words[:1].upper() + words[1:],
            f"Les partenaires qui accueillent : {words}",
            f"Les partenaires dont la fiche dit qu’ils accueillent : {words}.",
            "",
            partial(_welcomes, slug),
        )
