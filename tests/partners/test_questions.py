from urllib.parse import parse_qs, urlsplit

from tests.association.samples import association
from tests.partners.samples import compiled
from tests.views.samples import agenda, partner, place

KNOWN = association(courriel="contact@exemple.fr")


def question(page):
    return page.context["question"]


def body(link):
    return parse_qs(urlsplit(link).query)["body"][0].replace("\r\n", "\n")


def test_while_the_association_has_no_address_the_question_leads_to_the_contact_page():
    asked = question(compiled(agenda(places=[place("x", "X")]))["/lieux/x/"])
    assert (asked.title, asked.address) == ("Votre fiche est-elle juste ?", "/association/contact/")


def test_the_e_mail_holds_the_page_and_what_it_says():
    shown = place("x", "Le X", tel="0475000000", adresse="1 rue", code_postal="26000", fiabilite="bonne")
    link = question(compiled(agenda(places=[shown], association=KNOWN))["/lieux/x/"]).address
    parts = urlsplit(link)
    assert (parts.scheme, parts.path) == ("mailto", "contact@exemple.fr")
    assert parse_qs(parts.query)["subject"] == ["Fiche à vérifier : Le X"]
    assert body(link) == (
        "Bonjour,\n\nVoici ce que dit la fiche https://www.exemple.fr/lieux/x/\n\n"
        "Genre de lieu : Théâtre\nCommune : Valence\nAdresse : 1 rue, 26000 Valence\nTéléphone : 04 75 00 00 00\n"
        "\nCe qui est juste, ce qui a changé :\n\n\nMa fonction dans la structure :\n"
    )


def test_a_partner_is_asked_about_its_season_and_its_fares_too():
    shown = partner(
        "x",
        "X",
        saison={"annees": "2026-2027", "lien": "https://exemple.fr/saison"},
        tarifs_reduits=[{"qui": "moins de 26 ans", "prix": "5"}],
    )
    link = question(compiled(agenda(partners=[shown], association=KNOWN))["/partenaires/x/"]).address
    assert "Années : 2026-2027\nEn ligne : exemple.fr/saison\nTarif réduit : moins de 26 ans, 5" in body(link)
    assert "convention" not in body(link)


def test_a_long_record_still_has_an_e_mail_that_programs_open():
    fields = {"precisions": "é" * 300, "periode": "à" * 140, "disciplines": ["théâtre" * 15]}
    link = question(
        compiled(agenda(places=[place("x", "É" * 140, **fields)], association=KNOWN))["/lieux/x/"]
    ).address
    assert len(link) <= 2000
    assert "https://www.exemple.fr/lieux/x/" in body(link)
    assert "Ce qui est juste" in body(link)
