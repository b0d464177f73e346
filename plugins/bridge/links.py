"""Links: what a page links to, how a page is made to open by double-click, which links lead nowhere."""

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from plugins.bridge.build import Build, RenderedPage
from plugins.bridge.reader import records_by_file
from plugins.catalog.messages import near_miss
from plugins.catalog.problems import Problem
from plugins.resources import output_path

_LINK = re.compile(r'(\s(?:href|src|poster|data)=")(/(?!/)[^"]*)(")')
_REFRESH = re.compile(r'(<meta http-equiv="refresh" content="0; ?url=)(/(?!/)[^"]*)(")')
_ANCHOR_LINK = re.compile(r'\shref="(#[^"]*)"')
_ANCHOR = re.compile(r'\sid="([^"]*)"')


def survey(html: str, source: str) -> RenderedPage:
    """Collect the internal links and the anchors of a rendered page."""
    links = [found[2] for found in _LINK.finditer(html)] + [found[1] for found in _ANCHOR_LINK.finditer(html)]
    return RenderedPage(source, tuple(dict.fromkeys(links)), frozenset(_ANCHOR.findall(html)))


def make_local(html: str, path: str) -> str:
    """Rewrite links from the root so that the file opens by double-click, wherever the folder is."""
    folder = posixpath.dirname(path)

    def relative(found: re.Match[str]) -> str:
        return f"{found[1]}{_relative(found[2], folder)}{found[3]}"

    return _REFRESH.sub(relative, _LINK.sub(relative, html))


def _relative(address: str, folder: str) -> str:
    target, mark, rest = re.fullmatch(r"([^?#]*)([?#]?)(.*)", address, re.DOTALL).groups()  # type: ignore[union-attr]
    return f"{posixpath.relpath(output_path(target), folder or '.')}{mark}{rest}"


def dead_links(build: Build) -> Iterator[Problem]:
    """Yield a problem for each internal link, of any page, that leads to no file or to no anchor."""
    written = {path.relative_to(build.aside).as_posix() for path in build.aside.rglob("*") if path.is_file()}
    known: dict[str, bool] = {}
    for path, page in build.pages.items():
        for link in page.links:
            target, _, anchor = link.partition("#")
            target_path = output_path(unquote(target.partition("?")[0])) if target else path
            if target_path not in known:
                known[target_path] = target_path in written
            if not known[target_path]:
                yield _dead(page, path, link, written)
            elif (
                anchor
                and target_path in build.pages
                and unquote(anchor) not in build.pages[target_path].anchors
            ):
                yield _no_anchor(page, path, link)


def _dead(page: RenderedPage, path: str, link: str, written: set[str]) -> Problem:
    addresses = sorted(f"/{name.removesuffix('index.html')}" for name in written)
    guess = near_miss(link, addresses)
    hint = f"vouliez-vous écrire « {guess} » ?" if guess else "ouvrez la page voulue et recopiez son adresse"
    file, line = _place(page, link)
    message = "ce lien ne mène à aucune page du site."
    return Problem(file, line, "lien-mort", message, link, f"une page du site (lien vu dans /{path})", hint)


def _no_anchor(page: RenderedPage, path: str, link: str) -> Problem:
    file, line = _place(page, link)
    message = "la page existe, mais pas l’endroit nommé après « # »."
    return Problem(
        file,
        line,
        "ancre-morte",
        message,
        link,
        f"un intertitre de la page (lien vu dans /{path})",
        "retirez ce qui suit #",
    )


def _place(page: RenderedPage, link: str) -> tuple[str, int]:
    record = records_by_file().get(page.source)
    rows = record.body.split("\n") if record else []
    offset = next((index for index, row in enumerate(rows) if link in row), None)
    return page.source, 0 if record is None or offset is None else record.body_line + offset


def source_of(build: Build, absolute: str | None, address: str) -> str:
    """Name where a page comes from: its Markdown file, or the page itself when a section made it."""
    return Path(absolute).relative_to(build.root).as_posix() if absolute else f"page {address}"
