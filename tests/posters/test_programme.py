from datetime import date

from plugins.catalog.models.event import Booking
from plugins.posters.programme import (
    Period,
    also_in_words,
    booking_in_words,
    lively_areas,
)
from tests.posters.samples import MONTH_TO_COME, in_valence, many, opened
from tests.views.samples import outing


def test_a_poster_shows_each_outing_once_under_its_first_day():
    found = in_valence(outing("2026-11-24-contes", "24/11/2026 17h", "1/12/2026 17h", "8/12/2026 17h"))
    assert [(day.label, [outing.event.slug for outing in day.outings]) for day in found.days] == [
        ("Mardi 24\u00a0novembre", ["2026-11-24-contes"])
    ]
    assert also_in_words(found.outings[0], "day") == "Aussi : mar. 1er\u00a0déc. et mar. 8\u00a0déc."


def test_what_began_before_comes_first_under_its_own_words():
    exhibition = outing("2026-11-02-expo", {"debut": "2/11/2026", "fin": "12/12/2026"})
    found = in_valence(outing("2026-11-23-concert", "23/11/2026 20h"), exhibition)
    assert [day.label for day in found.days] == ["Déjà commencé", "Lundi 23\u00a0novembre"]


def test_what_is_over_and_what_comes_later_are_not_on_the_poster():
    found = in_valence(
        outing("2026-11-20-fini", "20/11/2026 20h"), outing("2026-12-24-plus-tard", "24/12/2026 20h")
    )
    assert found.days == ()


def test_an_outing_without_proof_is_on_no_poster():
    assert in_valence(outing("2026-11-24-x", "24/11/2026", gratuite={"type": "entree-libre"})).days == ()


def test_forty_outings_have_room_and_the_others_are_counted():
    found = in_valence(*many(43))
    assert (len(found.outings), found.left_out) == (40, 3)


def test_the_departments_come_first_then_the_towns_and_none_without_outing():
    elsewhere = outing("2026-11-25-conte", "25/11/2026", adresse={"nom": "Salle", "commune": "07186"})
    areas = lively_areas(opened(outing("2026-11-24-a", "24/11/2026"), elsewhere), MONTH_TO_COME)
    assert [(area.slug, area.where) for area in areas] == [
        ("departement-ardeche", "en Ardèche"),
        ("departement-drome", "en Drôme"),
        ("privas", "à Privas"),
        ("valence", "à Valence"),
    ]


def test_a_period_is_told_in_words():
    assert Period(date(2026, 11, 23), date(2026, 11, 29)).words == "du 23 au 29\u00a0novembre 2026"
    assert Period(date(2026, 11, 23), date(2026, 11, 23)).words == "le lundi 23\u00a0novembre 2026"


def test_how_to_book_is_said_by_phone_first():
    phone = Booking.model_validate({"tel": "04 75 00 00 00", "courriel": "a@example.org"})
    assert booking_in_words(phone) == "Réservation : 04 75 00 00 00"
    assert (
        booking_in_words(Booking.model_validate({"lien": "https://example.org/"}))
        == "Réservation sur le site"
    )
    assert booking_in_words(None) == ""
