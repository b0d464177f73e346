import json
from datetime import date

import pytest
from lxml import etree
from pydantic import ValidationError

from plugins.resources import Page
from tests.events.samples import compiled, files, resources
from tests.formats.calendar_linter import faults
from tests.formats.calendar_reading import instants, read
from tests.views.samples import agenda, outing

CONCERT = outing(
    "2026-11-27-concert",
    {"debut": "27/11/2026 20h30", "fin": "27/11/2026 22h"},
    genre="musique",
    modifie_le="20/11/2026",
)
WORKSHOP = outing(
    "2026-11-25-atelier",
    "25/11/2026 18h",
    repetition={"regle": "FREQ=WEEKLY;COUNT=3", "sauf": ["02/12/2026"]},
)
PAST = outing("2026-10-05-theatre", "05/10/2026 20h", genre="theatre")
FORMS = ("agenda.ics", "atom.xml", "feed.json", "liste.txt")


def uids(content: bytes) -> list[str]:
    return [uid.removesuffix("@culturesducoeur26-07.org") for uid in instants(content)]


def property_of(content: bytes, name: str) -> str:
    return read(content)[0].components[0].children("VEVENT")[0].all(name)[0].text


def test_every_list_has_four_files_and_links_to_them():
    found = resources(agenda(CONCERT, WORKSHOP, PAST))
    lists = [page for page in found.values() if isinstance(page, Page) and page.template == "events"]
    for page in lists:
        linked = [channel.address for channel in page.context["channels"]]
        assert linked == [f"{page.address}{form}" for form in FORMS]
        assert set(linked) <= found.keys()


def test_every_file_under_the_linter_is_right():
    found = files(agenda(CONCERT, WORKSHOP, PAST))
    calendars = {address: content for address, content in found.items() if address.endswith(".ics")}
    assert "/sorties/2026/10/05-theatre/sortie.ics" in calendars
    assert {address: faults(content) for address, content in calendars.items() if faults(content)} == {}


def test_a_calendar_holds_every_date_to_come_without_the_exceptions():
    found = files(agenda(CONCERT, WORKSHOP, PAST))
    assert uids(found["/sorties/agenda.ics"]) == [
        "2026-11-25-atelier",
        "2026-11-27-concert",
        "2026-11-25-atelier-20261209T1800",
    ]
    assert uids(found["/sorties/2026/12/agenda.ics"]) == ["2026-11-25-atelier-20261209T1800"]
    assert uids(found["/sorties/genre/musique/agenda.ics"]) == ["2026-11-27-concert"]


def test_what_is_past_keeps_its_calendar_and_its_feeds():
    found = files(agenda(CONCERT, WORKSHOP, PAST))
    for home in ("/sorties/passees/", "/sorties/2026/10/"):
        assert uids(found[f"{home}agenda.ics"]) == ["2026-10-05-theatre"]
        assert [item["url"] for item in json.loads(found[f"{home}feed.json"])["items"]] == [
            "https://www.exemple.fr/sorties/2026/10/05-theatre/"
        ]
        assert "* TERMINÉ – 20 h – Sortie theatre" in found[f"{home}liste.txt"].decode().replace(
            "\u00a0", " "
        )


def test_the_feed_of_the_past_tells_the_latest_only():
    many = [
        outing(f"2026-10-{day:02}-visite-{hour}", f"{day}/10/2026 {hour}h")
        for day in range(1, 32)
        for hour in (10, 15)
    ]
    items = json.loads(files(agenda(*many))["/sorties/passees/feed.json"])["items"]
    assert len(items) == 60
    assert items[0]["url"].endswith("/31-visite-15/")


def test_the_calendar_of_an_outing_holds_all_its_dates():
    content = files(agenda(WORKSHOP), date(2026, 12, 1))["/sorties/2026/11/25-atelier/sortie.ics"]
    assert uids(content) == ["2026-11-25-atelier", "2026-11-25-atelier-20261209T1800"]


def test_the_uid_survives_a_new_title_another_hour_and_another_place():
    changed = outing(
        "2026-11-27-concert",
        "28/11/2026 19h",
        titre="Tout autre chose",
        adresse={"nom": "Salle", "commune": "26161"},
    )
    assert uids(files(agenda(changed))["/sorties/agenda.ics"]) == ["2026-11-27-concert"]


@pytest.mark.parametrize(
    ("fields", "sequence"),
    [
        ({}, "0"),
        ({"statut": "complet"}, "1"),
        ({"statut": "annule"}, "4"),
        ({"modifie_le": "20/11/2026"}, "25150"),
        ({"modifie_le": "20/11/2026", "statut": "annule"}, "25154"),
        ({"modifie_le": "21/11/2026"}, "25160"),
    ],
)
def test_the_sequence_rises_with_each_change(fields, sequence):
    content = files(agenda(outing("2026-11-27-bal", "27/11/2026", **fields)))["/sorties/agenda.ics"]
    assert property_of(content, "SEQUENCE") == sequence


