from datetime import date

from plugins.catalog.models.post import Reader
from plugins.resources import Crumb
from plugins.views.tutorials import review_words, tutorial_guide, tutorials_for
from tests.association.samples import TODAY, catalog
from tests.library.samples import tutorial

FIRST = tutorial("lire", "Lire une page", ["visiteur"])
AFTER = tutorial("abonner", "S’abonner", ["visiteur", "referent"], avant=["lire"])
LAST = tutorial("afficher", "Afficher", ["visiteur"], avant=["abonner"])
OTHER = tutorial("publier", "Publier", ["benevole"])
ALSO = tutorial("corriger", "Corriger", ["benevole", "visiteur"])
DRAFT = tutorial("ebauche", "Avant tout", ["visiteur"], brouillon="oui")


def guide(of, *others, today=TODAY):
    return tutorial_guide(of, catalog(tutorials=[of, *others]), today)


def read_by(reader, *tutorials):
    return tutorials_for(reader, {found.slug: found for found in tutorials}, TODAY)


def test_what_is_first_for_these_readers_and_needs_no_other_comes_first():
    assert read_by(Reader.VISITOR, LAST, AFTER, ALSO, OTHER, FIRST, DRAFT) == [FIRST, AFTER, LAST, ALSO]


def test_two_tutorials_that_wait_for_each_other_are_still_sorted():
    one, two = tutorial("a", "A", ["visiteur"], avant=["b"]), tutorial("b", "B", ["visiteur"], avant=["a"])
    assert read_by(Reader.VISITOR, two, one) == [one, two]


def test_neighbours_are_those_of_the_same_readers():
    found = guide(AFTER, FIRST, LAST, OTHER, DRAFT)
    assert found.audience == "Visiteurs"
    assert found.previous == Crumb("Lire une page", "/tutoriels/lire/")
    assert found.next == Crumb("Afficher", "/tutoriels/afficher/")
    assert found.before == (Crumb("Lire une page", "/tutoriels/lire/"),)
    assert found.pdf == "/tutoriels/abonner/abonner.pdf"


def test_the_first_and_the_only_one_have_fewer_neighbours():
    assert guide(FIRST, AFTER).previous is None
    assert (guide(OTHER, FIRST).previous, guide(OTHER, FIRST).next) == (None, None)


def test_a_draft_has_no_neighbour_and_no_pdf():
    found = guide(DRAFT, FIRST)
    assert (found.previous, found.next, found.pdf) == (None, None, "")


def test_after_a_year_a_tutorial_says_that_it_is_to_be_tried_again():
    assert review_words(FIRST, date(2027, 10, 31)) == ""
    assert review_words(FIRST, date(2027, 11, 1)) == "Vérifié le 1er\u00a0novembre 2026, à revoir"
