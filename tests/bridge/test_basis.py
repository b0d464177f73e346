import locale
from functools import cache

import pytest
from pelican.settings import read_settings

from plugins.bridge import basis
from plugins.bridge.basis import basis_of, know_program, program_of_builds
from plugins.ledger.fingerprints import Fingerprints
from plugins.ledger.program import PROGRAM
from plugins.ledger.traces import NEVER


@pytest.mark.parametrize("name", ["pelicanconf.py", "publishconf.py"])
def test_what_the_settings_name_can_be_told_so_that_builds_keep_pages(
    name: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(
        locale, "setlocale", lambda *_: "C"
    )  # Pelican's reading sets it for all the tests that follow
    settings = read_settings(str(PROGRAM / name))
    assert basis_of("le programme", settings, Fingerprints({}, 0)) != NEVER


def test_another_program_or_other_settings_keep_nothing():
    looked = Fingerprints({}, 0)
    known = {"SITENAME": "Un site"}
    found = basis_of("le programme", known, looked)
    assert found == basis_of("le programme", {**known, "TODAY": "2026-11-22"}, looked)
    assert found != basis_of("un autre", known, looked)
    assert found != basis_of("le programme", {"SITENAME": "Un autre"}, looked)


def test_a_filter_that_remembers_its_answers_cannot_be_named_and_nothing_would_be_kept():
    settings = {"JINJA_FILTERS": {"loud": cache(str.upper)}}
    assert basis_of("le programme", settings, Fingerprints({}, 0)) == NEVER


def test_the_digest_of_the_program_is_worked_out_unless_it_was_told(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(basis, "program_and_libraries", lambda: "worked out")
    monkeypatch.setattr(basis, "_told", [])
    assert program_of_builds() == "worked out"
    know_program("told")
    assert program_of_builds() == "told"
    know_program("")
    assert program_of_builds() == "worked out"
