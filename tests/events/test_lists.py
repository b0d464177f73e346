from datetime import date

from plugins.views.cards import Chip
from tests.events.samples import compiled, labels, titles
from tests.views.samples import SUNDAY, agenda, outing, rendezvous

ALWAYS = [
    "/sorties/",
    "/sorties/aujourd-hui/",
    "/sorties/ce-week-end/",
    "/sorties/passees/",
    "/sorties/abonnement/",
    "/sorties/rendez-vous/",
]
MUSIC = rendezvous("musique", repetition="FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=21", certitude_regle="fixe")
CONCERT = outing(
    "2026-11-27-concert", "27/11/2026 20h30", genre="musique", public=["familles"], acces={"fauteuil": "oui"}
)
TALE = outing(
    "2026-12-02-conte", "02/12/2026 14h30", genre="conte", adresse={"nom": "Salle", "commune": "26161"}
)
PAST = outing("2026-10-05-theatre", "05/10/2026 20h", genre="theatre", public=["enfants"])


def test_without_any_outing_six_pages_exist_and_help():
    pages = compiled(agenda(series=[MUSIC]))
    assert list(pages) == [*ALWAYS, "/sorties/rendez-vous/musique/"]
    context = pages["/sorties/"].context
    assert (context["count"], context["groups"]) == (0, ())
    assert "Aucune sortie n’est annoncée" in context["empty"]
    assert "La page Contribuer montre comment nous le dire." in context["intro"]
    assert [card.when for card in context["series"]] == ["lundi 21\u00a0juin 2027"]
    assert [card.state_label for card in context["series"]] == ["date calculée, à confirmer"]


def test_a_list_exists_only_when_it_has_an_outing():
    pages = compiled(agenda(CONCERT, TALE, PAST))
    assert [address for address in pages if pages[address].template == "events"] == [
        "/sorties/",
        "/sorties/aujourd-hui/",
        "/sorties/ce-week-end/",
        "/sorties/2026/10/",
        "/sorties/2026/11/",
        "/sorties/2026/12/",
        "/sorties/pour/tout-public/",
        "/sorties/pour/familles/",
        "/sorties/acces/fauteuil/",
        "/sorties/genre/musique/",
        "/sorties/genre/conte/",
        "/sorties/a/lemps-drome/",
        "/sorties/a/valence/",
        "/sorties/passees/",
    ]


def test_chips_lead_to_pages_that_exist_and_count_outings():
    pages = compiled(agenda(CONCERT, TALE, PAST))
    for page in pages.values():
        assert {chip.address for chip in page.context.get("filters", ())} <= pages.keys()
    assert pages["/sorties/"].context["filters"] == (
        Chip("Toutes les sorties", "/sorties/", 2, current=True),
        Chip("Aujourd’hui", "/sorties/aujourd-hui/", 0),
        Chip("Ce week-end", "/sorties/ce-week-end/", 0),
        Chip("Novembre 2026", "/sorties/2026/11/", 1),
        Chip("Décembre 2026", "/sorties/2026/12/", 1),
        Chip("Tout public", "/sorties/pour/tout-public/", 1),
        Chip("En famille", "/sorties/pour/familles/", 1),
        Chip("En fauteuil roulant", "/sorties/acces/fauteuil/", 1),
        Chip("Musique", "/sorties/genre/musique/", 1),
        Chip("Conte", "/sorties/genre/conte/", 1),
        Chip("Lemps (Drôme)", "/sorties/a/lemps-drome/", 1),
        Chip("Valence", "/sorties/a/valence/", 1),
        Chip("Grands rendez-vous", "/sorties/rendez-vous/"),
        Chip("Sorties passées", "/sorties/passees/", 1),
    )


def test_lists_are_cut_day_by_day():
    page = compiled(agenda(TALE, CONCERT))["/sorties/"]
    assert labels(page) == ["vendredi 27\u00a0novembre 2026", "mercredi 2\u00a0décembre 2026"]
    assert (page.context["count"], page.context["made_on"]) == (2, SUNDAY)


def test_what_has_begun_and_goes_on_comes_first():
    show = outing("2026-11-14-expo", {"debut": "14/11/2026", "fin": "12/01/2027"})
    page = compiled(agenda(CONCERT, show))["/sorties/"]
    assert labels(page) == ["Déjà commencé", "vendredi 27\u00a0novembre 2026"]
    assert titles(page) == ["Sortie expo", "Sortie concert"]


def test_what_is_over_is_never_in_a_coming_list():
    pages = compiled(agenda(CONCERT, PAST))
    coming = [
        page for address, page in pages.items() if page.template == "events" and "passees" not in address
    ]
    assert [page.address for page in coming if "Sortie theatre" in titles(page)] == ["/sorties/2026/10/"]
    assert pages["/sorties/2026/10/"].context["intro"].startswith("Ce mois est passé")
    assert [
        card.status for group in pages["/sorties/2026/10/"].context["groups"] for card in group.events
    ] == ["Terminé"]


def test_the_past_is_told_month_by_month_the_latest_first():
    older = outing("2026-09-19-visite", "19/09/2026")
    page = compiled(agenda(older, PAST, CONCERT))["/sorties/passees/"]
    assert labels(page) == ["Octobre 2026", "Septembre 2026"]
    assert titles(page) == ["Sortie theatre", "Sortie visite"]


