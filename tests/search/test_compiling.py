from datetime import date

import pytest

from plugins.catalog.models.event import Event
from plugins.catalog.models.place import Place
from plugins.french.stems import without_targets
from plugins.resources import File, Page
from plugins.search.compiling import compile_search
from plugins.search.entries import record_entries
from plugins.search.texts import text_entries
from tests.acronyms.samples import acronym, body
from tests.association.samples import catalog, commune, news_item, page, post, site

VALENCE = commune("26362", "Valence", "valence")
RSA = acronym("rsa", "RSA", "Revenu de solidarité active")


def event(day, title, **fields):
    base = {
        "slug": f"{day}-conte",
        "titre": title,
        "resume": "À écouter.",
        "dates": [{"debut": day}],
        "adresse": {"nom": "Salle des fêtes", "commune": "26362"},
        "gratuite": {"type": "entree-libre", "preuve": "affiche"},
    }
    return Event.model_validate(base | fields)


def told(entries):
    return [(found.kind, found.title, found.note) for found in entries]


def test_an_outing_is_told_with_its_days_its_place_and_its_end():
    several = event("2026-12-03", "Conte", dates=[{"debut": "2026-12-03"}, {"debut": "2026-12-05"}])
    found, _ = record_entries(site(catalog(communes=[VALENCE], events=[several])))
    assert found.note == "du 3 au 5\u00a0décembre 2026 · Salle des fêtes · Valence"
    assert found.ends == "2026-12-05"


def test_a_cancelled_outing_says_it_first():
    cancelled = event("2026-12-03", "Conte", statut="annule")
    found, _ = record_entries(site(catalog(communes=[VALENCE], events=[cancelled])))
    assert found.note.startswith("Annulé · jeudi 3\u00a0décembre 2026")


@pytest.mark.parametrize("fields", [{"brouillon": "oui"}, {"publier_le": "2026-12-01"}])
def test_what_is_not_to_be_shown_is_not_found(fields):
    secret = event("2026-12-03", "Conte", **fields)
    assert told(record_entries(site(catalog(communes=[VALENCE], events=[secret])))) == [
        ("Commune", "Valence", "Drôme · 26000")
    ]


def test_a_draft_of_a_text_is_not_found():
    hidden = page("secret", "Secret").model_copy(update={"draft": True})
    assert told(text_entries(site(catalog(pages=[page("vie-privee", "Vie privée"), hidden])))) == [
        ("Page", "Vie privée", "")
    ]


def test_a_body_is_found_by_its_acronyms_and_by_its_answers():
    found = [*record_entries(site(catalog(acronyms=[RSA], bodies=[body("caf", "Caisse", sigles=["rsa"])])))][
        1
    ]
    assert (found.kind, found.note) == ("Organisme", "RSA")
    assert {"rsa", "cotisation", "telephon"} <= found.weights.keys()


def test_a_closed_place_says_so():
    place = Place.model_validate(
        {
            "slug": "salle",
            "nom": "La Salle",
            "commune": "26362",
            "type": "theatre",
            "source": "liste",
            "ferme": "2020",
        }
    )
    found = told(record_entries(site(catalog(communes=[VALENCE], places=[place]))))
    assert found[0] == ("Lieu", "La Salle", "Fermé · Théâtre · Valence")


def test_the_text_of_a_post_is_found_and_not_where_its_links_lead():
    written = post(
        "2026-11-20-bienvenue", corps="Un [livret](/sigles/zzz/) sur https://exemple.fr/yyy <b>gras</b>."
    )
    (found,) = text_entries(site(catalog(posts=[written]), news=(news_item(written),)))
    assert found.note == "20\u00a0novembre 2026 · Vie du réseau"
    assert "livret" in found.weights
    assert not found.weights.keys() & {"zzz", "yyy", "exempl", "sigl"}
    assert without_targets("a [b](c) d") == "a [b]  d"


def test_the_page_names_the_files_of_its_index():
    resources = [*compile_search(site(catalog(acronyms=[RSA], communes=[VALENCE])))]
    (shown,) = (resource for resource in resources if isinstance(resource, Page))
    files = [resource.address for resource in resources if isinstance(resource, File)]
    assert shown.address == "/recherche/"
    assert files == [f"/recherche/index/{name}.js" for name in shown.context["files"].split()]
    assert {"/recherche/index/rs.js", "/recherche/index/va.js"} <= {*files}


def test_without_a_script_lists_lead_to_what_is_there():
    shown, *_ = compile_search(site(catalog(acronyms=[RSA]), today=date(2026, 11, 22)))
    letters = next(shelf for shelf in shown.context["shelves"] if "lettre" in shelf.label)
    assert [(crumb.label, crumb.address) for crumb in letters.lists] == [
        ("De A à Z", "/sigles/"),
        ("R", "/sigles/lettre/r/"),
    ]
