"""A small booklet made by hand: homonyms, a replaced acronym, a doubt, a body, an example that is left out."""

from datetime import date
from pathlib import Path
from typing import Any

from plugins.catalog import Catalog, load_catalog
from plugins.resources import Site
from tests.acronyms.samples import acronym, body

MINI = Path(__file__).parent.parent / "sites" / "mini"
TODAY = date(2026, 12, 1)
URL = "https://www.culturesducoeur26-07.org"
ACRONYMS = (
    acronym("ass-allocation", "ASS", "Allocation de solidarité spécifique", source="un texte"),
    acronym("ass-assistant", "ASS", "Assistant de service social", a_verifier="le nom du métier"),
    acronym("rmi", "RMI", "Revenu minimum d'insertion", jusqu_a="2009", remplace_par=["rsa"]),
    acronym(
        "rsa",
        "RSA",
        "Revenu de solidarité active",
        depuis="2009",
        voir_aussi=["ass-allocation"],
        recoupe_dans=["dicosigles.fr (une personne, CC0)", "dicosigles.fr (Sénat, CC0)"],
    ),
    acronym("pad", "PAD", "Point d'accès au droit", jusqu_a="2020", remplace_par_texte="Point-justice"),
)
BODIES = (body("caf", "Caisse d'allocations familiales", sigles=["rsa"]),)


def catalog(
    *, acronyms: tuple[Any, ...] = ACRONYMS, bodies: tuple[Any, ...] = BODIES, **more: Any
) -> Catalog:
    found = load_catalog(MINI)
    named = {record.slug: record for record in acronyms}
    fields = {name: getattr(found, name) for name in found.__dataclass_fields__}
    changed = {"acronyms": named, "bodies": {record.slug: record for record in bodies}, "editions": {}}
    return Catalog(**{**fields, **changed, **more})


def site(**fields: Any) -> Site:
    return Site(catalog=catalog(**fields), news=(), today=TODAY, url=URL, production=True)
