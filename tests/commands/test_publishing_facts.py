"""Publishing reads the project as it is, in another process when it must."""

from pathlib import Path

import pytest

from plugins.commands.publishing_facts import host_of, place_of, site_url, text_of


def test_the_address_comes_from_the_production_settings(tmp_path: Path) -> None:
    (tmp_path / "pelicanconf.py").write_text("SITEURL = ''\nSITENAME = 'Été'\n", "utf-8")
    (tmp_path / "publishconf.py").write_text(
        "from pelicanconf import *\nSITEURL = 'https://a.org'\n", "utf-8"
    )
    assert site_url(tmp_path) == "https://a.org"


@pytest.mark.parametrize("settings", [None, "SITEURL =", "import absent", ""])
def test_settings_that_say_nothing_give_no_address(tmp_path: Path, settings: str | None) -> None:
    if settings is not None:
        (tmp_path / "publishconf.py").write_text(settings, "utf-8")
    assert site_url(tmp_path) == ""


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://www.exemple.org", "www.exemple.org"),
        ("https://www.exemple.org/", "www.exemple.org"),
        ("https://WWW.Exemple.org:443/a/", "www.exemple.org"),
        ("www.exemple.org", None),
        ("http://localhost:8000", None),
        ("http://127.0.0.1", None),
        ("file:///tmp/a.b", None),
        ("", None),
    ],
)
def test_only_a_public_address_has_a_host(url: str, host: str | None) -> None:
    assert host_of(url) == host


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("nom: A\ntelephone:\n", "data/association.yaml:2"),
        ("nom: A\n", "data/association.yaml"),
        ("hebergeur:\n  nom: B\n", "data/association.yaml"),
        ("- une liste\n", "data/association.yaml"),
        ("nom: [\n", "data/association.yaml"),
        (None, "data/association.yaml"),
    ],
)
def test_a_field_is_told_where_it_stands_in_the_file(tmp_path: Path, text: str | None, place: str) -> None:
    (tmp_path / "data").mkdir()
    if text is not None:
        (tmp_path / "data" / "association.yaml").write_text(text, "utf-8")
    assert place_of(tmp_path, "telephone") == place


def test_a_field_that_is_not_written_yet_is_told_by_its_group(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "association.yaml").write_text("nom: A\nhebergeur:\n  nom: B\n", "utf-8")
    assert place_of(tmp_path, "hebergeur.telephone") == "data/association.yaml:2"


def test_the_text_of_a_page_is_what_a_person_reads() -> None:
    page = "<title>T</title><style>a{}</style><p>Un <b>été</b></p><script>x</script><!-- c -->"
    assert text_of(page) == "T\nUn\nété"
    assert text_of(" ") == ""
