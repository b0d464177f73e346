"""Publish for real, to a bare repository next door."""

import re
from datetime import date
from pathlib import Path

import pytest

from plugins.commands.publishing import confirm_on_terminal
from plugins.commands.publishing_trees import MANIFEST, PUBLISHER_MARK
from tests.commands.publishing_workshop import HOST, SITE, Workshop, git, open_workshop, refused


@pytest.fixture
def workshop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workshop:
    return open_workshop(tmp_path, monkeypatch)


def test_the_first_publication_puts_the_whole_site_online(workshop: Workshop) -> None:
    assert workshop.publish() == 0
    assert workshop.online == [
        ".nojekyll", "CNAME", "_fichiers/a.txt", "index.html", "manifeste.txt", "sorties/agenda.ics",
        "sorties/index.html",
    ]  # fmt: skip
    assert git(workshop.bare, "show", "gh-pages:CNAME") == HOST
    assert git(workshop.bare, "show", "gh-pages:.nojekyll") == ""
    assert workshop.said[:8] == [
        "Construction du site…",
        f"Ce qui va changer sur {HOST} :",
        "Apparaît : 2 pages et 4 autres fichiers",
        "  + /",
        "  + /sorties/",
        "  + /_fichiers/a.txt",
        "  + /sorties/agenda.ics",
        "  + /.nojekyll",
    ]
    assert workshop.said[-2].startswith(f"C’est publié : https://{HOST}/")
    assert (
        workshop.said[-1] == "Les adresses nouvelles sont notées dans data/adresses.txt, sur la branche main."
    )


def test_the_second_publication_shows_what_appears_changes_and_vanishes(workshop: Workshop) -> None:
    workshop.publish()
    workshop.site = {**SITE, "index.html": "<h1>Bonjour</h1>", "lieux/index.html": "<h1>Lieux</h1>"}
    del workshop.site["_fichiers/a.txt"]
    assert workshop.publish() == 0
    assert workshop.said[1:-2] == [
        f"Ce qui va changer sur {HOST} :",
        "Apparaît : 1 page et 0 autre fichier",
        "  + /lieux/",
        "Change : 1 page et 0 autre fichier",
        "  ~ /",
        "Disparaît : 0 page et 1 autre fichier",
        "  - /_fichiers/a.txt",
    ]
    assert workshop.online == [
        ".nojekyll", "CNAME", "index.html", "lieux/index.html", "manifeste.txt", "sorties/agenda.ics",
        "sorties/index.html",
    ]  # fmt: skip
    assert git(workshop.bare, "rev-list", "--count", "gh-pages").strip() == "2"


def test_the_same_site_is_not_published_twice(workshop: Workshop) -> None:
    workshop.publish()
    assert workshop.publish() == 0
    assert workshop.said[-1] == "Le site en ligne est déjà celui-ci."
    assert git(workshop.bare, "rev-list", "--count", "gh-pages").strip() == "1"


def test_publishing_leaves_the_sources_as_they_were(workshop: Workshop) -> None:
    before = git(workshop.root, "rev-parse", "HEAD").strip()
    workshop.publish()
    assert git(workshop.root, "status", "--porcelain") == ""
    assert git(workshop.root, "branch", "--format=%(refname:short)").split() == ["main"]
    assert git(workshop.root, "diff", "--name-only", before, "HEAD").split() == ["data/adresses.txt"]


def test_a_publication_says_where_it_comes_from_and_names_nobody(workshop: Workshop) -> None:
    head = git(workshop.root, "rev-parse", "HEAD").strip()
    workshop.publish()
    commit = git(workshop.bare, "log", "-1", "--format=%an <%ae> %cn <%ce>%n%B", "gh-pages")
    assert f"Source: {head}" in commit
    assert PUBLISHER_MARK in commit
    assert "Camille" not in commit
    assert f"Publication du site <publication@{HOST}>" in commit


def test_what_programs_look_for_in_a_hidden_folder_goes_online_too(workshop: Workshop) -> None:
    workshop.site = {**SITE, ".well-known/security.txt": "Contact: https://exemple.org/"}
    assert workshop.publish() == 0
    assert ".well-known/security.txt" in workshop.online
    assert git(workshop.bare, "show", "gh-pages:.well-known/security.txt") == "Contact: https://exemple.org/"
    assert "  .well-known/security.txt" in git(workshop.bare, "show", f"gh-pages:{MANIFEST}")


