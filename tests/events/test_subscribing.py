from tests.events.samples import compiled, resources
from tests.views.samples import agenda, outing

CONCERT = outing("2026-11-27-concert", "27/11/2026 20h30", genre="musique", acces={"fauteuil": "oui"})


def test_each_list_that_lasts_has_an_address_to_copy():
    page = compiled(agenda(CONCERT))["/sorties/abonnement/"]
    assert {shelf.label: [item.label for item in shelf.lists] for shelf in page.context["shelves"]} == {
        "Toutes les sorties": ["Toutes les sorties", "Aujourd’hui", "Ce week-end"],
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
    for shelf in found["/sorties/abonnement/"].context["shelves"]:
        for item in shelf.lists:
            assert {item.address, *(channel.address for channel in item.others)} <= found.keys()


def test_without_any_outing_one_can_still_subscribe():
    page = compiled(agenda())["/sorties/abonnement/"]
    assert [shelf.label for shelf in page.context["shelves"]] == ["Toutes les sorties"]


def test_each_kind_of_device_has_its_steps():
    labels = [device.label for device in compiled(agenda())["/sorties/abonnement/"].context["devices"]]
    assert labels == [
        "Sur un iPhone ou un iPad",
        "Sur un téléphone Android, avec Google Agenda",
        "Sous Windows, avec Outlook",
        "Avec Thunderbird",
    ]
