"""The generators that run: where their posts go, how these are written, what command builds, what it keeps."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import mkdtemp

from tests.bench.rivals.posts import CATEGORIES, Post, body, make_post

HERE = Path(__file__).parent
ROOT = HERE.parent.parent.parent
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)  # the day after the last post
OUR_CACHES = (".cache", ".output-ancien", ".output-memoire", ".output-reserve")
SETTING = {**os.environ, "SOURCE_DATE_EPOCH": str(int(NOW.timestamp()))}


@dataclass(frozen=True)
class Tool:
    """Hold a generator: its name, how it is set up in an empty folder, its command, its files."""

    name: str
    set_up: Callable[[Path], None]
    command: tuple[str, ...]
    watch: tuple[str, ...]
    posts: str
    output: str
    caches: tuple[str, ...]
    template: str
    outing: str
    """The file of an outing; none where there are only posts."""
    file: Callable[[Post, int], tuple[str, str]]

    def prepare(self, folder: Path, count: int) -> None:
        """Write a project of `count` posts."""
        self.set_up(folder)
        for number in range(count):
            self.write(folder, number, count)

    def write(self, folder: Path, number: int, count: int, note: str = "") -> None:
        """Write one post; with a note, it is the same post edited."""
        name, text = self.file(make_post(number, count, note), count)
        path = folder / self.posts / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def forget(self, folder: Path) -> None:
        """Move away everything that a cold build must not find, into a folder beside the project.

        Nothing is removed: for minutes, ext4 looks one by one at the thousands of inodes that were just let go before it
        makes a file (`recently_deleted` in fs/ext4/ialloc.c of Linux), whoever asks, and that would be what is measured.
        """
        away = Path(mkdtemp(prefix="avant-", dir=folder.parent))
        for name in (self.output, *self.caches):
            with suppress(FileNotFoundError):
                (folder / name).rename(away / name)


def tools(hugo: str, eleventy: tuple[str, ...], names: tuple[str, ...]) -> Iterator[Tool]:
    """Yield the generators asked for, this project first."""
    plain = (sys.executable, "-m", "pelican")
    every = (
        Tool(
            "ce site", _set_up_ours, (sys.executable, "faire", "construire"),
            (sys.executable, "-m", "invoke", "voir", "--port", "0"), "content/billets", "output", OUR_CACHES, "theme/templates/article.html", "data/sorties/2026/2026-11-28-conte.yaml", _ours,
        ),
        Tool(
            "ce site, mêmes pages", _set_up_ours_plain, (sys.executable, "faire", "construire"),
            (sys.executable, "-m", "invoke", "voir", "--port", "0"), "content/billets", "output", OUR_CACHES, "theme/templates/article.html", "", _ours,
        ),
        Tool(
            "Hugo", _copied("hugo"), (hugo, "--quiet"), (hugo, "-w", "--quiet"), "content/posts", "public", ("resources",),
            "layouts/page.html", "", _hugo,
        ),
        Tool(
            "Pelican seul", _copied("pelican"), (*plain, "-q", "-s", "pelicanconf.py"),
            (*plain, "-r", "-q", "-s", "pelicanconf.py"), "content/posts", "output", ("cache",), "theme/templates/article.html", "", _headed,
        ),
        Tool(
            "Eleventy", _copied("eleventy"), (*eleventy, "--quiet"),
            (*eleventy, "--quiet", "--watch", "--incremental"), "content/posts", "_site", (".cache",),
            "_includes/post.njk", "", _eleventy,
        ),
    )  # fmt: skip
    yield from (tool for tool in every if tool.name in names)


def _copied(theme: str) -> Callable[[Path], None]:
    return lambda folder: _copy(HERE / theme, folder)


def _copy(source: Path, folder: Path) -> None:
    shutil.copytree(source, folder, dirs_exist_ok=True)


def _set_up_ours(folder: Path) -> None:
    """Copy the programme of this project, with its tools, the data and the few texts of the mini site."""
    _copy_programme(folder, but=())
    _copy(ROOT / "tests" / "sites" / "mini", folder)
    shutil.rmtree(folder / "data" / "exemples")
    _add_categories(folder)


def _set_up_ours_plain(folder: Path) -> None:
    """Copy the programme with the settings and the theme of a plain blog in the place of ours: no section at all."""
    _copy_programme(folder, but=("theme/", "pelicanconf.py", "publishconf.py"))
    _copy(HERE / "ours", folder)
    _add_categories(folder)


def _copy_programme(folder: Path, but: tuple[str, ...]) -> None:
    names = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    for name in filter(None, names.decode().split("\0")):
        if not name.startswith(("content/", "data/", "tests/", *but)) and (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)
    (folder / ".venv").symlink_to(sys.prefix)  # its tools are those that run this race


def _add_categories(folder: Path) -> None:
    rows = (f'- {{nom: "{name}", description: "Des récits."}}\n' for name in CATEGORIES)
    with (folder / "data" / "rubriques.yaml").open("a", encoding="utf-8") as file:
        file.writelines(rows)


def _ours(post: Post, count: int) -> tuple[str, str]:
    linked = make_post(post.linked, count)
    head = (
        f'---\ntitre: "{post.title}"\ndate: {post.day:%d/%m/%Y}\nrubrique: "{post.category}"\n'
        f'mots-cles: ["{post.tags[0]}", "{post.tags[1]}"]\nresume: "{post.summary}"\n---\n\n'
    )
    address = f"/actualites/{linked.day:%Y}/{linked.day:%m}/{linked.slug}/"
    return f"{post.day:%Y}/{post.name}.md", head + body(post, address)


def _headed(post: Post, count: int) -> tuple[str, str]:
    linked = make_post(post.linked, count)
    head = (
        f"Title: {post.title}\nDate: {post.day}\nCategory: {post.category}\nTags: {', '.join(post.tags)}\n"
        f"Slug: {post.slug}\nDescription: {post.summary}\n\n"
    )
    return f"{post.name}.md", head + body(post, f"{{filename}}/posts/{linked.name}.md")


def _hugo(post: Post, count: int) -> tuple[str, str]:
    linked = make_post(post.linked, count)
    link = f'{{{{< relref "/posts/{linked.name}.md" >}}}}'  # checked by Hugo, as ours are
    return f"{post.name}.md", _front_matter(post, categories=[post.category]) + body(post, link)


def _eleventy(post: Post, count: int) -> tuple[str, str]:
    head = _front_matter(post, category=post.category, permalink=f"/posts/{post.slug}/")
    return f"{post.name}.md", head + body(post, f"/posts/{make_post(post.linked, count).slug}/")


def _front_matter(post: Post, **more: object) -> str:
    facts = {"title": post.title, "date": f"{post.day}", "slug": post.slug, "description": post.summary}
    facts |= {"tags": list(post.tags)} | more
    lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in facts.items())
    return "\n".join(("---", *lines, "---", "", ""))
