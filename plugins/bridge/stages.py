"""The stages of a build: begin, count what was read, check the links, swap the new site in."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pelican import Pelican
from pelican.generators import Generator

from plugins.bridge import clock, links
from plugins.bridge.build import Build, begin_build, current
from plugins.bridge.events import stop, tell_built, tell_progress
from plugins.bridge.generator import SiteGenerator
from plugins.catalog import DataError, load_catalog
from plugins.catalog.models.post import Post
from plugins.catalog.problems import Problem


def begin(pelican: Pelican) -> type[Generator]:
    """Load the catalog, or tell every problem and stop; then send Pelican to write aside."""
    settings = pelican.settings
    root = Path(settings["PATH"]).parent
    today = clock.today(settings)
    tell_progress(0, 1, "lecture des fiches")
    try:
        catalog = load_catalog(root, examples_on=today if settings.get("EXAMPLES") else None)
    except DataError as error:
        stop(error.problems)
    build = Build(
        root=root,
        catalog=catalog,
        today=today,
        destination=Path(settings["OUTPUT_PATH"]),
        production=bool(settings["PRODUCTION"]),
        local_links=bool(settings["LOCAL_LINKS"]),
    )
    begin_build(build)
    pelican.output_path = str(build.aside)
    return SiteGenerator


def take_census(generators: list[Generator]) -> None:
    """Stop unless every Markdown file that should be shown has become an article or a page."""
    build = current()
    shown: set[str] = set()
    for generator in generators:
        for group in ("articles", "drafts", "pages", "draft_pages"):
            shown |= {content.record.file for content in vars(generator).get(group, ())}
    problems = [
        Problem(
            record.file,
            0,
            "billet-perdu",
            "ce fichier a été lu, mais Pelican ne le publie pas.",
            hint="signalez cette anomalie : le programme doit être corrigé",
        )
        for group in (build.catalog.posts, build.catalog.pages, build.catalog.tutorials)
        for record in group.values()
        if record.is_visible(build.today) and record.file not in shown
    ]
    if problems:
        stop(problems)


def finish(_pelican: Pelican) -> None:
    """Check every internal link of the new site, then put it in the place of the old one."""
    build = current()
    problems = [*_claimed_twice(build), *links.dead_links(build)]
    if problems:
        stop(problems)
    files = sum(path.is_file() for path in build.aside.rglob("*"))
    build.swap_in()
    tell_built(_facts(build, files))


def _claimed_twice(build: Build) -> Iterator[Problem]:
    for path, sources in build.claims.items():
        if len(sources) > 1:
            first, *others = sorted(sources)
            yield Problem(
                others[-1],
                0,
                "adresse-prise",
                f"l’adresse /{path.removesuffix('index.html')} est déjà prise.",
                expected=f"une adresse à soi (elle est prise par {first})",
                hint="renommez le fichier",
            )


def _facts(build: Build, files: int) -> dict[str, Any]:
    hidden = [
        post.file
        for post in build.catalog.posts.values()
        if isinstance(post, Post) and not post.is_visible(build.today)
    ]
    return {
        "pages": len(build.pages),
        "files": files,
        "seconds": round(time.perf_counter() - build.started, 2),
        "output": build.destination.name,
        "today": build.today.isoformat(),
        "notes": [f"non publié : {name}" for name in hidden],
    }
