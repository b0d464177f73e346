from plugins.library.tutorials import TutorialLink, tutorials_page
from tests.association.samples import catalog, site
from tests.library.samples import tutorial

DRAFT = tutorial("ebauche", "Ébauche", ["visiteur"], brouillon="oui")


def groups(*tutorials):
    found = tutorials_page(site(catalog(tutorials=tutorials))).context["groups"]
    return {group.label: group.tutorials for group in found}


def test_tutorials_are_grouped_by_reader_and_sorted_by_title():
    shown = groups(
        tutorial("reserver", "Réserver", ["referent", "visiteur"], duree="1h30", resume="En cinq étapes."),
        tutorial("annuler", "Annuler", ["referent"]),
    )
    assert [link.title for link in shown["Référents"]] == ["Annuler", "Réserver"]
    assert shown["Visiteurs"] == (
        TutorialLink("/tutoriels/reserver/", "Réserver", "En cinq étapes.", "1\u00a0h\u00a030"),
    )
    assert list(shown) == ["Référents", "Visiteurs"]


def test_a_draft_is_not_listed():
    assert groups(DRAFT) == {}


def test_the_list_has_the_day_of_its_last_change():
    page = tutorials_page(
        site(catalog(tutorials=[tutorial("a", "A", ["benevole"], modifie_le="20/11/2026")]))
    )
    assert page.modified.isoformat() == "2026-11-20"
    assert tutorials_page(site(catalog())).modified is None
