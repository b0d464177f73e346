"""`./faire regarder`: pictures of each kind of page, and a sheet that shows them together."""

import pytest
from PIL import Image

from tests.browser import looking
from tests.browser.looking import Picture, contact_sheet, photograph

CREAM, NIGHT = (255, 249, 242), (30, 21, 23)


def test_two_kinds_of_the_small_site_are_photographed_on_each_screen_by_day_at_night_and_on_paper(
    browser, mini_examples, tmp_path, capsys
):
    (tmp_path / "images").mkdir()
    (tmp_path / "images" / "ancienne.png").write_bytes(b"")
    pictures = photograph(browser, mini_examples, ["tutorials", "home", "place"], tmp_path / "images")
    assert "Pas d’image du genre place : ce site n’a pas la page lieux/museal" in capsys.readouterr().err
    screens = ["320 points de large", "390 points de large", "1280 points de large"]
    seen = [
        *(f"{screen}, de jour" for screen in screens),
        "sur papier, 1 de 1\u00a0feuille",
        *(f"{screen}, de nuit" for screen in screens),
    ]
    assert [picture.kind for picture in pictures] == 7 * ["tutorials"] + 7 * ["home"]
    assert [picture.seen for picture in pictures[:7]] == seen
    assert {path.name for path in (tmp_path / "images").iterdir()} == {
        picture.file.removeprefix("images/") for picture in pictures
    }
    assert _ground(tmp_path / "images" / "home-320-light.png") == CREAM
    assert _ground(tmp_path / "images" / "home-1280-dark.png") == NIGHT


def test_the_sheet_shows_the_pictures_of_a_kind_side_by_side_under_its_name(new_page, tmp_path):
    pictures = [
        Picture("home", "320 points de large, de jour", "images/a.png"),
        Picture("home", "sur papier", "images/b.png"),
    ]
    (tmp_path / "images").mkdir()
    for name in ("a.png", "b.png"):
        Image.new("RGB", (300, 400)).save(tmp_path / "images" / name)
    (tmp_path / "index.html").write_text(contact_sheet(pictures), "utf-8")
    page = new_page()
    page.goto((tmp_path / "index.html").as_uri())
    assert page.locator("h2").all_inner_texts() == ["home · index.html"]
    assert page.locator("figcaption").all_inner_texts() == [
        "home, 320 points de large, de jour",
        "home, sur papier",
    ]
    tops = [box.bounding_box()["y"] for box in page.locator("img").all()]
    assert tops[0] == tops[1]


def test_a_kind_that_does_not_exist_is_said_with_those_that_do(capsys):
    assert looking.main(["accueil"]) == 1
    told = capsys.readouterr().err
    assert "Pas de genre de page nommé « accueil ». Les genres : accessibility-grid, " in told


def test_without_a_browser_the_way_out_is_said_in_french(monkeypatch, capsys):
    monkeypatch.setattr(looking.shutil, "which", lambda _name: None)
    assert looking.main([]) == 1
    assert capsys.readouterr().err == (
        "Pas de Chromium sur cet ordinateur : il fait les images. "
        "Installez l’un de ceux-ci : chromium, chromium-browser, google-chrome.\n"
    )


@pytest.mark.usefixtures("browser")
def test_faults_of_the_site_are_said_and_nothing_is_photographed(monkeypatch, tmp_path, capsys):
    (tmp_path / "pelicanconf.py").write_text("SITENAME =\n", "utf-8")
    monkeypatch.setattr(looking, "ROOT", tmp_path)
    assert looking.main(["home"]) == 1
    assert "pelicanconf.py" in capsys.readouterr().err
    assert not (tmp_path / looking.FOLDER / "images").exists()


def _ground(picture):
    """Return which of the two grounds is seen most."""
    with Image.open(picture) as opened:
        colours = opened.convert("RGB").getcolors(opened.width * opened.height)
    return max((number, colour) for number, colour in colours if colour in {CREAM, NIGHT})[1]
