from datetime import date, timedelta

from plugins.welcome.daily import acronym_of_the_day
from tests.acronyms.samples import acronym

FIVE = [acronym(slug, slug.upper(), "Sens") for slug in ("aah", "caf", "dalo", "esat", "rsa")]


def test_two_days_show_two_acronyms():
    assert acronym_of_the_day(FIVE, date(2026, 11, 22)).slug == "aah"
    assert acronym_of_the_day(FIVE, date(2026, 11, 23)).slug == "dalo"


def test_the_order_of_the_files_does_not_count():
    day = date(2026, 11, 22)
    assert acronym_of_the_day(reversed(FIVE), day) == acronym_of_the_day(FIVE, day)


def test_every_acronym_has_its_turn():
    days = [date(2026, 11, 22) + timedelta(days=count) for count in range(5)]
    assert {acronym_of_the_day(FIVE, day).slug for day in days} == {"aah", "caf", "dalo", "esat", "rsa"}


def test_old_and_unchecked_acronyms_are_never_drawn():
    deck = [
        acronym("rmi", "RMI", "Revenu minimum", jusqu_a="2009"),
        acronym("ft", "FT", "France Travail", a_verifier="oui"),
        acronym("rsa", "RSA", "Revenu de solidarité active"),
    ]
    days = [date(2026, 11, 22) + timedelta(days=count) for count in range(4)]
    assert {acronym_of_the_day(deck, day).slug for day in days} == {"rsa"}


def test_no_acronym_gives_none():
    assert acronym_of_the_day([], date(2026, 11, 22)) is None
