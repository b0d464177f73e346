import pytest

from plugins.catalog.models.convention import Convention
from plugins.partners.territory import distance, open_territory
from plugins.partners.towns import DepartmentGroup, LetterGroup, NearTown, TownLine
from plugins.resources import Crumb
from plugins.views.cards import Fact
from plugins.views.conventions import ConventionCard
from plugins.views.meetings import SessionLine
from tests.association.samples import meeting
from tests.partners.samples import compiled
from tests.views.samples import (
    LEMPS_DROME,
    PRIVAS,
    SUNDAY,
    THEATRE,
    TOWNS,
    VALENCE,
    agenda,
    outing,
    partner,
    place,
    rendezvous,
    town,
)

FAR = town("26198", "Montélimar", "montelimar", at=(44.56, 4.75))
CLOSE = town("26057", "Bourg-lès-Valence", "bourg-les-valence", at=(44.95, 4.89))


def test_the_distance_is_that_of_the_crow():
    assert distance(VALENCE, PRIVAS) == pytest.approx(33.2, abs=0.1)
    assert distance(VALENCE, VALENCE) == 0


def test_every_town_has_its_page_even_with_nothing():
    pages = compiled(agenda(places=()))
    assert [address for address in pages if address.startswith("/communes/")] == [
        "/communes/",
        "/communes/ardeche/",
        "/communes/ardeche/l/",
        "/communes/ardeche/p/",
        "/communes/drome/",
        "/communes/drome/l/",
        "/communes/drome/v/",
        "/communes/valence/",
        "/communes/privas/",
        "/communes/lemps-ardeche/",
        "/communes/lemps-drome/",
    ]
    empty = pages["/communes/privas/"].context
    assert (empty["events"], empty["places"], empty["partners"], empty["nearest"]) == ((), (), (), ())


def test_a_town_names_the_nearest_towns_that_have_something():
    bal = outing("2026-11-27-bal", "27/11/2026", adresse={"nom": "Salle", "commune": "26198"})
    records = {"communes": [*TOWNS, FAR, CLOSE], "places": [place("a", "A"), place("b", "B", "26057")]}
    pages = compiled(agenda(bal, **records))
    assert pages["/communes/privas/"].context["nearest"] == (
        NearTown("Montélimar", "/communes/montelimar/", "22\u00a0km", "1\u00a0sortie"),
        NearTown("Valence", "/communes/valence/", "33\u00a0km", "1\u00a0lieu"),
        NearTown("Bourg-lès-Valence", "/communes/bourg-les-valence/", "35\u00a0km", "1\u00a0lieu"),
    )
    nearest = pages["/communes/bourg-les-valence/"].context["nearest"]
    assert [found.name for found in nearest] == ["Valence", "Montélimar"]


def test_at_most_five_towns_are_named():
    many = [town(f"260{n:02}", f"Ville {n}", f"ville-{n}", at=(44 + n / 100, 5)) for n in range(10, 20)]
    catalog = agenda(
        communes=[*TOWNS, *many], places=[place(f"p{n}", "P", f"260{n:02}") for n in range(10, 20)]
    )
    assert [found.name for found in compiled(catalog)["/communes/lemps-drome/"].context["nearest"]] == [
        "Ville 19", "Ville 18", "Ville 17", "Ville 16", "Ville 15",
    ]  # fmt: skip


def test_a_past_outing_makes_no_town_lively():
    past = outing("2026-11-20-bal", "20/11/2026", adresse={"nom": "Salle", "commune": "26161"})
    assert open_territory(agenda(past, places=()), SUNDAY, "https://www.exemple.fr").lively_towns == ()


def test_a_former_partner_makes_no_town_lively():
    former = partner("ancien", "Ancien", partenariat={"jusqu_a": "31/08/2026", "source": "convention"})
    assert (
        open_territory(agenda(places=(), partners=[former]), SUNDAY, "https://www.exemple.fr").lively_towns
        == ()
    )


def test_a_hub_gathers_outings_places_and_partners():
    bal = outing("2026-11-27-bal", "27/11/2026")
    page = compiled(agenda(bal, partners=[partner("mjc", "La MJC")]))["/communes/valence/"]
    assert [card.title for card in page.context["events"]] == ["Sortie bal"]
    assert [card.name for card in page.context["places"]] == ["Théâtre de la Ville"]
    assert [card.name for card in page.context["partners"]] == ["La MJC"]
    assert page.title == "Sorties et lieux de culture à Valence"


def test_a_town_with_much_shows_the_first_and_leads_to_all():
    events = [outing(f"2026-11-27-s{number}", "27/11/2026") for number in range(5)]
    places = [THEATRE, *(place(f"p{number}", f"P{number}", "26362") for number in range(8))]
    pages = compiled(agenda(*events, places=places))
    context = pages["/communes/valence/"].context
    assert (len(context["events"]), context["event_count"]) == (3, 5)
    assert (len(context["places"]), context["place_count"]) == (6, 9)
    listed = pages["/communes/valence/lieux/"]
    assert [card.name for card in listed.context["places"]] == [
        *(f"P{number}" for number in range(8)),
        "Théâtre de la Ville",
    ]
    assert listed.breadcrumbs[-1] == Crumb("Valence", "/communes/valence/")
    assert "/communes/privas/lieux/" not in pages


def test_two_towns_of_one_name_have_two_pages_told_apart():
    pages = compiled(agenda())
    assert pages["/communes/lemps-drome/"].title == "Sorties et lieux de culture à Lemps (Drôme)"
    assert pages["/communes/lemps-ardeche/"].title == "Sorties et lieux de culture à Lemps (Ardèche)"
    assert pages["/communes/lemps-drome/"].context["commune"] is LEMPS_DROME


