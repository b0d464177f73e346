"""The partners, held to the official package of data·inclusion, and to our own rule for hours."""

from datetime import date

import pytest
from data_inclusion.schema import v1

from plugins.catalog import load_catalog
from plugins.opendata.inclusion import NETWORKS, email, international, opening_hours, web_address
from plugins.opendata.partners import structure
from tests.association.samples import site
from tests.opendata.samples import compiled, tree
from tests.site.building import ROOT
from tests.views.samples import agenda, partner

VERIFIED = {"verifie_le": "10/01/2024"}
WHOLE = partner(
    "centre-social",
    "Centre social du Quai",
    "social",
    adresse="4 quai de l'Isère",
    code_postal="26000",
    lat="44.93",
    lon="4.89",
    position="adresse",
    tel="04 75 00 00 00",
    courriel="accueil@exemple.fr",
    site="https://www.exemple.fr/",
    siret="732 829 320 00074",
    horaires="Mo-Fr 08:30-12:30; PH off",
    acceslibre="https://acceslibre.beta.gouv.fr/app/26-valence/a/centre/erp/quai/",
    reseaux=["fcsf", "mjc", "inconnu"],
    note="On y entre sans rendez-vous.",
    **VERIFIED,
)
TOWN_CENTRE = partner(
    "mairie", "Mairie", "institution", lat="44.9", lon="4.9", position="centre-de-la-commune", **VERIFIED
)
STRANGE = partner(
    "etrange",
    "L’Étrange.",
    courriel="deux..points@exemple.fr",
    site="https://exemple.fr:99999/",
    horaires="Mo lundi matin",
    tel="3939",
    note="Oui.",
    **VERIFIED,
)


def _structures(*partners, **options):
    _, files = compiled(agenda(partners=partners), **options)
    return tree(files["partenaires.json"])


@pytest.mark.parametrize("record", [WHOLE, TOWN_CENTRE, STRANGE, partner("f7", "Le F7", **VERIFIED)])
def test_every_partner_that_we_give_is_valid_for_the_official_package(record):
    [said] = _structures(record)
    assert said.keys() <= v1.Structure.model_fields.keys()
    found = v1.Structure.model_validate(said)
    assert found.nom == record.name


def test_the_partners_of_the_examples_are_valid_for_the_official_package():
    day = date(2024, 1, 20)
    _, files = compiled(load_catalog(ROOT, day), day, production=False)
    structures = tree(files["partenaires.json"])
    assert [v1.Structure.model_validate(said).nom for said in structures] == [
        "Exemple : la Maison d'accueil d'exemple",
        "Exemple : la Salle d'exemple",
    ]


def test_a_partner_is_said_whole():
    [said] = _structures(WHOLE)
    assert said == {
        "source": "cultures-du-coeur-drome-ardeche",
        "id": "cultures-du-coeur-drome-ardeche--centre-social",
        "nom": "Centre social du Quai",
        "date_maj": "2024-01-10",
        "description": "On y entre sans rendez-vous.",
        "lien_source": "https://www.exemple.fr/partenaires/centre-social/",
        "siret": "73282932000074",
        "commune": "Valence",
        "code_postal": "26000",
        "code_insee": "26362",
        "adresse": "4 quai de l'Isère",
        "longitude": 4.89,
        "latitude": 44.93,
        "telephone": "+33475000000",
        "courriel": "accueil@exemple.fr",
        "site_web": "https://www.exemple.fr/",
        "horaires_accueil": "Mo-Fr 08:30-12:30; PH off",
        "accessibilite_lieu": "https://acceslibre.beta.gouv.fr/app/26-valence/a/centre/erp/quai/",
        "reseaux_porteurs": ["fcsf", "mjc"],
    }


def test_the_centre_of_a_town_is_not_the_address_of_a_partner():
    [said] = _structures(TOWN_CENTRE)
    assert "longitude" not in said
    assert "latitude" not in said


def test_what_the_schema_would_refuse_is_left_out_rather_than_the_partner():
    [said] = _structures(STRANGE)
    assert sorted(said) == [
        "code_insee",
        "commune",
        "date_maj",
        "id",
        "lien_source",
        "nom",
        "source",
        "telephone",
    ]


@pytest.mark.parametrize("fields", [{}, {"verifie_le": "23/11/2026"}])
def test_a_partner_that_nobody_has_verified_yet_waits_and_the_page_says_so(fields):
    waiting = partner("nouveau", "Le Nouveau", **fields)
    page, files = compiled(agenda(partners=(waiting,)))
    assert tree(files["partenaires.json"]) == []
    [block] = [block for block in page.context["blocks"] if block.anchor == "partenaires"]
    assert [note for note in block.notes if note.startswith("1\u00a0partenaire en attente")]


def test_a_partner_of_the_past_and_an_example_are_not_given_online():
    past = partner(
        "ancien", "L’Ancien", partenariat={"jusqu_a": "31/08/2026", "source": "convention"}, **VERIFIED
    )
    example = partner("exemple", "Exemple", exemple=True, **VERIFIED)
    assert _structures(past, example) == []
    assert len(_structures(past, example, production=False)) == 1


def test_a_name_of_two_letters_waits():
    assert structure(partner("f7", "F7", **VERIFIED), site(agenda(), today=date(2026, 11, 22))) is None


def test_our_networks_are_those_of_the_package():
    assert {network.value for network in v1.ReseauPorteur} == NETWORKS


@pytest.mark.parametrize(
    "text",
    [
        "24/7",
        "Mo-Fr 08:30-12:30; PH off",
        "Tu-Fr 10:00-12:00,14:00-18:00; Sa 14:00-18:00",
        "We,Sa 14:00-24:00",
        "Jul-Aug Mo-Su 10:00-19:00",
        "Sep 15-30 Sa 10:00-12:00",
    ],
)
def test_hours_in_the_writing_of_openstreetmap_are_given(text):
    assert opening_hours(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "lundi matin",
        "Mo lundi matin",
        "Mo 25:00-26:00",
        "Mo 8h-12h",
        "Mo-Fr 08:30",
        "",
        ";",
        "Mo-Fr 08:30-12:30; sur rendez-vous",
        None,
    ],
)
def test_hours_in_other_words_are_not_given_though_the_package_takes_them(text):
    assert opening_hours(text) is None


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("accueil@exemple.fr", True),
        ("a.b+c@sous.exemple.org", True),
        ("a..b@exemple.fr", False),
        (".a@exemple.fr", False),
        ("a@-exemple.fr", False),
        ("a@exemple.test", False),
    ],
)
def test_an_address_of_mail_is_given_when_the_web_takes_it(text, kept):
    assert (email(text) == text) is kept


@pytest.mark.parametrize(
    ("text", "kept"),
    [("https://exemple.fr/", True), ("https://exemple.fr:99999/", False), ("https://.fr/", False)],
)
def test_an_address_of_a_site_is_given_when_it_can_be_read(text, kept):
    assert (web_address(text) == text) is kept


def test_a_phone_is_said_as_from_abroad_and_a_short_number_as_it_is():
    assert international("04 75 00 00 00") == "+33475000000"
    assert international("39 39") == "3939"
    assert international(None) is None
