from pathlib import Path

import pytest

from plugins.commands.settings import settings_faults

GOOD = 'SITEURL = "https://www.exemple.fr"\nTHEME = "theme"\nPLUGINS = ["json"]\nWITH_FUTURE_DATES = True\n'


def _told(root: Path, pelican: str = "", publish: str = "") -> list[tuple[str, int, str, str | None]]:
    (root / "theme/templates").mkdir(parents=True)
    (root / "pelicanconf.py").write_text(GOOD + pelican, "utf-8")
    (root / "publishconf.py").write_text("from pelicanconf import *\n" + publish, "utf-8")
    found = settings_faults(root, "publishconf.py")
    return [(fault.file, fault.line, fault.message, fault.hint) for fault in found]


def test_right_settings_tell_nothing(tmp_path: Path) -> None:
    assert _told(tmp_path) == []


def test_the_settings_of_this_project_are_right() -> None:
    assert list(settings_faults(Path(__file__).parents[2], "publishconf.py")) == []


@pytest.mark.parametrize("address", ["", "http://www.exemple.fr", "https://www.exemple.fr/", "exemple"])
def test_an_address_that_is_not_that_of_a_site_is_told(tmp_path: Path, address: str) -> None:
    assert [told[:3] for told in _told(tmp_path, publish=f'SITEURL = "{address}"\n')] == [
        ("publishconf.py", 2, "SITEURL n’est pas l’adresse publique d’un site.")
    ]


def test_a_setting_that_only_the_online_settings_have_is_told_with_the_one_that_was_meant(
    tmp_path: Path,
) -> None:
    assert _told(tmp_path, publish="WITH_FUTUR_DATES = False\n") == [
        (
            "publishconf.py",
            2,
            "le réglage WITH_FUTUR_DATES n’est pas dans pelicanconf.py : il ne changerait rien.",
            "vouliez-vous écrire WITH_FUTURE_DATES ?",
        )
    ]


def test_what_python_does_not_understand_is_told_at_its_line(tmp_path: Path) -> None:
    assert [told[:3] for told in _told(tmp_path, "TRUC = [1,\n")] == [
        ("pelicanconf.py", 5, "Python ne comprend pas cette ligne.")
    ]


def test_a_theme_and_a_plugin_that_are_not_there_are_told(tmp_path: Path) -> None:
    rows = 'THEME = "disparu"\nPLUGINS = ["json", "absent.ici"]\n'
    assert [told[:3] for told in _told(tmp_path, rows)] == [
        ("pelicanconf.py", 5, "ce dossier n’est pas celui d’un thème."),
        ("pelicanconf.py", 6, "le module « absent.ici » n’existe pas."),
    ]


def test_the_address_of_a_direct_template_is_read_and_that_of_another_is_not(tmp_path: Path) -> None:
    rows = 'DIRECT_TEMPLATES = ["tags"]\nTAGS_SAVE_AS = "mots/index.html"\nCATEGORIES_SAVE_AS = "a.html"\n'
    assert [told[1:] for told in _told(tmp_path, rows)] == [
        (
            7,
            "personne ne lit le réglage CATEGORIES_SAVE_AS : il ne changerait rien.",
            "vouliez-vous écrire CATEGORY_SAVE_AS ?",
        )
    ]
