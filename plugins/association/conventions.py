"""The conventions with towns, by state: those that are signed, those under way, those that have ended."""

from collections.abc import Iterator
from dataclasses import dataclass

from plugins.association.meetings import first_report
from plugins.catalog.models.convention import ConventionState
from plugins.french import sort_key
from plugins.resources import Crumb, Page, Site
from plugins.views.conventions import ConventionCard, convention_card
from plugins.views.writing import Invitation, write_to

CONVENTIONS = Crumb("Conventions", "/association/conventions/")
LABELS = {
    ConventionState.SIGNED: "Signées",
    ConventionState.UNDER_WAY: "En cours de préparation",
    ConventionState.ENDED: "Arrivées à leur terme",
}
EMPTY = {
    ConventionState.SIGNED: "Aucune convention signée n’est connue de ce site pour le moment.",
    ConventionState.UNDER_WAY: "En octobre 2009, d’autres conventions sont en cours\u00a0; le compte rendu ne dit pas avec "
    "quelles communes, et nous n’avons rien de plus récent.",
    ConventionState.ENDED: "Aucune, que nous sachions.",
}


@dataclass(frozen=True)
class ConventionGroup:
    """Hold the conventions of one state; `empty` is said when there is none."""

    label: str
    conventions: tuple[ConventionCard, ...]
    empty: str


def conventions_page(site: Site, way: tuple[Crumb, ...]) -> Page:
    """Return the list of conventions, and how a town begins one."""
    association = site.catalog.association
    return Page(
        address=CONVENTIONS.address,
        template="conventions",
        title="Les conventions avec les communes",
        description="Une convention réunit trois signataires autour des habitants : les élus à l’action sociale, les élus "
        "à l’action culturelle et l’association.",
        context={
            "report": first_report(site),
            "groups": tuple(_groups(site)),
            "question": Invitation(
                title="Vous êtes élu ou agent d’une commune ?",
                text="Un message suffit pour commencer. Rien ne vous engage.",
                label="Nous écrire",
                address=write_to(
                    association,
                    "Une convention avec notre commune",
                    "Bonjour,\n\nNotre commune :\n\nMa fonction (action sociale, culture, autre) :\n\nCe que nous imaginons :\n",
                ),
            ),
        },
        breadcrumbs=way,
    )


def _groups(site: Site) -> Iterator[ConventionGroup]:
    found = sorted(
        site.catalog.conventions.values(),
        key=lambda one: (sort_key(site.catalog.communes[one.commune].name), one.slug),
    )
    for state, label in LABELS.items():
        cards = (
            convention_card(one, site.catalog, site.today)
            for one in found
            if one.state_on(site.today) is state
        )
        yield ConventionGroup(label, tuple(cards), EMPTY[state])