def test_a_month_that_goes_on_shows_only_what_is_left_of_it():
    early = outing("2026-11-05-theatre", "05/11/2026")
    page = compiled(agenda(early, CONCERT))["/sorties/2026/11/"]
    assert titles(page) == ["Sortie concert"]
    assert page.context["heading"] == "Les sorties de novembre 2026"


def test_august_and_october_take_an_apostrophe():
    assert compiled(agenda(PAST))["/sorties/2026/10/"].context["heading"] == "Les sorties d’octobre 2026"


def test_a_repeated_outing_is_once_in_the_list_and_at_each_date_of_its_month():
    workshop = outing("2026-12-02-atelier", "02/12/2026 18h", repetition={"regle": "FREQ=WEEKLY;COUNT=3"})
    pages = compiled(agenda(workshop))
    assert titles(pages["/sorties/"]) == ["Sortie atelier"]
    assert titles(pages["/sorties/2026/12/"]) == ["Sortie atelier"] * 3
    assert pages["/sorties/2026/12/"].context["count"] == 1


def test_today_shows_what_takes_place_that_day_even_when_it_began_before():
    show = outing("2026-11-14-expo", {"debut": "14/11/2026", "fin": "12/01/2027"})
    page = compiled(agenda(CONCERT, TALE, show), date(2026, 11, 27))["/sorties/aujourd-hui/"]
    assert page.context["heading"] == "Aujourd’hui, vendredi 27\u00a0novembre 2026"
    assert labels(page) == ["Déjà commencé", "vendredi 27\u00a0novembre 2026"]
    assert titles(page) == ["Sortie expo", "Sortie concert"]


def test_a_day_without_outing_names_the_next_ones():
    page = compiled(agenda(TALE))["/sorties/aujourd-hui/"]
    assert page.context["empty"] == (
        "Rien n’est annoncé aujourd’hui. Les prochaines sorties : "
        "« Sortie conte » (mercredi 2\u00a0décembre, Lemps (Drôme))."
    )


def test_the_weekend_names_its_days_and_takes_friday_evening():
    page = compiled(agenda(CONCERT, TALE), date(2026, 11, 25))["/sorties/ce-week-end/"]
    assert page.context["heading"] == "Ce week-end, du 28 au 29\u00a0novembre 2026"
    assert titles(page) == ["Sortie concert"]


def test_on_saturday_the_friday_evening_is_gone():
    page = compiled(agenda(CONCERT), date(2026, 11, 28))["/sorties/ce-week-end/"]
    assert titles(page) == []


def test_an_empty_weekend_names_the_next_outings():
    page = compiled(agenda(CONCERT, TALE))["/sorties/ce-week-end/"]
    assert page.context["empty"] == (
        "Rien n’est annoncé du 21 au 22\u00a0novembre 2026. Les prochaines sorties : "
        "« Sortie concert » (vendredi 27\u00a0novembre, Valence) "
        "et « Sortie conte » (mercredi 2\u00a0décembre, Lemps (Drôme))."
    )


def test_a_cancelled_outing_stays_in_the_list_and_says_it_first():
    event = outing("2026-11-27-concert", "27/11/2026", statut="annule")
    cards = [
        card for group in compiled(agenda(event))["/sorties/"].context["groups"] for card in group.events
    ]
    assert [card.status for card in cards] == ["Annulé"]


HIDDEN = (
    outing("2026-11-27-brouillon", "27/11/2026", brouillon="oui"),
    outing("2026-11-27-rumeur", "27/11/2026", gratuite={"type": "entree-libre"}),
    outing("2026-11-27-retire", "27/11/2026", retirer_le="22/11/2026"),
    outing("2026-11-27-demain", "27/11/2026", publier_le="23/11/2026"),
)


def test_online_lists_know_nothing_of_what_is_not_shown():
    assert list(compiled(agenda(*HIDDEN))) == ALWAYS


def test_a_volunteer_sees_what_is_not_online_apart_from_every_list_with_the_reason():
    pages = compiled(agenda(*HIDDEN), production=False)
    drafts = {
        page.address: page.context["hidden_because"] for page in pages.values() if page.address not in ALWAYS
    }
    assert drafts == {
        "/brouillons/sortie-2026-11-27-brouillon/": "brouillon",
        "/brouillons/sortie-2026-11-27-rumeur/": "sans preuve de gratuité : remplissez « preuve »",
        "/brouillons/sortie-2026-11-27-retire/": "retiré le 22/11/2026",
        "/brouillons/sortie-2026-11-27-demain/": "à paraître le 23/11/2026",
    }
    assert titles(pages["/sorties/"]) == []


def test_two_towns_of_one_name_have_two_lists():
    other = outing("2026-12-03-bal", "03/12/2026", adresse={"nom": "Salle", "commune": "07140"})
    pages = compiled(agenda(TALE, other))
    assert titles(pages["/sorties/a/lemps-drome/"]) == ["Sortie conte"]
    assert titles(pages["/sorties/a/lemps-ardeche/"]) == ["Sortie bal"]
    assert pages["/sorties/a/lemps-ardeche/"].title == "Sorties à Lemps (Ardèche)"
