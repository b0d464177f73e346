from datetime import date

from plugins.catalog.models.number import OutingNumber
from plugins.events.codes import spelled
from tests.events.samples import compiled
from tests.views.samples import agenda, outing


def number(digits, of, **fields):
    return OutingNumber.model_validate({"slug": digits, "numero": digits, "sortie": of} | fields)


def targets(events, numbers, today=date(2026, 11, 22)):
    catalog = agenda(*events, numbers={found.number: found for found in numbers})
    pages = compiled(catalog, today)
    return {address: page.context["target"] for address, page in pages.items() if page.template == "redirect"}


def test_a_number_leads_to_its_outing_even_when_it_is_over():
    event = outing("2026-11-20-concert", "20/11/2026 20h30")
    assert targets([event], [number("1007", event.slug)]) == {"/1007/": "/sorties/2026/11/20-concert/"}


def test_the_number_of_an_outing_that_has_gone_leads_to_the_coming_ones():
    withdrawn = outing("2026-11-20-bal", "20/11/2026", retirer_le="21/11/2026")
    retired = number("1010", "2025-01-01-conte", retiree="oui")
    assert targets([withdrawn], [number("1007", withdrawn.slug), retired]) == {
        "/1007/": "/sorties/",
        "/1010/": "/sorties/",
    }


def test_what_is_not_shown_yet_has_no_number_online():
    hidden = [
        outing("2026-12-01-a", "01/12/2026", brouillon="oui"),
        outing("2026-12-01-b", "01/12/2026", publier_le="30/11/2026"),
        outing("2026-12-01-c", "01/12/2026", gratuite={"type": "entree-libre"}),
    ]
    numbers = [
        number(digits, event.slug) for digits, event in zip(("1007", "1010", "1029"), hidden, strict=True)
    ]
    assert targets(hidden, numbers) == {}


def test_nobody_looks_a_number_up():
    event = outing("2026-11-27-concert", "27/11/2026")
    pages = compiled(agenda(event, numbers={"1007": number("1007", event.slug)}))
    assert (pages["/1007/"].title, pages["/1007/"].indexed) == ("Sortie 1007", False)


def test_a_number_is_said_digit_by_digit():
    assert spelled("1070") == "un, zéro, sept, zéro"
    assert spelled("") == ""


def test_the_page_says_its_number_only_when_it_has_one():
    with_one = outing("2026-11-27-concert", "27/11/2026")
    without = outing("2026-11-27-bal", "27/11/2026")
    pages = compiled(agenda(with_one, without, numbers={"1007": number("1007", with_one.slug)}))
    assert pages[with_one.address].context["sharing"].invitation.number == "1007"
    assert pages[with_one.address].context["sharing"].invitation.spelled == "un, zéro, zéro, sept"
    assert pages[without.address].context["sharing"].invitation.number == ""


def test_nobody_is_invited_to_what_is_over():
    event = outing("2026-11-20-concert", "20/11/2026")
    assert compiled(agenda(event))[event.address].context["sharing"].invitation is None