def test_facts_of_a_town_are_in_french():
    wide = town(
        "26362",
        "Valence",
        "valence",
        codes_postaux=["26000", "26100"],
        population=64726,
        epci="CA Valence Romans Agglo",
        anciens_noms=["Valence-sur-Rhône"],
    )
    assert compiled(agenda(communes=[wide]))["/communes/valence/"].context["facts"] == (
        Fact("Département", "Drôme (26)"),
        Fact("Codes postaux", "26000 et 26100"),
        Fact("Population", "64\u202f726\u00a0habitants"),
        Fact("Intercommunalité", "Communauté d’agglomération Valence Romans Agglo"),
        Fact("Ancien nom", "Valence-sur-Rhône"),
        Fact("Code INSEE", "26362"),
    )


def test_the_index_goes_by_department_and_letter():
    page = compiled(agenda())["/communes/"]
    valence = TownLine("Valence", "/communes/valence/", "1\u00a0lieu")
    assert page.context["count"] == 4
    assert page.context["departments"] == (
        DepartmentGroup(
            name="Ardèche",
            address="/communes/ardeche/",
            count=2,
            letters=(
                LetterGroup(
                    "L", "/communes/ardeche/l/", (TownLine("Lemps", "/communes/lemps-ardeche/", ""),)
                ),
                LetterGroup("P", "/communes/ardeche/p/", (TownLine("Privas", "/communes/privas/", ""),)),
            ),
            lively=(),
        ),
        DepartmentGroup(
            name="Drôme",
            address="/communes/drome/",
            count=2,
            letters=(
                LetterGroup("L", "/communes/drome/l/", (TownLine("Lemps", "/communes/lemps-drome/", ""),)),
                LetterGroup("V", "/communes/drome/v/", (valence,)),
            ),
            lively=(valence,),
        ),
    )


def test_each_department_has_its_list_and_a_department_without_town_has_none():
    pages = compiled(agenda())
    assert pages["/communes/drome/"].context["department"] is pages["/communes/"].context["departments"][1]
    assert pages["/communes/drome/"].breadcrumbs == (Crumb("Communes", "/communes/"),)
    assert "/communes/ardeche/" not in compiled(agenda(communes=[VALENCE]))


def test_each_letter_has_its_list_and_says_from_where_to_where():
    pages = compiled(agenda(communes=[VALENCE, town("26999", "Vinsobres", "vinsobres", at=(44.3, 5.1))]))
    letter = pages["/communes/drome/v/"]
    assert letter.context["department"] is pages["/communes/drome/"].context["department"]
    assert letter.context["letter"].words == "2\u00a0communes, Valence à Vinsobres"
    assert [line.name for line in letter.context["letter"].communes] == ["Valence", "Vinsobres"]
    assert letter.breadcrumbs == (Crumb("Communes", "/communes/"), Crumb("Drôme", "/communes/drome/"))
    assert "/communes/drome/l/" not in pages


def test_a_letter_with_one_town_names_it():
    assert compiled(agenda(communes=[VALENCE]))["/communes/drome/v/"].context["letter"].words == "Valence"


def test_a_hub_with_outings_leads_to_their_list():
    pages = compiled(agenda(outing("2026-11-27-bal", "27/11/2026")))
    assert pages["/communes/valence/"].context["list_address"] == "/sorties/a/valence/"
    assert pages["/communes/privas/"].context["list_address"] == ""


def test_a_hub_shows_the_rendezvous_of_the_town_and_no_other():
    series = [
        rendezvous("ici", commune="26362"),
        rendezvous("ailleurs", commune="07186"),
        rendezvous("partout"),
    ]
    page = compiled(agenda(series=series))["/communes/valence/"]
    assert [card.name for card in page.context["series"]] == ["Fête ici"]


def test_a_hub_tells_the_meetings_held_there_and_what_is_only_supposed():
    sessions = [
        {"date": "05/10/2009", "commune": "26362", "etat": "tenue", "appariement": "hypothese"},
        {"date": "19/11/2009", "commune": "07186"},
    ]
    pages = compiled(agenda(meetings=[meeting("lancement", sessions)]))
    assert pages["/communes/valence/"].context["sessions"] == (
        SessionLine(
            "l’un de ces jours : le 5\u00a0octobre 2009",
            "Lancement de saison",
            "/rencontres/lancement/",
            "tenue",
            sure=False,
        ),
    )
    told = pages["/communes/privas/"].context["sessions"][0]
    assert (told.state, told.sure) == ("était prévue\u00a0; rien ne dit ici si elle a eu lieu", True)


def test_a_hub_tells_its_convention_in_the_words_of_the_source():
    found = Convention.model_validate(
        {
            "slug": "valence",
            "commune": "26362",
            "etat": "signee",
            "annee": 2009,
            "resume": "Elle vient d’être signée.",
        }
    )
    pages = compiled(agenda(conventions=[found]))
    assert pages["/communes/valence/"].context["conventions"] == (
        ConventionCard(
            town="Valence",
            address="/communes/valence/",
            summary="Elle vient d’être signée.",
            facts=(Fact("Où elle en est", "signée"), Fact("Année", "2009")),
            to_check="",
        ),
    )
    assert pages["/communes/privas/"].context["conventions"] == ()


def test_the_dot_of_a_hub_is_on_its_small_map():
    context = compiled(agenda(communes=TOWNS))["/communes/lemps-drome/"].context
    assert context["dot"] == (76, 96)
    assert (context["land"].width, context["land"].height) == (80, 100)
