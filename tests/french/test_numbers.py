from decimal import Decimal

import pytest

from plugins.french import format_number, format_price, format_size, plural


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (0, "0"),
        (10, "10"),
        (999, "999"),
        (1000, "1\u202f000"),
        (1234, "1\u202f234"),
        (12.5, "12,5"),
        (1234567.891, "1\u202f234\u202f567,891"),
        (0.1 + 0.2, "0,3"),
        (Decimal("2.50"), "2,5"),
        (0.0005, "0,001"),
        (-3, "−3"),
        (-0.0001, "0"),
    ],
)
def test_a_number_has_a_comma_and_narrow_groups(number, expected):
    assert format_number(number) == expected


@pytest.mark.parametrize(
    ("euros", "expected"),
    [
        (0, "0\u00a0€"),
        (5, "5\u00a0€"),
        (5.0, "5\u00a0€"),
        (5.5, "5,50\u00a0€"),
        (2.675, "2,68\u00a0€"),
        (Decimal("12.05"), "12,05\u00a0€"),
        (100, "100\u00a0€"),
        (1234.5, "1\u202f234,50\u00a0€"),
    ],
)
def test_a_price_has_no_decimals_or_two(euros, expected):
    assert format_price(euros) == expected


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_what_is_not_finite_is_a_programming_error(number):
    with pytest.raises(ValueError, match="not a finite number"):
        format_number(number)


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        (0, "0\u00a0octet"),
        (1, "1\u00a0octet"),
        (512, "512\u00a0octets"),
        (1_000, "1\u00a0ko"),
        (245_123, "245\u00a0ko"),
        (999_499, "999\u00a0ko"),
        (999_500, "1\u00a0Mo"),
        (1_200_000, "1,2\u00a0Mo"),
        (2_000_000, "2\u00a0Mo"),
        (999_949_999, "999,9\u00a0Mo"),
        (999_950_000, "1\u00a0Go"),
        (3_450_000_000, "3,5\u00a0Go"),
    ],
)
def test_a_size_is_written_in_octets_by_thousands(size, expected):
    assert format_size(size) == expected


def test_a_negative_size_is_a_programming_error():
    with pytest.raises(ValueError, match="not negative"):
        format_size(-1)


@pytest.mark.parametrize(
    ("number", "words", "expected"),
    [
        (0, ("sortie",), "0\u00a0sortie"),
        (1, ("sortie",), "1\u00a0sortie"),
        (1.5, ("heure",), "1,5\u00a0heure"),
        (2, ("sortie",), "2\u00a0sorties"),
        (1234, ("sortie",), "1\u202f234\u00a0sorties"),
        (2, ("lieu", "lieux"), "2\u00a0lieux"),
        (1, ("lieu", "lieux"), "1\u00a0lieu"),
        (3, ("repas",), "3\u00a0repas"),
        (2, ("prix",), "2\u00a0prix"),
        (2, ("place libre", "places libres"), "2\u00a0places libres"),
    ],
)
def test_a_plural_begins_at_two(number, words, expected):
    assert plural(number, *words) == expected
