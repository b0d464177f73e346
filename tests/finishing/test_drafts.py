from plugins.finishing.drafts import drafts_page
from plugins.resources import Crumb, Listing

DRAFT = Listing("/brouillons/a-relire/", "À relire", None, False, "brouillons")
ONLINE = Listing("/sigles/", "Les sigles", None, True, "sigles")


def test_drafts_are_listed_wherever_they_come_from():
    page = drafts_page((DRAFT, ONLINE))
    assert page.address == "/brouillons/"
    assert page.context["drafts"] == (Crumb("À relire", "/brouillons/a-relire/"),)


def test_nobody_indexes_the_list_of_drafts():
    assert not drafts_page(()).indexed
