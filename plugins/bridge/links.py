"""Links: what a page links to, how a page is made to open by double-click, which links lead nowhere."""

import re
from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path
from sys import intern
from urllib.parse import unquote

from plugins.bridge.build import Build
from plugins.catalog.messages import near_miss
from plugins.catalog.models.post import MarkdownRecord
from plugins.catalog.problems import Problem
from plugins.ledger.memory import RenderedPage
from plugins.resources import output_path

REDIRECTS = "data/redirections.yaml"
PATTERNS = "patterns/index.html"
"""The page of the components' examples, whose links are invented; it is never online."""

_OF_A_LINK = r'(?:(?<=\shref=")|(?<=\ssrc=")|(?<=\sposter=")|(?<=\sdata="))'
# Each pattern begins with what is rare in a page: looking for a space first would take three times longer.
_LINK = re.compile(rf'="{_OF_A_LINK}(/(?!/)[^"]*)"')
_REFRESH = re.compile(r'(<meta http-equiv="refresh" content="0; ?url=)(/(?!/)[^"]*)(")')
_CHOICE = re.compile(r'(?<=\ssrcset=")[^"]*')
_CHOSEN = re.compile(r"/(?!/)[^\s,]+(?= \d+w)")
_SEEN = re.compile(rf'="(?:{_OF_A_LINK}(/(?!/)[^"]*|#[^"]*)|(?<=\sid=")([^"]*))"')


def survey(html: str, source: str) -> RenderedPage:
    """Collect the internal links and the anchors of a rendered page."""
    found = _SEEN.findall(html)
    links = dict.fromkeys(intern(link) for link, _ in found if link)  # most are in the frame of every page
    links |= dict.fromkeys(link for choice in _CHOICE.findall(html) for link in _CHOSEN.findall(choice))
    return RenderedPage(source, tuple(links), frozenset(intern(anchor) for link, anchor in found if not link))


def make_local(html: str, path: str) -> str:
    """Rewrite links from the root so that the file opens by double-click, wherever the folder is."""
    way_up = "../" * path.count("/")

    def local(address: str) -> str:
        return f"{way_up}{_file_of(address)}"

    if 'srcset="' in html:
        html = _CHOICE.sub(lambda choice: _CHOSEN.sub(lambda found: local(found[0]), choice[0]), html)
    html = _LINK.sub(lambda found: f'="{local(found[1])}"', html)
    return _REFRESH.sub(lambda found: f"{found[1]}{local(found[2])}{found[3]}", html)


@cache
def _file_of(address: str) -> str:
    target, mark, rest = re.split(r"([?#]|$)", address, maxsplit=1)
    return f"{output_path(target)}{mark}{rest}"


def dead_links(build: Build, written: set[str], among: Collection[str] | None = None) -> Iterator[Problem]:
    """Yield a problem for each internal link that leads to no file or to no anchor.

    `written` is the path of every file of the site. A link written by a template is told once, with one of
    the pages that show it. `among` names the pages to look at, all of them by default.
    """
    records = build.records
    told: set[tuple[str, str]] = set()
    sound: set[str] = set()  # most links are in the frame of every page
    for path in sorted(build.pages if among is None else among):  # in the same order whatever was kept
        page = build.pages[path]
        for link in page.links if path != PATTERNS else ():
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


def source_of(build: Build, absolute: str | None, address: str) -> str:
    """Name where a page comes from: its Markdown file, or the page itself when a section made it."""
    return Path(absolute).relative_to(build.root).as_posix() if absolute else f"page {address}"
