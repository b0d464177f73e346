from plugins.views.cards import place_card
from plugins.views.towns import address_lines, town_label
from tests.views.samples import LEMPS_ARDECHE, LEMPS_DROME, THEATRE, VALENCE, agenda, place, town


def test_two_towns_of_one_name_are_told_apart_by_their_department():
    catalog = agenda()
    assert town_label(LEMPS_ARDECHE, catalog) == "Lemps (Ardèche)"
    assert town_label(LEMPS_DROME, catalog) == "Lemps (Drôme)"
    assert town_label(VALENCE, catalog) == "Valence"


def test_a_place_card_names_the_right_town_and_leads_to_it():
    card = place_card(place("salle", "Salle des fêtes", "26161"), agenda())
    assert (card.commune, card.commune_address) == ("Lemps (Drôme)", "/communes/lemps-drome/")


def test_an_address_reads_as_on_an_envelope():
    assert address_lines(THEATRE, agenda()) == (
        "Théâtre de la Ville",
        "1 place de la Liberté",
        "26000 Valence",
    )


def test_a_town_with_several_postcodes_is_not_given_one_by_chance():
    wide = town("26362", "Valence", "valence", codes_postaux=["26000", "26100"])
    assert address_lines(place("x", "Salle"), agenda(communes=[wide])) == ("Salle", "Valence")
