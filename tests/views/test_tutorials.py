from datetime import date

from plugins.resources import Crumb
from plugins.views.tutorials import in_reading_order, review_words, tutorial_guide
from tests.association.samples import TODAY, catalog
from tests.library.samples import tutorial

FIRST = tutorial("lire", "Lire une page", ["visiteur"])
AFTER = tutorial("abonner", "S’abonner", ["visiteur", "referent"], avant=["lire"])
LAST = tutorial("afficher", "Afficher", ["visiteur"], avant=["abonner"])
OTHER = tutorial("publier", "Publier", ["benevole"])
DRAFT = tutorial("ebauche", "Avant tout", ["visiteur"], brouillon="oui")


def guide(of, *others, today=TODAY):
    return tutorial_guide(of, catalog(tutorials=[of, *others]), today)


def test_what_needs_no_other_comes_first_then_titles_follow_the_alphabet():
    every = {found.slug: found for found in (LAST, AFTER, OTHER, FIRST)}
    assert in_reading_order(every.values(), every) == [FIRST, OTHER, AFTER, LAST]


def test_two_tutorials_that_wait_for_each_other_are_still_sorted():
    one, two = tutorial("a", "A", ["visiteur"], avant=["b"]), tutorial("b", "B", ["visiteur"], avant=["a"])
    assert in_reading_order([two, one], {"a": one, "b": two}) == [one, two]


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
