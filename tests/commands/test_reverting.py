"""The version of before comes back whole, once shown, and the history keeps everything."""

from pathlib import Path

import pytest

from plugins.commands.reverting import revert
from tests.commands.publishing_workshop import HOST, SITE, Workshop, git, open_workshop, refused


def _publish_three_times(opened: Workshop) -> None:
    for letter in "ABC":
        opened.write("content/a.md", f"Titre : {letter}\n")
        opened.commit()
        opened.site = {**SITE, "index.html": letter}
        assert opened.publish() == 0


@pytest.fixture
def workshop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workshop:
    return open_workshop(tmp_path, monkeypatch, _publish_three_times)


def _revert(workshop: Workshop, *, yes: bool = True, **options: object) -> int:
    workshop.said = []
    project = workshop.project(workshop.build)
    return revert(workshop.root, yes=yes, project=project, say=workshop.said.append, **options)


def _home(workshop: Workshop) -> str:
    return git(workshop.bare, "show", "gh-pages:index.html")


def test_the_version_of_before_comes_back_whole_and_nothing_is_erased(workshop: Workshop) -> None:
    before = git(workshop.bare, "rev-parse", "gh-pages~1^{tree}")
    assert _revert(workshop) == 0
    assert git(workshop.bare, "rev-parse", "gh-pages^{tree}") == before
    assert git(workshop.bare, "rev-list", "--count", "gh-pages").strip() == "4"
    assert "Camille" not in git(workshop.bare, "log", "-1", "--format=%an %ae %cn %ce", "gh-pages")
    assert "Change : 1 page et 0 autre fichier" in workshop.said
    assert "  ~ /" in workshop.said


def test_going_back_twice_goes_back_twice_then_says_there_is_no_more(workshop: Workshop) -> None:
    assert [_revert(workshop), _home(workshop)] == [0, "B"]
    assert [_revert(workshop), _home(workshop)] == [0, "A"]
    assert [_revert(workshop), _home(workshop)] == [1, "A"]
    assert workshop.text == (
        "Il n’y a pas de version d’avant : le site n’a été publié qu’une fois, ou jamais."
    )


@pytest.mark.parametrize("options", [{"dry_run": True}, {"yes": False, "confirm": lambda: False}])
def test_nothing_comes_back_before_an_agreement(workshop: Workshop, options: dict[str, object]) -> None:
    _revert(workshop, **options)
    assert "La version publiée le" in workshop.said[0]
    assert _home(workshop) == "C"


def test_what_was_taken_off_does_not_come_back_by_itself(workshop: Workshop) -> None:
    _revert(workshop)
    workshop.site = {**SITE, "index.html": "C"}
    refused(
        workshop,
        workshop.publish(),
        "Cette version a été retirée par ./faire revenir",
        "--accepter=version-retiree",
    )
    workshop.write("content/a.md", "Titre : D\n")
    workshop.commit()
    workshop.site = {**SITE, "index.html": "D"}
    assert workshop.publish() == 0
    assert _home(workshop) == "D"


def test_a_commit_by_hand_is_undone_too(workshop: Workshop) -> None:
    workshop.put_online_by_hand({"index.html": "à la main"})
    assert _revert(workshop) == 0
    assert _home(workshop) == "C"


def test_what_says_too_much_of_a_person_does_not_come_back(workshop: Workshop) -> None:
    workshop.put_online_by_hand({"index.html": "<p>Le portable de Léa : 06 12 34 56 78</p>"})
    workshop.site = {**SITE, "index.html": "Corrigé"}
    assert workshop.publish(accept=["publication-etrangere"]) == 0
    refused(workshop, _revert(workshop), "1 passage semble dire trop d’une personne.", "     index.html : ")
    assert "12 34 56 78" not in workshop.text
    assert _home(workshop) == "Corrigé"


def test_a_branch_of_sources_is_left_alone(workshop: Workshop) -> None:
    refused(workshop, _revert(workshop, branch="main"), "La branche « main » porte les sources")


def test_a_remote_that_does_not_answer_is_told(workshop: Workshop, tmp_path: Path) -> None:
    git(workshop.root, "remote", "set-url", "origin", str(tmp_path / "disparu.git"))
    refused(workshop, _revert(workshop), "Le dépôt distant « origin » ne répond pas.")


def test_a_site_that_was_never_published_has_no_version_of_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "neuf").mkdir()
    fresh = open_workshop(tmp_path / "neuf", monkeypatch)
    assert _revert(fresh) == 1
    assert fresh.branches == ["main"]


def test_the_address_of_the_site_comes_back_with_it(workshop: Workshop) -> None:
    _revert(workshop)
    assert git(workshop.bare, "show", "gh-pages:CNAME") == HOST