def test_a_git_that_knows_no_name_publishes_all_the_same(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.delenv(f"GIT_{role}_NAME")
        monkeypatch.delenv(f"GIT_{role}_EMAIL")
    git(workshop.root, "config", "user.useConfigOnly", "true")
    assert workshop.publish() == 0
    assert git(workshop.bare, "log", "-1", "--format=%an", "gh-pages") == "Publication du site\n"


def test_a_site_cut_between_its_two_renames_is_put_back_before_anything_else(workshop: Workshop) -> None:
    workshop.build(workshop.root)
    (workshop.root / "output").rename(workshop.root / ".output-ancien")
    assert workshop.publish(build=lambda _root, _day: 1) == 1
    assert (workshop.root / "output" / "index.html").read_text() == SITE["index.html"]


def test_a_dry_run_shows_everything_and_publishes_nothing(workshop: Workshop) -> None:
    assert workshop.publish(dry_run=True) == 0
    assert "  + /sorties/" in workshop.said
    assert workshop.said[-1] == "Essai terminé : rien n’a été publié."
    assert workshop.branches == ["main"]


def test_a_dry_run_tells_the_points_of_before_and_after_building_at_once(workshop: Workshop) -> None:
    workshop.gaps = ("telephone",)
    workshop.site = {"a/index.html": "<p data-exemple>Exemple</p>"}
    refused(
        workshop,
        workshop.publish(dry_run=True),
        "Avant de publier, 3 points à régler.",
        "1. 1 renseignement légal manque encore.",
        "2. Le site construit n’a pas de page d’accueil (1 page en tout).",
        "3. 1 fichier contient un exemple ou un brouillon.",
    )


@pytest.mark.parametrize(("answer", "code"), [(True, 0), (False, 1)])
def test_the_person_has_the_last_word(workshop: Workshop, answer: bool, code: int) -> None:
    assert workshop.publish(yes=False, confirm=lambda: answer) == code
    assert ("gh-pages" in workshop.branches) is answer


def test_without_a_keyboard_nothing_goes_without_yes(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("plugins.commands.console.is_interactive", lambda: False)
    refused(workshop, workshop.publish(yes=False), "Personne n’est devant le clavier", "ajoutez --oui")
    assert workshop.branches == ["main"]


@pytest.mark.parametrize(
    ("typed", "answer"), [("oui", True), (" O ", True), ("non", False), ("", False), ("publie", False)]
)
def test_only_a_clear_yes_is_a_yes(typed: str, answer: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("plugins.commands.console.is_interactive", lambda: True)
    monkeypatch.setattr("builtins.input", lambda *_question: typed)
    assert confirm_on_terminal() is answer


def test_a_keyboard_that_goes_away_is_a_no(monkeypatch: pytest.MonkeyPatch) -> None:
    def end_of_file(*_question: str) -> str:
        raise EOFError

    monkeypatch.setattr("plugins.commands.console.is_interactive", lambda: True)
    monkeypatch.setattr("builtins.input", end_of_file)
    assert confirm_on_terminal() is False


def test_a_build_that_stops_publishes_nothing(workshop: Workshop) -> None:
    refused(workshop, workshop.publish(build=lambda _root, _day: 1), "La construction s’est arrêtée.")


def test_a_publication_that_was_overtaken_is_told_and_can_be_done_again(workshop: Workshop) -> None:
    workshop.publish()
    workshop.site = {**SITE, "index.html": "Nouveau"}

    def build_while_another_publishes(root: Path, _day: date) -> None:
        workshop.build(root)
        workshop.put_online_by_hand({"a.txt": "A"}, f"Publie\n\n{PUBLISHER_MARK}")

    code = workshop.publish(build=build_while_another_publishes)
    refused(workshop, code, "Quelqu’un d’autre a publié pendant ce temps.", "Relancez la même commande")
    assert workshop.publish() == 0
    assert "a.txt" not in workshop.online


def test_a_remote_that_refuses_writing_is_told(workshop: Workshop) -> None:
    hook = workshop.bare / "hooks" / "pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nexit 1\n")
    hook.chmod(0o755)
    refused(workshop, workshop.publish(), "Le dépôt distant ne vous laisse pas publier.", "     git dit :")
    assert "gh-pages" not in workshop.branches


def test_every_waivable_point_says_how_to_go_on(workshop: Workshop) -> None:
    workshop.put_online_by_hand({"index.html": "ancien site", "CNAME": "ancien.exemple.org\n"})
    assert workshop.publish() == 1
    codes = re.findall(r"--accepter=(\S+)", workshop.text)
    assert codes == ["adresse-changee", "publication-etrangere"]
    assert workshop.publish(accept=codes) == 0
    assert git(workshop.bare, "show", "gh-pages:CNAME") == HOST