def test_a_cancelled_outing_stays_and_says_it_in_words_everywhere():
    event = outing("2026-11-27-bal", "27/11/2026 20h", statut="annule", titre="Le bal")
    found = files(agenda(event))
    calendar = found["/sorties/agenda.ics"]
    assert property_of(calendar, "SUMMARY") == "ANNULÉ – Le bal"
    assert property_of(calendar, "STATUS") == "CANCELLED"
    assert property_of(calendar, "DESCRIPTION").startswith(
        "Cette sortie est annulée\u00a0: elle n’a pas lieu."
    )
    assert b"ANNUL\xc3\x89 \xe2\x80\x93 Le bal" in found["/sorties/atom.xml"]
    assert json.loads(found["/sorties/feed.json"])["items"][0]["_sortie"]["statut"] == "annule"
    assert "* ANNULÉ – 20\u00a0h – Le bal" in found["/sorties/liste.txt"].decode()


def test_a_postponed_outing_keeps_its_former_date_in_words():
    event = outing("2026-11-27-bal", "27/11/2026 20h", statut="reporte", ancien_debut="20/11/2026 20h")
    content = files(agenda(event))["/sorties/agenda.ics"]
    assert property_of(content, "SUMMARY") == "REPORTÉ – Sortie bal"
    assert property_of(content, "DESCRIPTION").startswith(
        "Reporté\u00a0: était prévu le vendredi 20\u00a0novembre à 20\u00a0h."
    )


def test_a_description_says_how_it_is_free_how_to_book_and_how_to_get_back():
    event = outing(
        "2026-11-27-bal",
        "27/11/2026 20h",
        reservation={"tel": "04 75 00 00 00", "lien": "https://www.exemple.fr/resa"},
        aller={"dernier_retour": "bus de 23 h 10"},
    )
    assert property_of(files(agenda(event))["/sorties/agenda.ics"], "DESCRIPTION").split("\n") == [
        "Une belle soirée.",
        "Prix\u00a0: Entrée libre",
        "Pour qui\u00a0: Tout public",
        "Réserver par téléphone\u00a0: 04 75 00 00 00",
        "Réserver en ligne\u00a0: https://www.exemple.fr/resa",
        "Dernier retour\u00a0: bus de 23\u00a0h\u00a010",
        "https://www.exemple.fr/sorties/2026/11/27-bal/",
    ]


def test_a_feed_tells_each_outing_once_at_its_next_date():
    feed = etree.fromstring(files(agenda(CONCERT, WORKSHOP))["/sorties/atom.xml"])
    titles = [title.text for title in feed.findall("{*}entry/{*}title")]
    assert titles == [
        "Sortie atelier\u00a0: mercredi 25\u00a0novembre, Valence",
        "Sortie concert\u00a0: vendredi 27\u00a0novembre, Valence",
    ]


def test_the_plain_text_says_the_page_line_by_line():
    text = files(agenda(CONCERT))["/sorties/genre/musique/liste.txt"].decode()
    assert text == (
        "Sorties\u00a0: musique\n"
        "Cultures du Cœur Drôme-Ardèche\n"
        "1\u00a0sortie · liste faite le 22\u00a0novembre 2026\n"
        "https://www.exemple.fr/sorties/genre/musique/\n"
        "\n"
        "vendredi 27\u00a0novembre 2026\n"
        "-------------------------\n"
        "* 20\u00a0h\u00a030 – Sortie concert\n"
        "  Musique. Théâtre de la Ville, Valence\n"
        "  Entrée libre\n"
        "  https://www.exemple.fr/sorties/2026/11/27-concert/\n"
    )


def test_a_long_list_says_how_many_lines_are_left_out():
    many = [outing(f"2026-12-{day:02}-bal", f"{day:02}/12/2026 20h") for day in range(1, 32)]
    text = files(agenda(*many))["/sorties/liste.txt"]
    assert len(text) < 5000
    kept = text.decode().count("\n* ")
    assert f"… et {31 - kept}\u00a0autres lignes" in text.decode()


def test_a_list_without_outing_any_more_still_answers_its_subscribers():
    found = resources(agenda(PAST))
    assert "/sorties/genre/theatre/" not in found
    content = found["/sorties/genre/theatre/agenda.ics"].content
    assert (instants(content), faults(content)) == ({}, [])
    assert "Rien n’est annoncé pour le moment." in found["/sorties/genre/theatre/liste.txt"].content.decode()
    feed = etree.fromstring(found["/sorties/genre/theatre/atom.xml"].content)
    assert feed.find("{*}link[@rel='alternate']").get("href") == "https://www.exemple.fr/sorties/"


def test_a_draft_has_no_calendar():
    draft = outing("2026-11-27-bal", "27/11/2026", brouillon="oui")
    found = resources(agenda(draft), production=False)
    assert found["/brouillons/sortie-2026-11-27-bal/"].context["calendar"] == ""
    assert not [address for address in found if address.endswith("sortie.ics")]


def test_the_page_of_an_outing_gives_its_calendar():
    page = compiled(agenda(CONCERT))["/sorties/2026/11/27-concert/"]
    assert page.context["calendar"] == "/sorties/2026/11/27-concert/sortie.ics"


@pytest.mark.parametrize("mark", ["\n", "\r\n", "\r", "\x85", "\u2028", "\x00"])
def test_a_title_that_would_write_a_property_is_refused_before_any_calendar(mark):
    with pytest.raises(ValidationError, match=r"une seule ligne|caractère invisible"):
        outing("2026-11-27-bal", "27/11/2026", titre=f"Bal{mark}ATTENDEE:mailto:pirate@exemple.fr")
