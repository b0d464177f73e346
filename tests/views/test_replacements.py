"""What an acronym out of use has become, in words, up to what is said today."""

import pytest

from plugins.views.replacements import became
from tests.acronyms.samples import acronym
from tests.association.samples import catalog

CATALOG = catalog(
    acronyms=(
        acronym("rsa", "RSA", "Revenu de solidarité active"),
        acronym("rmi", "RMI", "Revenu minimum", jusqu_a="2009", remplace_par=["rsa"]),
        acronym("anpe", "ANPE", "Agence", jusqu_a="2009", remplace_par=["pe"]),
        acronym("pe", "PE", "Pôle emploi", jusqu_a="2024", remplace_par=["ft"]),
        acronym("ft", "FT", "France Travail"),
        acronym(
            "bdp", "BDP", "Bibliothèque", jusqu_a="2017", remplace_par_texte="bibliothèque départementale"
        ),
        acronym("paio", "PAIO", "Permanence", remplace_par=["rsa"]),
        acronym("cif", "CIF", "Congé", jusqu_a="2019"),
    )
)


@pytest.mark.parametrize(
    ("slug", "words"),
    [
        ("rsa", ""),
        ("rmi", "depuis 2009\u00a0: RSA"),
        ("anpe", "depuis 2009\u00a0: Pôle emploi\u00a0; aujourd’hui\u00a0: France Travail"),
        ("pe", "depuis 2024\u00a0: France Travail"),
        ("bdp", "depuis 2017\u00a0: bibliothèque départementale"),
        ("paio", "ensuite\u00a0: RSA"),
        ("cif", "n’est plus utilisé depuis 2019"),
    ],
)
def test_what_is_said_instead_is_told_up_to_today(slug: str, words: str) -> None:
    assert became(CATALOG.acronyms[slug], CATALOG) == words
