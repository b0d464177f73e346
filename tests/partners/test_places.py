from datetime import date

import pytest

from plugins.resources import Crumb
from plugins.views.cards import Chip, Fact
from tests.partners.samples import compiled
from tests.views.samples import THEATRE, agenda, outing, partner, place

MUSEUM = place("musee", "Musée d’exemple", "07186", type="musee")
CLOSED = place("ancien-theatre", "Ancien théâtre", ferme="depuis 2021")


def groups(page):
    return {
        group.anchor: (group.label, [card.name for card in group.places])
        for department in page.context["departments"]
        for group in department.groups
    }


def test_places_are_listed_by_department_then_type_and_closed_ones_last():
    page = compiled(agenda(places=[CLOSED, THEATRE, MUSEUM]))["/lieux/"]
    assert groups(page) == {
        "ardeche-musee": ("Musées", ["Musée d’exemple"]),
        "drome-theatre": ("Théâtres", ["Théâtre de la Ville", "Ancien théâtre"]),
    }
    assert page.context["count"] == 3
    assert page.context["filters"] == (
        Chip("Ardèche", "/lieux/ardeche/", 1),
        Chip("Drôme", "/lieux/drome/", 2),
        Chip("Par commune", "/communes/", 4),
        Chip("Nos partenaires", "/partenaires/", 0),
    )


def test_a_cultural_partner_is_a_place_and_a_social_one_is_not():
    catalog = agenda(partners=[partner("mjc", "La MJC"), partner("ccas", "Le CCAS", "social")])
    assert groups(compiled(catalog)["/lieux/"]) == {
        "drome-theatre": ("Théâtres", ["La MJC", "Théâtre de la Ville"])
    }


def test_facts_of_a_place_tell_what_where_and_how_sure():
    full = place(
        "musee",
        "Musée d’exemple",
        type="musee",
        disciplines=["archéologie", "beaux-arts"],
        label="Musée de France",
        annee_creation=1911,
        adresse="4 place de l’Exemple",
        code_postal="26000",
        lat=44.93,
        lon=4.89,
        position="adresse",
        periode="toute l’année",
        horaires="Tu-Su 10:00-18:00",
        tel="0475000000",
        site="https://www.musee.exemple.fr/",
        source="Muséofile",
        source_annee="2024",
        fiabilite="bonne",
    )
    assert compiled(agenda(places=[full]))["/lieux/musee/"].context["facts"] == (
        Fact("Genre de lieu", "Musée"),
        Fact("On y trouve", "archéologie et beaux-arts"),
        Fact("Label", "Musée de France"),
        Fact("Créé en", "1911"),
        Fact("Commune", "Valence", "/communes/valence/"),
        Fact("Adresse", "4 place de l’Exemple, 26000 Valence"),
        Fact(
            "Carte",
            "Voir sur OpenStreetMap",
            "https://www.openstreetmap.org/?mlat=44.93&mlon=4.89#map=18/44.93/4.89",
        ),
        Fact("Période", "toute l’année"),
        Fact("Horaires", "du mardi au dimanche, de 10\u00a0h à 18\u00a0h"),
        Fact("Téléphone", "04 75 00 00 00"),
        Fact("Site", "musee.exemple.fr", "https://www.musee.exemple.fr/"),
        Fact("Année de la source", "2024"),
        Fact("Fiabilité", "Source sûre"),
    )


def test_the_centre_of_a_town_is_not_shown_as_the_place():
    vague = place("x", "X", lat=44.93, lon=4.89, position="centre-de-la-commune")
    assert "Carte" not in [
        fact.label for fact in compiled(agenda(places=[vague]))["/lieux/x/"].context["facts"]
    ]


def test_a_place_shows_its_coming_outings_and_the_other_places_of_its_town():
    coming, past = outing("2026-11-27-bal", "27/11/2026"), outing("2026-11-20-fini", "20/11/2026")
    catalog = agenda(coming, past, places=[THEATRE, CLOSED, MUSEUM])
    page = compiled(catalog)["/lieux/theatre-de-la-ville/"]
    assert [card.title for card in page.context["events"]] == ["Sortie bal"]
    assert [card.name for card in page.context["others"]] == ["Ancien théâtre"]
    assert page.breadcrumbs == (Crumb("Lieux", "/lieux/"), Crumb("Valence", "/communes/valence/"))


def test_an_outing_leaves_the_page_of_its_place_the_day_after():
    catalog = agenda(outing("2026-11-27-bal", "27/11/2026"))
    assert compiled(catalog, date(2026, 11, 27))["/lieux/theatre-de-la-ville/"].context["events"]
    assert compiled(catalog, date(2026, 11, 28))["/lieux/theatre-de-la-ville/"].context["events"] == ()


def test_each_department_has_its_own_list_and_the_hub_leads_to_it():
    pages = compiled(agenda(places=[CLOSED, THEATRE, MUSEUM]))
    assert [address for address in pages if address in {"/lieux/", "/lieux/ardeche/", "/lieux/drome/"}] == [
        "/lieux/",
        "/lieux/ardeche/",
        "/lieux/drome/",
    ]
    drome = pages["/lieux/drome/"].context["department"]
    assert (drome.name, drome.address, drome.count) == ("Drôme", "/lieux/drome/", 2)
    assert pages["/lieux/"].context["departments"][1] == drome
    assert pages["/lieux/drome/"].title == "Les lieux de culture : Drôme"


def test_a_department_without_any_place_has_no_list():
    assert "/lieux/ardeche/" not in compiled(agenda(places=[THEATRE]))


@pytest.mark.parametrize(
    ("verified", "closed", "warning"),
    [
        (None, None, "Personne n’a encore vérifié cette fiche : téléphonez avant de venir."),
        ("22/11/2025", None, "Pas vérifié depuis plus d’un an : téléphonez avant de venir."),
        ("23/11/2025", None, ""),
        (None, "depuis 2021", ""),
    ],
)
def test_a_visitor_is_told_when_nobody_has_looked_for_a_year(verified, closed, warning):
    shown = place("x", "X", verifie_le=verified, ferme=closed)
    assert compiled(agenda(places=[shown]))["/lieux/x/"].context["warning"] == warning


def test_a_type_of_many_places_has_a_page_of_its_own_and_a_link_to_it():
    many = [place(f"f{n:02}", f"Festival {n:02}", type="festival") for n in range(41)]
    pages = compiled(agenda(places=[THEATRE, *many]))
    festivals, theatres = pages["/lieux/drome/"].context["department"].groups
    assert (festivals.label, festivals.apart, festivals.address) == (
        "Festivals",
        True,
        "/lieux/drome/festivals/",
    )
    assert (theatres.apart, theatres.address) == (False, "/lieux/drome/#drome-theatre")
    alone = pages["/lieux/drome/festivals/"]
    assert alone.title == "Festivals : Drôme"
    assert [(group.apart, len(group.places)) for group in alone.context["department"].groups] == [(False, 41)]


def test_forty_places_of_a_type_stay_with_the_others():
    forty = [place(f"f{n:02}", f"Festival {n:02}", type="festival") for n in range(40)]
    assert "/lieux/drome/festivals/" not in compiled(agenda(places=forty))
