"""Links: what a page links to, how a page is made to open by double-click, which links lead nowhere."""

import re
from collections.abc import Callable, Collection, Iterator
from functools import cache, lru_cache
from sys import intern
from typing import TypeVar
from urllib.parse import unquote

from plugins.bridge.build import Build
from plugins.catalog.messages import near_miss
from plugins.catalog.models.post import MarkdownRecord
from plugins.catalog.problems import Problem
from plugins.ledger.memory import RenderedPage
from plugins.resources import output_path

REDIRECTS = "data/redirections.yaml"
PATTERNS = "patterns/"
"""Where the components’ examples are, whose links are invented; never online."""

FRAMES = 512
"""Menus and feet that are remembered: a menu shows where its page is, and leads from the depth of its folder."""
Part = TypeVar("Part")

_OF_A_LINK = r'(?:(?<=\shref=")|(?<=\ssrc=")|(?<=\sposter=")|(?<=\sdata="))'
# Each pattern begins with what is rare in a page: looking for a space first would take longer.
_LINK = re.compile(rf'="{_OF_A_LINK}(/(?!/)[^"]*)"')
_REFRESH = re.compile(r'(<meta http-equiv="refresh" content="0; ?url=)(/(?!/)[^"]*)(")')
_CHOICE = re.compile(r'(?<=\ssrcset=")[^"]*')
_CHOSEN = re.compile(r"/(?!/)[^\s,]+(?= \d+w)")
_SEEN = re.compile(rf'="(?:{_OF_A_LINK}(/(?!/)[^"]*|#[^"]*)|(?<=\sid=")([^"]*))"')


def survey(html: str, source: str) -> RenderedPage:
    """Collect the internal links and the anchors of a rendered page."""
    parts = _part_by_part(html, _seen)
    links = dict.fromkeys(link for found, _ in parts for link in found)
    if 'srcset="' in html:
        links |= dict.fromkeys(link for choice in _CHOICE.findall(html) for link in _CHOSEN.findall(choice))
    return RenderedPage(source, tuple(links), frozenset(anchor for _, found in parts for anchor in found))


def make_local(html: str, path: str) -> str:
    """Rewrite links from the root so that the file opens by double-click, wherever the folder is."""
    way_up = "../" * path.count("/")
    if 'srcset="' in html:
        html = _CHOICE.sub(
            lambda choice: _CHOSEN.sub(lambda found: f"{way_up}{_file_of(found[0])}", choice[0]), html
        )
    html = "".join(_part_by_part(html, _local, way_up))
    if 'http-equiv="refresh"' not in html:
        return html
    return _REFRESH.sub(lambda found: f"{found[1]}{way_up}{_file_of(found[2])}{found[3]}", html)


def _part_by_part(html: str, work: Callable[..., Part], *more: str) -> list[Part]:
    """Return what `work` makes of each part of a page; the menu and the foot of all pages are worked on once."""
    header, main, foot = html.find("<header"), html.find("<main"), html.rfind("</main>")
    if not 0 <= header < main < foot:
        return [work(html, *more)]
    of_many = _remembered(work)
    words = (work(part, *more) for part in (html[:header], html[main:foot]))
    frame = (of_many(part, *more) for part in (html[header:main], html[foot:]))
    return [made for pair in zip(words, frame, strict=True) for made in pair]


@cache
def _remembered(work: Callable[..., Part]) -> Callable[..., Part]:
    return lru_cache(maxsize=FRAMES)(work)


def _seen(html: str) -> tuple[list[str], list[str]]:
    """Return the internal links and the anchors of a part of a page; many are those of other pages too."""
    found = _SEEN.findall(html)
    return [intern(link) for link, _ in found if link], [intern(anchor) for link, anchor in found if not link]


def _local(html: str, way_up: str) -> str:
    pieces = _LINK.split(html)
    pieces[1::2] = [f'="{way_up}{_file_of(address)}"' for address in pieces[1::2]]
    return "".join(pieces)


@cache
def _file_of(address: str) -> str:
    target, mark, rest = re.split(r"([?#]|$)", address, maxsplit=1)
    return f"{output_path(target)}{mark}{rest}"


def dead_links(build: Build, written: set[str]) -> Iterator[Problem]:
    """Yield a problem for each internal link that leads to no file or to no anchor.

    `written` is the path of every file of the site. A link written by a template is told once, with one of
    the pages that show it.
    """
    records = build.records
    told: set[tuple[str, str]] = set()
    sound: set[str] = set()  # most links are in the frame of every page
    for path in sorted(_to_be_looked_at(build, written)):  # in the same order whatever was kept
        page = build.pages[path]
        for link in page.links if not path.startswith(PATTERNS) else ():
            if link in sound:
                continue
            fault = _fault(link, path, build, written)
            if not fault:
                if not link.startswith("#"):
                    sound.add(link)
                continue
            record = records.get(page.source)
            writer = record if record and link in record.body else None
            if (place := (writer.file if writer else "", link)) not in told:
                told.add(place)
                yield _problem(fault, link, path, _place(link, path, writer, build), written)


def _to_be_looked_at(build: Build, written: set[str]) -> Collection[str]:
    """Name the pages that may lead nowhere: the new ones alone, when what the others were seen to lead to is there."""
    keeper = build.keeper
    fresh = {path for path in build.pages if path not in keeper.kept}
    is_all_there = keeper.before.files.keys() <= written and all(
        _keeps_anchors(build, path) for path in fresh
    )
    return fresh if is_all_there else build.pages.keys()


def _keeps_anchors(build: Build, path: str) -> bool:
    before = build.keeper.before.pages.get(path)
    if before is None:
        return path not in build.keeper.before.files
    return build.pages[path].anchors >= before.anchors


def _fault(link: str, path: str, build: Build, written: set[str]) -> str | None:
    target, _, anchor = link.partition("#")
    target_path = output_path(unquote(target.partition("?")[0])) if target else path
    if target_path not in written:
        return "lien-mort"
    page = build.pages.get(target_path)
    return "ancre-morte" if anchor and page and unquote(anchor) not in page.anchors else None


def _place(link: str, path: str, writer: MarkdownRecord | None, build: Build) -> tuple[str, int]:
    """Return the file and the line where a link is written: a text, the list of redirects, or only the page."""
    if writer:
        rows = writer.body.split("\n")
        return writer.file, writer.body_line + next(index for index, row in enumerate(rows) if link in row)
    if path in {output_path(redirect.slug) for redirect in build.catalog.redirects}:
        rows = (build.root / REDIRECTS).read_text(encoding="utf-8").split("\n")
        return REDIRECTS, next((index for index, row in enumerate(rows, 1) if link in row), 0)
    return f"page /{path.removesuffix('index.html')}", 0


def _problem(code: str, link: str, path: str, place: tuple[str, int], written: set[str]) -> Problem:
    file, line = place
    seen = f"lien vu dans /{path}"
    if code == "ancre-morte":
        message = "la page existe, mais pas l’endroit nommé après « # »."
        return Problem(
            file,
            line,
            code,
            message,
            link,
            f"un intertitre de la page ({seen})",
            "retirez ce qui suit #",
        )
    guess = near_miss(link, sorted(f"/{name.removesuffix('index.html')}" for name in written))
    hint = f"vouliez-vous écrire « {guess} » ?" if guess else "ouvrez la page voulue et recopiez son adresse"
    message = "ce lien ne mène à aucune page du site."
    return Problem(file, line, code, message, link, f"une page du site ({seen})", hint)
