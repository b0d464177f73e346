"""What is online is what its sources make, and one can check it."""

from datetime import date
from pathlib import Path

import pytest

from plugins.commands.reproducing import reproduce
from tests.commands.publishing_workshop import DAY, Workshop, git, open_workshop


def _build(root: Path, day: date) -> int:
    """Build a site out of the text and the day: what a build of the real project is."""
    (root / "output").mkdir(exist_ok=True)
    (root / "output" / "index.html").write_text(f"{(root / 'content/a.md').read_text('utf-8')}{day}", "utf-8")
    return 0


def _publish_twice(opened: Workshop) -> None:
    """Publish the site of `v1`, then that of newer sources."""
    git(opened.root, "tag", "v1")
    assert opened.publish(build=_build) == 0
    opened.write("content/a.md", "Titre : B\n")
    opened.commit()
    assert opened.publish(build=_build) == 0


@pytest.fixture
def workshop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workshop:
    return open_workshop(tmp_path, monkeypatch, _publish_twice)


def _reproduce(workshop: Workshop, wanted: str = "", build: object = _build) -> int:
    workshop.said = []
    return reproduce(workshop.root, wanted, build=build, say=workshop.said.append)


@pytest.mark.parametrize("wanted", ["", "v1"])
def test_the_same_sources_and_the_same_day_make_the_site_again(workshop: Workshop, wanted: str) -> None:
    days = []

    def build(root: Path, day: date) -> int:
        days.append(day)
        return _build(root, day)

    assert _reproduce(workshop, wanted, build) == 0, workshop.text
    assert days == [DAY]
    assert (
        workshop.said[-1]
        == "Tout est pareil, à l’octet près : 3\u00a0fichiers, en ligne, dans manifeste.txt et ici."
    )


def test_the_folder_of_the_sources_is_gone_afterwards(workshop: Workshop) -> None:
    _reproduce(workshop)
    assert git(workshop.root, "status", "--porcelain") == ""
    assert len(git(workshop.root, "worktree", "list").splitlines()) == 1


def test_work_under_way_here_is_not_built(workshop: Workshop) -> None:
    workshop.write("content/a.md", "Titre : pas encore dans git\n")
    assert _reproduce(workshop) == 0


def test_a_file_changed_by_hand_online_is_told(workshop: Workshop) -> None:
    workshop.put_online_by_hand({"index.html": "à la main", "ajout.txt": "A"})
    assert _reproduce(workshop) == 1
    assert workshop.said[1:4] == [
        "2\u00a0fichiers à regarder : ce qui est en ligne n’est pas ce que font ces sources.",
        "     ajout.txt",
        "     index.html",
    ]


def test_a_manifest_made_to_fit_a_file_changed_by_hand_is_told(workshop: Workshop) -> None:
    text = git(workshop.bare, "show", "gh-pages:manifeste.txt")
    workshop.put_online_by_hand(
        {"manifeste.txt": "\n".join([*text.splitlines()[:-1], f"{'0' * 64}  index.html"])}
    )
    assert _reproduce(workshop) == 1
    assert "     index.html" in workshop.said


def test_sources_that_were_never_published_are_told(workshop: Workshop) -> None:
    assert _reproduce(workshop, "absente") == 1
    assert workshop.text == "Rien n’a été publié depuis « absente »."


def test_a_publication_without_a_manifest_is_told(workshop: Workshop) -> None:
    workshop.put_online_by_hand({"manifeste.txt": ""})
    assert _reproduce(workshop) == 1
    assert workshop.text.startswith("Cette publication n’a pas de manifeste.txt")


def test_sources_that_do_not_build_are_told(workshop: Workshop) -> None:
    assert _reproduce(workshop, build=lambda _root, _day: 1) == 1
    assert "Ces sources ne se construisent pas ici" in workshop.text
    assert len(git(workshop.root, "worktree", "list").splitlines()) == 1
