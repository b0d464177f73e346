from collections.abc import Callable

Told = Callable[[dict[str, str]], list[tuple[int, str, str]]]
FILE = "data/livret/editions.yaml"
FIRST = "- numero: 1\n  ouverte_le: 22/11/2026\n  fermee_le: 05/12/2026\n  empreinte: abc\n  sigles: [rsa]\n"
SECOND = "- numero: 2\n  ouverte_le: 05/12/2026\n"


def _codes(told: Told, editions: str) -> list[tuple[int, str]]:
    return [(line, code) for line, code, *_ in told({FILE: editions}) if code.startswith("edition")]


def test_editions_in_order_have_no_fault(told: Told) -> None:
    assert _codes(told, FIRST + SECOND) == []


def test_an_edition_never_skips_a_number(told: Told) -> None:
    assert _codes(told, FIRST + SECOND.replace("2", "3", 1)) == [(6, "edition-suite")]


def test_a_closed_edition_says_what_it_holds(told: Told) -> None:
    closed = "- numero: 1\n  ouverte_le: 22/11/2026\n  fermee_le: 05/12/2026\n"
    assert _codes(told, closed) == [(3, "edition-incomplete")]


def test_an_edition_is_not_closed_before_it_is_opened(told: Told) -> None:
    assert _codes(told, FIRST.replace("05/12", "20/11")) == [(3, "edition-dates")]


def test_only_the_last_edition_may_be_open(told: Told) -> None:
    opened = "- numero: 1\n  ouverte_le: 22/11/2026\n"
    assert _codes(told, opened + SECOND) == [(4, "edition-dates")]


def test_an_edition_begins_when_the_one_before_is_closed(told: Told) -> None:
    assert _codes(told, FIRST + SECOND.replace("05/12", "04/12")) == [(7, "edition-dates")]
