"""Render and write the pages that have changed, all together at the end, by several processes when that is asked."""

import os
from collections.abc import Mapping
from sys import intern
from typing import Any, NamedTuple

from jinja2 import Template
from pelican.utils import sanitised_join

from plugins.bridge import links
from plugins.bridge.build import Build
from plugins.bridge.events import tell_progress
from plugins.french import typeset_html
from plugins.ledger.memory import RenderedPage
from plugins.processes.collector import no_collection
from plugins.processes.hands import asked_hands, is_large
from plugins.processes.sharing import shared_out

ANNOUNCED_EVERY = 50  # pages
LEAST = 100
"""Pages for which one more process is worth its start."""
LEAST_OF_LARGE = 2500
"""Pages for which it is worth its memory too, when that of this one is large: those of a year of outings are not."""
TURN = 1024
"""Pages after which a process gives back the memory that it had to copy, and another goes on."""


class Unrendered(NamedTuple):
    """Hold a page to be made: its template, what all pages share, what it adds; its key when somebody has asked."""

    path: str
    source: str
    template: Template
    shared: Mapping[str, Any]
    own: Mapping[str, Any]
    key: str = ""


def render_waiting(build: Build) -> None:
    """Render and write the pages that wait, whichever process does it; their keys are worked out meanwhile."""
    waiting, build.unrendered = build.unrendered, []
    total = len(build.pages) + len(waiting)
    least = LEAST_OF_LARGE if is_large() and not asked_hands() else LEAST

    def render(page: Unrendered) -> tuple[list[str], list[str]]:
        rendered = _render(page, build)
        return list(rendered.links), sorted(rendered.anchors)

    with no_collection():
        answers = shared_out(waiting, render, least, TURN, build.leave_what_was_read)
        for page, (found, anchors) in zip(waiting, answers, strict=True):
            if not page.key:
                key = build.keeper.key_of(page.template, page.path, page.shared, page.own)
                build.keeper.note(page.path, key)
            known = map(intern, found), map(intern, anchors)
            build.pages[page.path] = RenderedPage(page.source, tuple(known[0]), frozenset(known[1]))
            if len(build.pages) % ANNOUNCED_EVERY == 0:
                tell_progress(len(build.pages), total, "pages")


def _render(page: Unrendered, build: Build) -> RenderedPage:
    address = f"/{page.path.removesuffix('index.html')}"
    values = {**page.shared, **page.own, "output_file": page.path, "address": address}
    html = page.template.render(build.keeper.read_values(page.template, values))
    if page.path.endswith(".html"):  # a list of addresses for machines is not typeset
        html = typeset_html(html)
    put(build, page.path, (links.make_local(html, page.path) if build.local_links else html).encode())
    return links.survey(html, page.source)


def put(build: Build, path: str, content: bytes) -> None:
    """Write a file of the new site; raise `RuntimeError` when its path leaves the folder, or `OSError`."""
    target = sanitised_join(str(build.aside), path)
    folder = os.path.dirname(target)  # noqa: PTH120  # thousands of files: a `Path` for each would be longer
    if folder not in build.folders:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103  # one of thousands, named by a string
        build.folders.add(folder)
    with open(target, "wb", buffering=0) as file:  # noqa: PTH123  # one of thousands, named by a string
        rest = memoryview(content)
        while rest:  # a raw file may take less than it is given
            rest = rest[file.write(rest) :]
