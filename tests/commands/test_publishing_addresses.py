"""No address that was ever online dies in silence."""

from pathlib import Path

import pytest

from plugins.commands.publishing_addresses import REGISTER, lasting, read_register, write_register
from tests.commands.publishing_workshop import SITE, Workshop, git, open_workshop, refused

ROOT = Path(__file__).parents[2]


def _publish(opened: Workshop) -> None:
    assert opened.publish() == 0


@pytest.fixture
def workshop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workshop:
    return open_workshop(tmp_path, monkeypatch)


@pytest.fixture
def published(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workshop:
    return open_workshop(tmp_path, monkeypatch, _publish)


def _register(workshop: Workshop) -> dict[str, str]:
    return read_register(git(workshop.bare, "show", f"main:{REGISTER}"))[0]


def test_pages_and_subscriptions_last_and_the_lists_of_a_moment_do_not() -> None:
    files = [
        "index.html", "404.html", "a/index.html", "b.html", "agenda.ics", "sorties/a/valence/index.html",
        "sorties/a/valence/agenda.ics", "sorties/2026/11/index.html", "sorties/2026/11/28-conte/index.html",
        "sorties/2026/11/28-conte/sortie.ics", "sorties/affiches/valence-a4.pdf", "actualites/2026/index.html",
        "actualites/2026/11/bienvenue/index.html", "actualites/2/index.html", "actualites/atom.xml",
        "actualites/mot-cle/enfants/index.html", "sitemap.xml", "theme/site.css",
    ]  # fmt: skip
    assert sorted(lasting(files)) == [
        "/", "/a/", "/actualites/2026/11/bienvenue/", "/actualites/atom.xml", "/agenda.ics", "/b.html",
        "/sorties/2026/11/28-conte/", "/sorties/a/valence/agenda.ics",
    ]  # fmt: skip


def test_a_register_is_read_as_it_is_written() -> None:
    text = "# tête\n\n/b/\n/a/ # plus là depuis 2026\nn’importe quoi\n"
    assert read_register(text) == ({"/b/": "", "/a/": "plus là depuis 2026"}, [5])
    written = write_register({"/b/": "", "/a/": "plus là"})
    assert written.endswith("2026\n/a/ # plus là\n/b/\n")
    assert read_register(written) == ({"/b/": "", "/a/": "plus là"}, [])


def test_the_register_of_the_project_is_clear_and_sorted() -> None:
    text = (ROOT / REGISTER).read_text("utf-8")
    entries, unclear = read_register(text)
    assert unclear == []
    assert text == write_register(entries)


def test_what_is_published_is_noted_on_the_main_branch_here_and_there(published: Workshop) -> None:
    workshop = published
    expected = {"/": "", "/sorties/": "", "/sorties/agenda.ics": ""}
    assert _register(workshop) == expected
    assert read_register((workshop.root / REGISTER).read_text("utf-8"))[0] == expected
    assert "Camille" not in git(workshop.bare, "log", "-1", "--format=%an %cn", "main")


def test_an_address_that_vanishes_is_told_with_both_ways_out(published: Workshop) -> None:
    workshop = published
    workshop.site = {name: text for name, text in SITE.items() if not name.endswith("sorties/index.html")}
    workshop.site |= {"x.html": "X"}
    refused(
        workshop,
        workshop.publish(accept=["adresse-disparue"]),
        "1 adresse déjà publiée ne mènerait plus à rien.",
        "     /sorties/",
        "data/redirections.yaml",
        "par exemple : /sorties/ # l’action s’est arrêtée",
    )
    assert "--accepter" not in workshop.text


def test_an_address_that_leads_elsewhere_is_enough(published: Workshop) -> None:
    workshop = published
    workshop.site = {**SITE, "sorties/index.html": "<meta http-equiv='refresh' content='0; url=/'>"}
    assert workshop.publish() == 0


def test_the_reason_of_an_end_is_enough_and_is_kept(published: Workshop) -> None:
    workshop = published
    workshop.site = {"index.html": "A", "sorties/agenda.ics": "B", "n.html": "N"}
    text = (workshop.root / REGISTER).read_text("utf-8")
    workshop.write(REGISTER, text.replace("/sorties/\n", "/sorties/ # c’est fini\n"))
    workshop.commit()
    assert workshop.publish() == 0
    assert workshop.publish() == 0
    assert _register(workshop) == {
        "/": "", "/n.html": "", "/sorties/": "c’est fini", "/sorties/agenda.ics": "",
    }  # fmt: skip


def test_an_address_of_long_ago_is_not_forgotten(workshop: Workshop) -> None:
    workshop.write(REGISTER, "/il-y-a-longtemps/\n")
    workshop.commit()
    refused(workshop, workshop.publish(), "     /il-y-a-longtemps/")


def test_what_takes_itself_off_on_its_day_is_not_waited_for(published: Workshop) -> None:
    workshop = published
    workshop.site = {"index.html": "A", "sorties/agenda.ics": "B", "n.html": "N"}
    workshop.withdrawn = ("/sorties/",)
    assert workshop.publish() == 0


def test_a_line_that_is_not_an_address_is_told_with_its_number(workshop: Workshop) -> None:
    workshop.write(REGISTER, "/a/ # finie\nsorties\n")
    workshop.commit()
    refused(workshop, workshop.publish(), "1 ligne n’est pas claire", f"     {REGISTER}:2")


def test_a_main_branch_that_refuses_writing_does_not_stop_the_site(workshop: Workshop) -> None:
    hook = workshop.bare / "hooks" / "update"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text('#!/bin/sh\n[ "$1" = refs/heads/gh-pages ]\n')
    hook.chmod(0o755)
    assert workshop.publish() == 0
    assert (
        workshop.said[-1]
        == f"Les adresses nouvelles seront notées dans {REGISTER} à la prochaine publication."
    )
    hook.unlink()
    assert workshop.publish() == 0
    assert sorted(_register(workshop)) == ["/", "/sorties/", "/sorties/agenda.ics"]
