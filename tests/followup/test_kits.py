import io
from datetime import datetime, time
from email.message import EmailMessage
from urllib.parse import parse_qs, unquote, urlsplit

import pypdfium2
import pytest
from dateutil.rrule import rrulestr
from icalendar import Calendar

from plugins.followup.columns import COLUMNS
from plugins.followup.reading import read_returns
from plugins.followup.reminders import KIT
from plugins.formats.columns import EXAMPLE_MARK
from tests.association.samples import page as written
from tests.followup.samples import ROLE, coming, compiled, content, page, past
from tests.formats.calendar_linter import faults
from tests.views.samples import SUNDAY

EMPTY, FILLED = "/referents/retours/fiche-vierge.pdf", "/referents/retours/fiche-des-dernieres-sorties.pdf"
PROGRAMME, SIGN_UP = "/referents/permanence/programme.pdf", "/referents/permanence/inscriptions.pdf"
LONG = "Un titre fait de mots très longs et très nombreux pour voir si rien ne déborde de cette feuille de papier, vraiment rien"


def _words(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    pages = [document[number].get_textpage().get_text_range() for number in range(len(document))]
    return [" ".join(found.replace("\u00a0", " ").split()) for found in pages]


def test_without_an_outing_the_forms_are_empty_and_nothing_is_announced() -> None:
    made = compiled()
    assert sorted(address for address in made if address.endswith(".pdf")) == [SIGN_UP, EMPTY]
    assert [found.label for found in page(made, KIT).context["emails"]] == ["pour une sortie de votre choix"]


@pytest.mark.parametrize("title", ["Pièce", LONG])
def test_the_form_is_one_page_of_ten_outings_whatever_their_titles(title: str) -> None:
    made = compiled(*past(12, titre=title))
    (text,) = _words(content(made, FILLED))
    assert text.count("/11/2026 ") == 10
    assert text.index("12/11/2026") < text.index("21/11/2026")
    assert "11/11/2026" not in text.replace("21/11/2026", "")


def test_the_form_asks_for_counts_and_says_that_names_are_not_wanted() -> None:
    (text,) = _words(content(compiled(), EMPTY))
    assert "Des nombres, jamais de noms : ni liste, ni prénom, ni téléphone." in text
    assert "Places réservées Personnes venues Non venues Un mot sur l’accueil du spectacle" in text


def test_what_was_cancelled_is_neither_asked_about_nor_offered() -> None:
    made = compiled(*past(1, statut="annule"), *coming(1, statut="annule"))
    assert FILLED not in made
    assert PROGRAMME not in made


def test_the_programme_says_first_that_an_outing_is_full() -> None:
    made = compiled(*coming(1, titre="Le grand bal", statut="complet"))
    (text,) = _words(content(made, PROGRAMME))
    assert "Complet : Le grand bal Théâtre de la Ville, Valence Entrée libre" in text


def test_the_programme_holds_forty_outings_and_counts_the_others() -> None:
    made = compiled(*coming(43))
    assert page(made, "/referents/permanence/trousse/").context["left_out"] == 3
    assert "Et 3 autres sorties sur le site." in _words(content(made, PROGRAMME))[-1]


def test_a_sheet_that_nobody_has_filled_counts_nothing_and_refuses_nothing(tmp_path) -> None:
    made = compiled(*past(3))
    for ending in ("ods", "xlsx", "csv"):
        path = tmp_path / f"retours.{ending}"
        path.write_bytes(content(made, f"/referents/retours/retours.{ending}"))
        reading = read_returns(path, SUNDAY)
        assert (reading.returns, reading.refused) == ([], [])


def test_the_sheet_has_the_last_outings_and_one_example() -> None:
    text = content(compiled(*past(2)), "/referents/retours/retours.csv").decode("utf-8-sig")
    lines = text.split("\r\n")
    assert lines[0] == ";".join(column.heading for column in COLUMNS)
    assert EXAMPLE_MARK in lines[2]
    assert lines[3:5] == [";20/11/2026;Pièce 1;Valence;;;;;", ";21/11/2026;Pièce 0;Valence;;;;;"]


def test_a_filled_sheet_comes_back_right(tmp_path) -> None:
    text = content(compiled(*past(1)), "/referents/retours/retours.csv").decode("utf-8-sig")
    path = tmp_path / "retours.csv"
    path.write_text(
        text.replace(
            ";21/11/2026;Pièce 0;Valence;;;;;", "CCAS;21/11/2026;Pièce 0;Valence;6;5;;aimé;Un régal"
        ),
        "utf-8",
    )
    (found,) = read_returns(path, SUNDAY).returns
    assert (found.body, found.booked, found.came, found.absent, found.word) == ("CCAS", 6, 5, 1, "Un régal")


# E-mails


def _opened(link: str) -> tuple[str, str, str]:
    """Open a link as a mail program does (RFC 6068)."""
    parts = urlsplit(link)
    fields = parse_qs(parts.query.replace("+", "%2B"), strict_parsing=True)
    message = EmailMessage()
    message["Subject"] = fields["subject"][0]
    return unquote(parts.path), message["Subject"], fields["body"][0]


@pytest.mark.parametrize("title", ["Pièce", "Été à la forêt : l’œuvre « d’à côté » & 100 % gaîté ? #1", LONG])
def test_every_email_opens_with_its_subject_and_body(title: str) -> None:
    emails = page(compiled(*past(10, titre=title), association=ROLE), KIT).context["emails"]
    for found in emails:
        to, subject, body = _opened(found.link)
        assert (to, subject) == ("contact@exemple.fr", found.subject)
        assert body == found.body.replace("\n", "\r\n")
        assert "%0A" not in found.link.replace("%0D%0A", "")
        assert len(found.link) <= 1800
        assert "des nombres, aucun nom" in body
        assert body.count("Places réservées : ") <= 5
    assert sum(found.body.count("Places réservées : ") for found in emails[:-1]) == 10


def test_an_email_says_what_to_fill_in_for_each_outing() -> None:
    email = page(compiled(*past(2)), KIT).context["emails"][0]
    assert email.subject == "Retour de présence, du 20/11/2026 au 21/11/2026"
    assert email.body == (
        "Bonjour,\n\nVoici notre retour : des nombres, aucun nom.\n\nStructure : \n"
        "\n1. Pièce 1, Valence, 20/11/2026\nPlaces réservées : \nPersonnes venues : \nNon venues : \nUn mot sur l’accueil : \n"
        "\n2. Pièce 0, Valence, 21/11/2026\nPlaces réservées : \nPersonnes venues : \nNon venues : \nUn mot sur l’accueil : \n"
        "\nMerci, et à bientôt."
    )


def test_while_the_address_is_not_known_the_emails_have_no_recipient_and_the_page_knows_it() -> None:
    context = page(compiled(*past(1)), KIT).context
    assert context["recipient"] == ""
    assert {_opened(email.link)[0] for email in context["emails"]} == {""}


# Reminders


@pytest.mark.parametrize(
    ("slug", "days"),
    [
        ("mensuel", ["2026-12-07", "2027-01-04", "2027-02-01"]),
        ("bimestriel", ["2026-12-07", "2027-02-01", "2027-04-05"]),
        ("trimestriel", ["2027-01-04", "2027-04-05", "2027-07-05"]),
    ],
)
def test_a_reminder_comes_on_first_mondays_and_asks_for_counts_only(slug: str, days: list[str]) -> None:
    calendar = content(compiled(), f"/referents/rappels-{slug}.ics")
    assert faults(calendar) == []
    (event,) = Calendar.from_ical(calendar).walk("VEVENT")
    rule = rrulestr(
        event["RRULE"].to_ical().decode(),
        dtstart=datetime.combine(event.start, time()),
    )
    assert [f"{found:%Y-%m-%d}" for found in rule.xafter(rule[0], 3, inc=True)] == days
    assert "jamais de noms" in event["DESCRIPTION"]
    assert event["URL"] == "https://www.exemple.fr/referents/retours/trousse/"


def test_the_archives_are_the_same_bytes_every_time() -> None:
    first, second = compiled(*past(2)), compiled(*past(2))
    assert [content(first, address) for address in first if "." in address] == [
        content(second, address) for address in second if "." in address
    ]
    assert io.BytesIO(content(first, "/referents/retours/retours.ods")).read(2) == b"PK"


def test_a_kit_leads_only_to_pages_that_are_written() -> None:
    assert page(compiled(), KIT).breadcrumbs == ()
    assert page(compiled(), KIT).context["rule"] == ""
    pages = (written("referents/index", "Référents"), written("referents/retours", "Le retour"))
    kit = page(compiled(pages=pages), KIT)
    assert [crumb.address for crumb in kit.breadcrumbs] == ["/referents/", "/referents/retours/"]
    assert kit.context["rule"] == "/referents/retours/"
