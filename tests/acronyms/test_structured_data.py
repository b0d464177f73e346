from plugins.acronyms.structured_data import body_data, defined_term
from tests.acronyms.samples import acronym, body
from tests.association.samples import catalog

URL = "https://www.exemple.fr"
RSA = acronym("rsa", "RSA", "Revenu de solidarité active")


def test_an_acronym_is_a_term_of_the_booklet():
    assert defined_term(RSA, URL) == {
        "@context": "https://schema.org",
        "@type": "DefinedTerm",
        "@id": "https://www.exemple.fr/sigles/rsa/#sigle",
        "name": "RSA",
        "alternateName": "Revenu de solidarité active",
        "description": "Ce que veut dire RSA.",
        "url": "https://www.exemple.fr/sigles/rsa/",
        "inDefinedTermSet": {
            "@type": "DefinedTermSet",
            "@id": "https://www.exemple.fr/sigles/#livret",
            "name": "Les sigles du social, de A à Z",
        },
    }


def test_a_body_is_an_organisation_known_by_its_acronyms():
    one = body("departement", "Le département", sigles=["rsa"])
    assert body_data(one, catalog(acronyms=[RSA], bodies=[one]), URL) == {
        "@context": "https://schema.org",
        "@type": "Organization",
        "@id": "https://www.exemple.fr/organismes/departement/#organisme",
        "name": "Le département",
        "alternateName": ["RSA"],
        "description": "Il verse des aides.",
        "mainEntityOfPage": "https://www.exemple.fr/organismes/departement/",
    }
