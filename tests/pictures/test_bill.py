"""The picture of a shared link: its size, its weight, its words inside its edges."""

import io
from dataclasses import replace

import pytest
from PIL import Image, ImageChops

from plugins.pictures.bill import BAND, HEIGHT, MARGIN, SIZES, WIDTH, Bill, _drawn, fitted
from plugins.views.drawings import MASKS

BILL = Bill("Musique · Valence · Entrée libre", "Concert de quartier", "lavande", "Cultures du Cœur")
LONG = "Le théâtre, la musique et la danse près de chez vous, gratuitement, toute la saison, " * 2
ENDLESS = "Anticonstitutionnellement" * 6


def _opened(bill: Bill) -> Image.Image:
    return Image.open(io.BytesIO(_drawn(bill))).convert("RGB")


def test_a_short_title_is_in_large_letters() -> None:
    assert fitted("Concert de quartier") == (SIZES[0], ["Concert de quartier"])


def test_a_long_title_is_cut_between_its_words_and_nothing_is_lost() -> None:
    size, lines = fitted(LONG[:140].strip())
    assert size < SIZES[0]
    assert " ".join(lines) == LONG[:140].strip()


@pytest.mark.parametrize("title", [LONG * 3, ENDLESS])
def test_what_cannot_fit_says_that_it_goes_on(title: str) -> None:
    _, lines = fitted(title)
    assert lines[-1].endswith("…")


@pytest.mark.parametrize("title", ["Un", LONG[:140], LONG * 3, ENDLESS, "Ateliers 🎭 pour tous → 12 ans"])
def test_no_letter_leaves_the_bill_or_enters_the_band(title: str) -> None:
    empty, full = (_opened(replace(BILL, above="", title=words)) for words in ("", title))
    left, top, right, bottom = ImageChops.difference(empty, full).getbbox()
    assert left >= MARGIN - 4
    assert right <= WIDTH - MARGIN
    assert top > 112
    assert bottom < HEIGHT - BAND


def test_a_bill_weighs_less_than_60_kilobytes_at_the_size_that_programs_ask() -> None:
    content = _drawn(replace(BILL, title=LONG[:140]))
    assert len(content) < 60_000
    assert Image.open(io.BytesIO(content)).size == (1200, 630)


def test_the_same_words_give_the_same_bytes_and_others_do_not() -> None:
    assert _drawn(BILL) == _drawn(BILL)
    assert _drawn(BILL) != _drawn(replace(BILL, tint="pin"))


def test_letters_are_light_on_the_colour_of_the_page() -> None:
    colours = {colour for _, colour in _opened(BILL).getcolors(16)}
    assert {(0x5B, 0x4A, 0x8A), (0xFF, 0xF9, 0xF2), (0x2A, 0x1A, 0x1E)} <= colours


def test_a_drawing_stands_behind_the_title_on_the_right() -> None:
    plain, drawn = _opened(BILL), _opened(replace(BILL, drawing=MASKS))
    left, top, right, bottom = ImageChops.difference(plain, drawn).getbbox()
    assert left > WIDTH / 2
    assert right <= WIDTH
    assert top > 60
    assert bottom < HEIGHT - BAND
