"""Render and write the pages that have changed, all together at the end, by several processes when that is asked."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import Template
from pelican.utils import sanitised_join

from plugins.bridge import links
from plugins.bridge.build import Build
from plugins.bridge.collector import no_collection
from plugins.bridge.events import tell_progress
from plugins.bridge.hands import are_shared, asked_hands, hands, is_large, share_out
from plugins.french import typeset_html
from plugins.ledger.memory import RenderedPage

ANNOUNCED_EVERY = 50  # pages
LEAST = 100
"""Pages for which one more process is worth its start."""
LEAST_OF_LARGE = 2500
"""Pages for which it is worth its memory too, when that of this one is large: those of a year of outings are not."""


@dataclass(frozen=True)
class Unrendered:
    """Hold a page whose key is known and new: its template, what all pages share, what it adds."""

    path: str
    source: str
    template: Template
    shared: Mapping[str, Any]
    own: Mapping[str, Any]


def render_waiting(build: Build) -> None:
    """Render and write the pages that wait, whichever process does it."""
    waiting, build.unrendered = build.unrendered, []
    done = [len(build.pages)]
    total = done[0] + len(waiting)
    least = LEAST_OF_LARGE if is_large() and not asked_hands() else LEAST
    here, step = os.getpid(), hands() if are_shared(len(waiting), least) else 1

    def render(page: Unrendered) -> tuple[list[str], list[str]]:
        rendered = _render(page, build)
        if os.getpid() == here and total > done[0]:
            before, done[0] = done[0], min(total, done[0] + step)
            if before // ANNOUNCED_EVERY < done[0] // ANNOUNCED_EVERY:
                tell_progress(done[0], total, "pages")
        return list(rendered.links), sorted(rendered.anchors)

    with no_collection():
        answers = share_out(waiting, render, least)
    for page, (found, anchors) in zip(waiting, answers, strict=True):
        build.pages[page.path] = RenderedPage(page.source, tuple(found), frozenset(anchors))


def _render(page: Unrendered, build: Build) -> RenderedPage:
    address = f"/{page.path.removesuffix('index.html')}"
    values = {**page.shared, **page.own, "output_file": page.path, "address": address}
    html = typeset_html(page.template.render(build.keeper.read_values(page.template, values)))
    put(build, page.path, (links.make_local(html, page.path) if build.local_links else html).encode())
    return links.survey(html, page.source)


def put(build: Build, path: str, content: bytes) -> None:
    """Write a file of the new site; raise `RuntimeError` when its path leaves the folder, or `OSError`."""
    target = sanitised_join(str(build.aside), path)
    folder = os.path.dirname(target)  # noqa: PTH120  # thousands of files: a `Path` for each would be longer
    if folder not in build.folders:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103
        build.folders.add(folder)
    with open(target, "wb", buffering=0) as file:  # noqa: PTH123
        rest = memoryview(content)
        while rest:  # a raw file may take less than it is given
            rest = rest[file.write(rest) :]
