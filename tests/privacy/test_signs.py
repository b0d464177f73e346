import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.privacy import contacts, find_private, identity, signs
from plugins.privacy.signs import Number, Signs, Words

CODE = Signs("code ", "né le", "mot de passe", "wi-fi")
NAMES = Signs("M. ", "Mme", as_written=True)
PIECES = [
    "code",
    "né",
    "le",
    "mot",
    "de",
    "passe",
    "wi-fi",
    "Wi-Fi",
    "M.",
    "Mme",
    "mme",
    "donné",
    "ledit",
    "x",
]
SPACES = [" ", " ", " ", "\n", "\u00a0", ""]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("le code 12", True),
        ("le code", False),
        ("le code\u00a012", False),
        ("le décode 12", True),
        ("donné le 3", True),
        ("ne le dites pas", False),
        ("des mots de passe", False),
        ("LE MOT DE PASSE", True),
        ("le Wi-Fi", True),
        ("", False),
    ],
)
def test_a_sign_is_found_where_it_is_written_with_its_spaces(text: str, expected: bool):
    assert CODE.are_in(text) is expected


def test_a_sign_as_written_has_its_capitals():
    assert [NAMES.are_in(text) for text in ("M. X", "m. x", "la Mme", "mme", "M.X")] == [
        True,
        False,
        True,
        False,
        False,
    ]


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(SPACES))))
def test_signs_are_found_exactly_where_looking_for_each_in_turn_finds_one(parts: list[tuple[str, str]]):
    text = "".join(piece + space for piece, space in parts)
    assert CODE.are_in(text) is any(
        sign in text.lower() for sign in ("code ", "né le", "mot de passe", "wi-fi")
    )
    assert NAMES.are_in(text) is any(sign in text for sign in ("M. ", "Mme"))


def test_no_more_words_than_there_is_room_for_are_remembered(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(signs, "MOST", 3)
    assert [CODE.are_in(f"un deux trois quatre {end}") for end in ("code ", "cinq", "code b")] == [
        True,
        False,
        True,
    ]
    assert len(signs._harmless) + len(signs._telling) <= 3


def test_the_guard_finds_the_same_whatever_it_has_read_before():
    text = (Path(__file__).parent / "private.txt").read_text(encoding="utf-8")
    found = find_private(text)
    assert found
    for words in text.split("\n"):
        find_private(words)
    assert find_private(text) == found


def test_words_of_a_kind_are_found_between_spaces():
    capitals = Words(str.isupper)
    assert [capitals.are_in(text) for text in ("le RSA\nou non", "le rsa", "RSAe", "")] == [
        True,
        False,
        False,
        False,
    ]


def test_a_number_is_found_by_what_is_around_its_first_digit():
    number = Number(r"(?<=AB\d)\d")
    assert [number.is_in(text) for text in ("un\nAB12", "AB1", "A 12", "")] == [True, False, False, False]


NUMBERED = [
    "06",
    "1",
    "2",
    "12 ",
    "3.",
    "4\u00a05",
    "(0",
    "1/2",
    "AB",
    "FR",
    "né en ",
    "nées vers ",
    "\n",
    "\n",
    " ",
    "é",
    "x",
]


@settings(deadline=None, max_examples=400)
@given(st.lists(st.sampled_from(NUMBERED), max_size=24))
def test_what_numbers_begin_with_is_found_wherever_the_pattern_of_each_finds_it(pieces: list[str]):
    text = "".join(pieces)
    for number, written in (
        (contacts._NINE_DIGITS, r"\d(?:[ \u00a0\u202f./-]?\d){8}"),
        (identity._LONG_NUMBER, r"\d[\dAB .\u00a0\u202f]{12}"),
        (identity._IBAN_SIGN, r"[A-Z][A-Z]\d\d"),
        (identity._DAY_IN_BRACKETS, r"\(\d{1,2}[/.\-]\d"),
        (identity._BORN_IN, r"n[ée]{1,2} (?:en|vers) \d"),
    ):
        assert number.is_in(text) is bool(re.search(written, text))
