"""Each question tells a fault that is put there on purpose."""

import pytest

from tests.browser import axe
from tests.browser.paper import lost_on_paper
from tests.browser.questions import BEYOND_ITS_BOX, BEYOND_THE_SCREEN, MOVING, SPACED, TOO_SMALL
from tests.browser.walking import walk

STYLE = "<style>:focus { outline: 3px solid #000; }</style>"
LINKS = '<body style="background: #fff">{}<p><a href="#un">Un</a> <a href="#deux">Deux</a></p>'


@pytest.fixture
def faulty(new_page, tmp_path):
    """Give a function that opens a page on the narrowest phone."""
    page = new_page(viewport={"width": 320, "height": 640})
    page.add_init_script(axe.script())

    def opened(html):
        (tmp_path / "faulty.html").write_text(f'<html lang="fr"><meta charset="utf-8">{html}</html>', "utf-8")
        page.goto((tmp_path / "faulty.html").as_uri())
        return page

    return opened


def test_axe_tells_a_picture_without_words(faulty):
    page = faulty('<title>x</title><h1>x</h1><img src="x.png">')
    axe.begin(page)
    told = [line for line in axe.findings(page) if line.startswith("image-alt : ")]
    assert len(told) == 1
    assert told[0].endswith(' : <img src="x.png">')


@pytest.mark.skipif(not axe.FRENCH.is_file(), reason=axe.ABSENT)
def test_axe_speaks_french(faulty):
    page = faulty('<title>x</title><h1>x</h1><img src="x.png">')
    axe.begin(page)
    assert "Les images doivent avoir" in " ".join(axe.findings(page))


def test_a_word_too_long_for_its_box_is_told(faulty):
    box = '<p style="width: 100px; background: #eee; overflow-wrap: normal">Incompréhensibilités</p>'
    page = faulty(f'<div style="width: 400px">{box}</div>')
    assert len(page.evaluate(BEYOND_ITS_BOX)) == 1
    assert page.evaluate(BEYOND_THE_SCREEN)[0] == "the page is 408 wide"


def test_a_box_too_low_for_spaced_lines_is_told_and_spaces_go_as_they_came(faulty):
    page = faulty(
        '<p style="margin: 0; background: #eee; height: 24px; font: 20px/1.2 serif">Bien placé.</p>'
    )
    assert page.evaluate(BEYOND_ITS_BOX) == []
    page.evaluate(SPACED, True)
    page.add_style_tag(content="p { width: 90px }")
    assert len(page.evaluate(BEYOND_ITS_BOX)) == 1
    page.evaluate(SPACED, False)
    assert page.locator("#spaced").count() == 0


def test_a_small_button_is_told(faulty):
    assert len(faulty('<button style="width: 20px">x</button>').evaluate(TOO_SMALL)) == 1


@pytest.mark.parametrize("style", ["transition: color 1s", "animation: tourne 1s", "scroll-behavior: smooth"])
def test_what_moves_without_asking_is_told(faulty, style):
    assert faulty("<p>Un").evaluate(MOVING) == []
    assert len(faulty(f'<p style="{style}">Un').evaluate(MOVING)) == 1


def test_a_page_where_one_sees_where_one_is_has_no_fault(faulty):
    walked = walk(faulty(STYLE + LINKS.format("")))
    assert len(walked.steps) == 3
    assert (walked.strays, walked.faint, walked.hidden) == ([], [], [])


def test_a_focus_that_is_not_drawn_or_too_pale_is_told(faulty):
    links = ['<a href="#un">Un</a>', '<a href="#deux">Deux</a>']
    for rule in ("outline: 0", "outline: 3px solid #eee"):
        walked = walk(faulty(f"<style>:focus {{ {rule}; }}</style>{LINKS.format('')}"))
        assert walked.faint == links


def test_what_has_the_focus_behind_something_that_stays_in_place_is_told(faulty):
    cover = '<div style="position: fixed; inset: 0; background: #fff">Bandeau</div>'
    assert len(walk(faulty(STYLE + LINKS.format(cover))).hidden) == 2


def test_a_trap_is_told(faulty):
    script = '<script>document.links[1].addEventListener("keydown", event => event.preventDefault())</script>'
    assert walk(faulty(STYLE + LINKS.format("") + script)).strays == [
        'not out of the page: <a href="#deux">Deux</a>'
    ]


def test_a_paragraph_that_is_not_printed_is_told(faulty):
    rule = "<style>@media print { p { display: none } }</style>"
    page = faulty(f"{rule}<main><h1>Entrée libre</h1><p>Du vestiaire à la scène</p></main>")
    assert lost_on_paper(page) == ["du", "la", "scène", "vestiaire", "à"]
    page = faulty("<main><h1>Entrée libre</h1><p>Après-midi, du vestiaire à la scène</p></main>")
    assert lost_on_paper(page) == []
