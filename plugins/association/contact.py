"""Tell how to reach the association."""

from plugins.association.blanks import email_facts, phone_facts, seat_facts
from plugins.association.team import role_contacts
from plugins.catalog.models.association import Association
from plugins.french import enumerate_fr
from plugins.resources import Crumb, Page, Site
from plugins.views.cards import Fact

ASKED = ("siege.rue", "siege.code_postal", "siege.commune", "tel")
"""The fields of data/association.yaml that this page needs and that publishing asks for."""


def contact_page(site: Site, way: tuple[Crumb, ...]) -> Page:
    """Return the contact page; what is still unknown is said in the preview only."""
    association = site.catalog.association
    return Page(
        address="/association/contact/",
        template="contact",
        title="Nous joindre",
        description=f"Comment joindre {association.name}.",
        context={
            "facts": _facts(association, preview=not site.production),
            "roles": tuple(fact for role in site.catalog.team.values() for fact in role_contacts(role)),
            "missing": () if site.production else _missing(association),
        },
        breadcrumbs=way,
    )


def _facts(association: Association, *, preview: bool) -> tuple[Fact, ...]:
    return (
        Fact("Association", association.name),
        *phone_facts(association, preview=preview),
        *email_facts(association, preview=preview),
        *seat_facts(association, preview=preview),
        Fact("Territoire", enumerate_fr(association.departments)),
    )


def _missing(association: Association) -> tuple[str, ...]:
    asked = tuple(key for key in association.missing_legal_fields() if key in ASKED)
    return asked if association.email else (*asked, "courriel")
