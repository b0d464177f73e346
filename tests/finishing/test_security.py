from datetime import date, timedelta

import pytest

from plugins.finishing.security import security_txt

URL = "https://www.culturesducoeur26-07.org"


def test_the_file_says_whom_to_tell_until_when_and_in_which_language():
    assert security_txt(URL, date(2026, 11, 22)).decode().splitlines() == [
        "# Une faille de sécurité sur ce site ? Merci de nous le dire, en français si possible.",
        "Contact: https://www.culturesducoeur26-07.org/association/contact/",
        "Expires: 2027-10-01T00:00:00Z",
        "Preferred-Languages: fr",
        "Canonical: https://www.culturesducoeur26-07.org/.well-known/security.txt",
    ]


@pytest.mark.parametrize(
    ("day", "term"),
    [
        (date(2026, 1, 1), "2026-12-01"),
        (date(2026, 1, 31), "2026-12-01"),
        (date(2026, 2, 1), "2027-01-01"),
        (date(2028, 2, 29), "2029-01-01"),
        (date(2026, 12, 31), "2027-11-01"),
    ],
)
def test_the_term_is_the_first_of_a_month_within_a_year(day: date, term: str):
    assert f"Expires: {term}T00:00:00Z\n".encode() in security_txt(URL, day)
    assert timedelta(days=300) < date.fromisoformat(term) - day < timedelta(days=365)
