from datetime import date
from email import message_from_bytes, policy

import pytest

from plugins.followup.letters import Letter, Mailroom, Quarter, newsletter, reminder
from plugins.followup.writing import letter_files
from tests.association.samples import association, post
from tests.followup.samples import ROLE, coming, past
from tests.views.samples import SUNDAY, agenda, outing

URL = "https://www.exemple.fr/"
NEWS = post(
    "2026-12-03-le-bal", titre="Le bal est complet & beau", resume="On danse.", rubrique="Vie du réseau"
)


def _room(*events: object, today: date = SUNDAY, **records: object) -> Mailroom:
    return Mailroom(agenda(*events, **records), today, URL)


def _headings(letter: Letter) -> dict[str, list[str]]:
    return {block.heading: [item.title for item in block.items] for block in letter.blocks}


def test_a_quarter_goes_from_its_first_day_to_its_last() -> None:
    assert [(found.first, found.last) for found in (Quarter(2026, 4), Quarter(2027, 1))] == [
        (date(2026, 10, 1), date(2026, 12, 31)),
        (date(2027, 1, 1), date(2027, 3, 31)),
    ]


def test_a_reminder_says_the_rule_the_links_the_next_dates_and_what_is_new() -> None:
    later = outing("2027-01-30-x", "30/01/2027 20h", titre="En janvier", publier_le="20/11/2026")
    older = outing("2027-02-01-y", "01/02/2027 20h", titre="Déjà dit", publier_le="01/06/2026")
    gone = outing("2026-12-02-z", "02/12/2026 20h", titre="Annulée", statut="annule")
    letter = reminder(Quarter(2026, 4), _room(*coming(2), *past(1), later, older, gone))
    assert (
        letter.subject
        == "Piqûre de rappel : vos retours de présence, du 1er\u00a0octobre au 31\u00a0décembre 2026"
    )
    assert _headings(letter) == {
        "La règle, en deux phrases": [],
        "De quoi le faire en cinq minutes": [
            "La trousse du retour",
            "Pourquoi c’est utile",
            "La trousse de la permanence",
        ],
        "Les prochaines dates": ["Conte 0", "Conte 1"],
        "Nouveau, et un peu plus tard": ["En janvier"],
    }


def test_the_letter_of_a_month_has_its_posts_and_its_outings_only() -> None:
    room = _room(*coming(2), *past(1), posts=(NEWS, post("2026-10-01-vieux")), today=date(2026, 12, 4))
    assert _headings(newsletter(date(2026, 12, 1), room)) == {
        "Les sorties de décembre 2026": [],
        "Les actualités": ["Le bal est complet & beau"],
        "Pour les référents": ["La trousse de la permanence", "La trousse du retour"],
    } | {"Les sorties de décembre 2026": ["Les grands rendez-vous de l’année"]}
    early = _room(*coming(2), *past(1), posts=(NEWS,))
    assert _headings(newsletter(date(2026, 12, 1), early))["Les sorties de décembre 2026"] == [
        "Conte 0",
        "Conte 1",
    ]
    assert "Les actualités" not in _headings(newsletter(date(2026, 12, 1), early))


def test_a_month_without_an_outing_says_so_kindly() -> None:
    (block, _) = newsletter(date(2026, 12, 1), _room()).blocks
    assert block.words[0].startswith("Aucune sortie n’est annoncée pour le moment.")


def test_twelve_outings_are_named_and_the_others_are_counted() -> None:
    items = newsletter(date(2026, 12, 1), _room(*coming(15))).blocks[0].items
    assert len(items) == 13
    assert (items[-1].title, items[-1].details) == ("Toutes les sorties", "Et 3 autres, sur le site.")


@pytest.mark.parametrize("known", [True, False])
def test_the_email_opens_with_its_subject_and_its_two_forms(known: bool) -> None:
    records = {"association": ROLE if known else association()}
    room = _room(*coming(2, titre="Bal & fête d’hiver"), **records)
    files = dict(letter_files(reminder(Quarter(2026, 4), room), room))
    assert list(files) == ["rappel-2026-T4.txt", "rappel-2026-T4.html", "rappel-2026-T4.eml"]
    message = message_from_bytes(files["rappel-2026-T4.eml"], policy=policy.default)
    assert (
        message["Subject"]
        == "Piqûre de rappel\u00a0: vos retours de présence, du 1er\u00a0octobre au 31\u00a0décembre 2026"
    )
    assert (message["To"], message["Message-ID"], message.defects) == (None, None, [])
    assert [found.addr_spec for found in message["From"].addresses] == (
        ["contact@exemple.fr"] if known else []
    )
    assert message["Date"].datetime.date() == SUNDAY
    assert message.get_content_type() == "multipart/alternative"
    text, html = (message.get_body((kind,)).get_content() for kind in ("plain", "html"))
    assert text.replace("\r\n", "\n").strip() == files["rappel-2026-T4.txt"].decode().strip()
    assert "- Bal & fête d’hiver" in text
    assert "Bal &amp; fête d’hiver" in html
    assert 'href="https://www.exemple.fr/referents/retours/trousse/"' in html


def test_every_line_of_the_email_is_ascii_and_short_and_ends_in_crlf() -> None:
    room = _room(*coming(2))
    content = dict(letter_files(newsletter(date(2026, 12, 1), room), room))["lettre-2026-12.eml"]
    assert content.isascii()
    assert max(len(line) for line in content.split(b"\r\n")) <= 78
    assert b"\n" not in content.replace(b"\r\n", b"")


def test_the_html_asks_nothing_of_another_site() -> None:
    room = _room(*coming(2))
    html = dict(letter_files(newsletter(date(2026, 12, 1), room), room))["lettre-2026-12.html"].decode()
    assert not any(sign in html for sign in ("<img", "<script", "<link", "url(", "src="))


def test_the_same_letter_is_the_same_bytes() -> None:
    room = _room(*coming(2))
    assert list(letter_files(reminder(Quarter(2026, 4), room), room)) == list(
        letter_files(reminder(Quarter(2026, 4), room), room)
    )
