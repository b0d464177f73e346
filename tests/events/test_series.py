from datetime import date

from plugins.events.series import EditionLine
from plugins.views.cards import Fact
from tests.events.samples import compiled
from tests.views.samples import agenda, rendezvous

MUSIC = rendezvous(
    "musique",
    repetition="FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=21",
    certitude_regle="fixe",
    verifs=["2025-06-21", "2026-06-21"],
    site="https://fetedelamusique.exemple.fr",
)
NIGHT = rendezvous("nuit", editions=[{"debut": "2027-05-22", "etat": "confirmee", "theme": "La vue"}])
ALBA = rendezvous(
    "alba",
    commune="07186",
    editions=[
        {"debut": "2024-07-09", "fin": "2024-07-14", "etat": "confirmee"},
        {"debut": "2025-07-09", "fin": "2025-07-14", "etat": "douteuse", "note": "le 9 est un mercredi"},
        {"debut": "2026-07-14", "etat": "calculee"},
        {"annee": "2026", "etat": "inconnue"},
        {"annee": "2027", "etat": "inconnue"},
    ],
)
UNKNOWN = rendezvous("inconnu")


def page(series, today=date(2026, 11, 22)):
    return compiled(agenda(series=[series]), today)[series.address]


def test_sure_computed_and_unknown_dates_are_kept_apart():
    context = compiled(agenda(series=[MUSIC, NIGHT, ALBA, UNKNOWN]))["/sorties/rendez-vous/"].context
    assert {
        kind: [card.name for card in cards] for kind, cards in context.items() if kind != "described"
    } == {
        "confirmed": ["Fête nuit"],
        "computed": ["Fête musique"],
        "unknown": ["Fête inconnu"],
        "local": ["Fête alba"],
    }


def test_the_computed_next_edition_is_told_among_the_computed_ones():
    editions = page(MUSIC).context["editions"]
    assert editions == {
        "confirmed": (),
        "computed": (EditionLine("lundi 21\u00a0juin 2027", "", ""),),
        "unknown": (),
    }


def test_editions_are_told_the_latest_first_without_stale_guesses():
    assert page(ALBA).context["editions"] == {
        "confirmed": (EditionLine("du 9 au 14\u00a0juillet 2024", "", ""),),
        "computed": (),
        "unknown": (
            EditionLine("en 2027, jour pas encore connu", "", ""),
            EditionLine("en 2026, jour pas encore connu", "", ""),
        ),
    }


def test_a_year_that_is_over_is_no_longer_unknown_to_come():
    texts = [line.text for line in page(ALBA, date(2027, 1, 1)).context["editions"]["unknown"]]
    assert texts == ["en 2027, jour pas encore connu"]


def test_a_doubtful_date_is_told_with_its_doubt_until_it_is_over():
    doubt = EditionLine("peut-être du 9 au 14\u00a0juillet 2025", "", "date douteuse : le 9 est un mercredi")
    assert doubt in page(ALBA, date(2025, 7, 14)).context["editions"]["unknown"]
    assert doubt not in page(ALBA, date(2025, 7, 15)).context["editions"]["unknown"]


def test_the_theme_of_the_year_is_told():
    assert page(NIGHT).context["editions"]["confirmed"] == (
        EditionLine("samedi 22\u00a0mai 2027", "La vue", ""),
    )


def test_facts_tell_where_how_free_and_how_sure():
    assert page(MUSIC).context["facts"] == (
        Fact("Où", "Partout en France"),
        Fact("Est-ce gratuit ?", "Souvent gratuit"),
        Fact("Ce que l’on y trouve", "musique"),
        Fact("Site", "fetedelamusique.exemple.fr", "https://fetedelamusique.exemple.fr"),
        Fact("Confiance dans la date", "La date suit une règle sûre"),
        Fact("Éditions qui ont suivi la règle", "2025 et 2026"),
    )


def test_a_local_rendezvous_leads_to_its_town():
    assert page(ALBA).context["facts"][0] == Fact("Où", "Privas", "/communes/privas/")


def test_the_description_never_gives_a_computed_date_as_sure():
    assert page(MUSIC).description == (
        "Fête musique : lundi 21\u00a0juin 2027 (date calculée, à confirmer). Partout en France, souvent gratuit."
    )
    assert (
        page(UNKNOWN).description
        == "Fête inconnu : prochaine édition pas encore annoncée. Partout en France, souvent gratuit."
    )
