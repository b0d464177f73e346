"""A clone next to a bare repository: where tests publish for real, without network nor keyboard."""

import atexit
import copy
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from plugins.commands.publishing import Project, publish

HOST = "www.exemple.org"
DAY = date(2026, 11, 22)
SITE = {
    "index.html": "<h1>Accueil</h1>",
    "sorties/index.html": "<h1>Sorties</h1>",
    "sorties/agenda.ics": "BEGIN:VCALENDAR",
    "_fichiers/a.txt": "Texte",
}


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(["git", "-C", str(folder), *arguments], check=True, capture_output=True, text=True)
    return done.stdout


class Workshop:
    """Hold a clone of a bare repository, what a build would write, and what was said."""

    def __init__(self, folder: Path) -> None:
        self.bare, self.root = folder / "depot.git", folder / "atelier"
        self.site: Mapping[str, str | bytes] = dict(SITE)
        self.gaps: tuple[str, ...] = ()
        self.url = f"https://{HOST}"
        self.agreed: tuple[str, ...] = ()
        self.withdrawn: tuple[str, ...] = ()
        self.said: list[str] = []
        git(folder, "init", "--quiet", "--bare", "--initial-branch=main", str(self.bare))
        git(folder, "clone", "--quiet", str(self.bare), str(self.root))
        git(self.root, "remote", "set-url", "origin", "../depot.git")  # both move together
        git(self.root, "checkout", "--quiet", "-B", "main")
        self.write(".gitignore", "output/\n")
        self.write("content/a.md", "Titre : A\n")
        self.write("data/association.yaml", "nom: Association\nhebergeur:\n  nom: GitHub\n  telephone:\n")
        self.commit()

    def copied_to(self, folder: Path) -> "Workshop":
        """Give the same workshop elsewhere: quicker than doing all its git work again."""
        other = copy.copy(self)
        other.bare, other.root = folder / self.bare.name, folder / self.root.name
        shutil.copytree(self.bare, other.bare)
        shutil.copytree(self.root, other.root)
        return other

    def write(self, name: str, text: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def commit(self) -> None:
        git(self.root, "add", "--all")
        git(self.root, "commit", "--quiet", "--allow-empty", "-m", "Record")
        git(self.root, "push", "--quiet", "origin", "HEAD:main")

    def build(self, root: Path, _day: date | None = None) -> None:
        shutil.rmtree(root / "output", ignore_errors=True)
        for name, content in self.site.items():
            path = root / "output" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())

    def project(self, build: Callable[[Path, date], object]) -> Project:
        return Project(
            build=build,
            legal_gaps=lambda _root: self.gaps,
            site_url=lambda _root: self.url,
            agreements=lambda _root: self.agreed,
            withdrawn=lambda _root, _day: self.withdrawn,
        )

    def publish(self, *, yes: bool = True, **options: object) -> int:
        self.said = []
        return publish(
            self.root,
            yes=yes,
            day=DAY,
            project=self.project(options.pop("build", self.build)),
            say=self.said.append,
            **options,
        )

    @property
    def text(self) -> str:
        return "\n".join(self.said)

    @property
    def branches(self) -> list[str]:
        return git(self.bare, "for-each-ref", "--format=%(refname:short)", "refs/heads").split()

    @property
    def online(self) -> list[str]:
        return git(self.bare, "ls-tree", "-r", "--name-only", "gh-pages").splitlines()

    def put_online_by_hand(self, files: Mapping[str, str], message: str = "Retouche à la main") -> None:
        """Commit files on the bare repository's gh-pages, as somebody else would."""
        other = self.bare.parent / f"autre-{len(list(self.bare.parent.iterdir()))}"
        git(self.bare.parent, "clone", "--quiet", str(self.bare), str(other))
        if "gh-pages" in self.branches:
            git(other, "checkout", "--quiet", "gh-pages")
        else:
            git(other, "checkout", "--quiet", "--orphan", "gh-pages")
            git(other, "rm", "-rfq", ".")
        for name, text in files.items():
            (other / name).parent.mkdir(parents=True, exist_ok=True)
            (other / name).write_text(text, "utf-8")
        git(other, "add", "--all")
        git(other, "commit", "--quiet", "-m", message)
        git(other, "push", "--quiet", "origin", "HEAD:gh-pages")


_PREPARED: dict[Callable[[Workshop], object] | None, Workshop] = {}


def open_workshop(
    folder: Path, monkeypatch: pytest.MonkeyPatch, prepare: Callable[[Workshop], object] | None = None
) -> Workshop:
    """Open a workshop of one's own; what `prepare` does in it is done once for all tests."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "Camille Benevole")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "camille@exemple.org")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    if prepare not in _PREPARED:
        kept = Path(tempfile.mkdtemp(prefix="atelier-"))
        atexit.register(shutil.rmtree, kept, ignore_errors=True)
        _PREPARED[prepare] = Workshop(kept)
        if prepare:
            prepare(_PREPARED[prepare])
    return _PREPARED[prepare].copied_to(folder)


def refused(workshop: Workshop, code: int, *sentences: str) -> None:
    __tracebackhide__ = True
    assert code == 1
    for sentence in sentences:
        assert sentence in workshop.text
    assert "Le site en ligne n’a pas été touché." in workshop.text
