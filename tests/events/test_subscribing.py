from tests.events.samples import compiled, resources
from tests.views.samples import agenda, outing, place, town

CONCERT = outing("2026-11-27-concert", "27/11/2026 20h30", genre="musique", acces={"fauteuil": "oui"})


def test_each_list_that_lasts_has_an_address_to_copy():
    page = compiled(agenda(CONCERT))["/sorties/abonnement/"]
    assert [item.label for item in page.context["lists"]] == [
        "Toutes les sorties",
        "Aujourd’hui",
        "Ce week-end",
    ]
    assert {shelf.label: [item.label for item in shelf.lists] for shelf in page.context["shelves"]} == {
        "Pour qui": ["Tout public"],
        "Accueil des personnes handicapées": ["En fauteuil roulant"],
        "Genre de sortie": ["Musique"],
        "Commune": ["Valence"],
    }
    town = page.context["shelves"][-1].lists[0]
    assert town.https == "https://www.exemple.fr/sorties/a/valence/agenda.ics"
    assert town.webcal == "webcal://www.exemple.fr/sorties/a/valence/agenda.ics"


def test_every_address_leads_to_a_file():
    found = resources(agenda(CONCERT))
    context = found["/sorties/abonnement/"].context
    shelved = [item for shelf in context["shelves"] for item in shelf.lists]
    assert len(shelved) == 4
    for item in [*context["lists"], *shelved]:
        assert {item.address, *(channel.address for channel in item.others)} <= found.keys()


def test_each_kind_of_list_has_a_page_and_goes_on_over_the_next_when_it_is_long():
    pages = compiled(agenda(CONCERT))
    for shelf in pages["/sorties/abonnement/"].context["shelves"]:
        assert pages[shelf.address].context == {"shelf": shelf, "more": ()}
    towns = [town(f"26{number:03}", f"T{number}", f"t{number}") for number in range(10, 36)]
    places = [place(f"p{number}", "P", f"26{number:03}") for number in range(10, 36)]
    events = [outing(f"2026-11-27-s{number}", "27/11/2026", lieu=f"p{number}") for number in range(10, 36)]
    pages = compiled(agenda(*events, communes=towns, places=places))
    first, second = pages["/sorties/abonnement/a/"].context, pages["/sorties/abonnement/a/2/"].context
    assert (len(first["shelf"].lists), len(second["shelf"].lists)) == (24, 2)
    assert [shelf.span for shelf in first["more"]] == ["T34 – T35"]
    assert second["more"] == (first["shelf"],)


def test_without_any_outing_one_can_still_subscribe():
    page = compiled(agenda())["/sorties/abonnement/"]
    assert [item.label for item in page.context["lists"]] == [
        "Toutes les sorties",
        "Aujourd’hui",
        "Ce week-end",
    ]
    assert page.context["shelves"] == ()


def test_each_kind_of_device_has_its_steps():
    labels = [device.label for device in compiled(agenda())["/sorties/abonnement/"].context["devices"]]
    assert labels == [
        "Sur un iPhone ou un iPad",
        "Sur un téléphone Android, avec Google Agenda",
        "Sous Windows, avec Outlook",
        "Avec Thunderbird",
    ]
