"""The team, role by role: what each does and how to reach it, never who holds it."""

from collections.abc import Iterator
from dataclasses import dataclass

from plugins.association.blanks import dial
from plugins.catalog.models.team import RoleState, TeamRole
from plugins.resources import Crumb, Page, Site
from plugins.views.cards import Fact

TEAM = Crumb("L’équipe", "/association/equipe/")
KIND_WORDS = {
    RoleState.HELD: "",
    RoleState.OPEN: "La place est libre. Elle vous tente ? Écrivez-nous.",
    RoleState.UNKNOWN: "Nous ne savons pas encore qui tient ce rôle aujourd’hui. Cette page le dira, sans donner de nom.",
}


@dataclass(frozen=True)
class RoleCard:
    """Hold a role; `words` is said when nobody is known to hold it."""

    title: str
    mission: str
    words: str
    facts: tuple[Fact, ...]
    source: str


def team_page(site: Site, way: tuple[Crumb, ...]) -> Page:
    """Return the team; with no role written yet, the page says so kindly."""
    return Page(
        address=TEAM.address,
        template="team",
        title="L’équipe",
        description="Qui fait quoi dans l’association, fonction par fonction. Aucun nom de personne.",
        context={"roles": tuple(_card(role) for role in site.catalog.team.values())},
        breadcrumbs=way,
    )


def role_contacts(role: TeamRole) -> Iterator[Fact]:
    """Return how to reach a role, its number then its address."""
    if role.phone:
        yield Fact(role.role, role.phone, dial(role.phone))
    if role.email:
        yield Fact(role.role, role.email, f"mailto:{role.email}")


def _card(role: TeamRole) -> RoleCard:
    return RoleCard(
        title=role.role,
        mission=role.mission,
        words=KIND_WORDS[role.state],
        facts=tuple(role_contacts(role)),
        source=role.source or "",
    )
