"""The partners of today in the national schema of social inclusion (data·inclusion, « structures »)."""

from typing import Any

from plugins.catalog.models.place import Partner, Position
from plugins.french import plural
from plugins.opendata.dataset import TEXTS, DataFile, Dataset, given
from plugins.opendata.inclusion import VERSION, email, international, networks, opening_hours, web_address
from plugins.opendata.writing import json_bytes, plain
from plugins.resources import Site
from plugins.views.cards import Fact

SOURCE = "cultures-du-coeur-drome-ardeche"
_FIELDS = (
    Fact("source", f"Qui donne la fiche : {SOURCE}."),
    Fact("id", "L’identifiant unique : la source, deux tirets, le nom de la fiche."),
    Fact("nom", "Le nom de la structure."),
    Fact("date_maj", "Le jour où une personne a vérifié la fiche."),
    Fact("description", "Une remarque utile au visiteur."),
    Fact("lien_source", "Sa page sur ce site."),
    Fact("siret", "Son numéro SIRET."),
    Fact("commune, code_postal, code_insee, adresse", "Où elle est."),
    Fact("longitude, latitude", "Si le point est à l’adresse, et non au centre de la commune."),
    Fact("telephone", "Le numéro public (E.164)."),
    Fact("courriel", "L’adresse d’une fonction, jamais d’une personne."),
    Fact("site_web", "Son site."),
    Fact("horaires_accueil", "Dans l’écriture d’OpenStreetMap, et sinon rien."),
    Fact("accessibilite_lieu", "Sa fiche sur acceslibre."),
    Fact("reseaux_porteurs", "Ses réseaux, dans le vocabulaire national."),
)


def partners_set(site: Site) -> Dataset:
    """Return the partners that the schema can describe."""
    current = [
        partner
        for partner in site.catalog.partners.values()
        if partner.is_current(site.today) and given(partner, site)
    ]
    kept = [structure(partner, site) for partner in sorted(current, key=lambda partner: partner.slug)]
    structures = [found for found in kept if found]
    return Dataset(
        slug="partenaires",
        title="Les partenaires",
        description="Les structures culturelles et sociales qui travaillent avec l’association, dans l’écriture nationale de l’offre d’insertion.",
        counted=plural(len(structures), "partenaire") if structures else "aucun pour le moment",
        licence=TEXTS,
        files=(
            DataFile(
                "partenaires.json",
                "JSON",
                "application/json",
                json_bytes(structures),
                f"schéma data·inclusion {VERSION}",
            ),
        ),
        columns=_FIELDS,
        notes=tuple(_left_out(len(current) - len(structures))),
        example=any(partner.example for partner in current),
    )


def structure(partner: Partner, site: Site) -> dict[str, Any] | None:
    """Return a partner as a « structure », None when the schema asks for what nobody has written.

    The schema wants the day of the last update, not to come, and a name of 3 to 150 signs.
    """
    updated = partner.verified_on
    if updated is None or not (updated.year >= 2000 and updated <= site.today) or len(partner.name) < 3:
        return None
    said = {
        "source": SOURCE,
        "id": f"{SOURCE}--{partner.slug}",
        "nom": partner.name,
        "date_maj": updated,
        "description": partner.note if partner.note and len(partner.note) >= 5 else None,
        "lien_source": site.url + partner.address,
        "siret": partner.siret,
        **_where(partner, site),
        "telephone": international(partner.phone),
        "courriel": email(partner.email),
        "site_web": web_address(partner.website),
        "horaires_accueil": opening_hours(partner.opening_hours),
        "accessibilite_lieu": web_address(partner.acceslibre),
        "reseaux_porteurs": networks(partner.networks),
    }
    return {key: plain(value) for key, value in said.items() if value is not None}


def _where(partner: Partner, site: Site) -> dict[str, Any]:
    exact = partner.position is not Position.TOWN_CENTRE
    return {
        "commune": site.catalog.communes[partner.commune].name,
        "code_postal": partner.postcode,
        "code_insee": partner.commune,
        "adresse": partner.street,
        "longitude": partner.longitude if exact else None,
        "latitude": partner.latitude if exact else None,
    }


def _left_out(count: int) -> list[str]:
    if not count:
        return []
    which = plural(count, "partenaire")
    return [f"{which} en attente : le schéma demande le jour d’une vérification, qui n’est pas encore écrit."]
