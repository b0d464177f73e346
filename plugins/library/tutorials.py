"""List the tutorials by whom they are for, and give their files. Their own pages are rendered by Pelican."""

from collections.abc import Iterator
from dataclasses import dataclass

from plugins.catalog.models.post import Reader, Tutorial
from plugins.formats.renditions import rendered
from plugins.french import format_duration
from plugins.library.tutorial_pdf import tutorial_pdf
from plugins.resources import File, Page, Site
from plugins.views.steps import step_pictures
from plugins.views.tutorials import tutorials_for


@dataclass(frozen=True)
class TutorialLink:
    """Hold a tutorial in the list; `duration` reads like « 10 min » or is empty."""

    address: str
    title: str
    summary: str
    duration: str


@dataclass(frozen=True)
class TutorialGroup:
    """Hold the tutorials made for the same readers."""

    label: str
    tutorials: tuple[TutorialLink, ...]


def tutorials_page(site: Site) -> Page:
    """Return the list of tutorials, grouped by reader; groups without tutorial are left out."""
    visible = [tutorial for tutorial in site.catalog.tutorials.values() if tutorial.is_visible(site.today)]
    groups = tuple(_group(reader, site) for reader in Reader)
    return Page(
        address="/tutoriels/",
        template="tutorials",
        title="Tutoriels",
        description="Des pas à pas illustrés pour utiliser Cultures du Cœur, selon ce que vous faites.",
        context={"groups": tuple(group for group in groups if group.tutorials)},
        modified=max((tutorial.modified_on or tutorial.verified_on for tutorial in visible), default=None),
    )


def tutorial_files(site: Site) -> Iterator[File]:
    """Return, for each tutorial that is shown, its PDF and the pictures of its steps."""
    for tutorial in site.catalog.tutorials.values():
        if tutorial.is_visible(site.today):
            yield tutorial_pdf(tutorial, site)
            for picture in step_pictures(tutorial, site.catalog.root).values():
                yield File(picture.address, picture.content)
                for form in picture.forms:
                    yield File(picture.address_of(form), rendered(form, picture.content))


def _group(reader: Reader, site: Site) -> TutorialGroup:
    shown = tutorials_for(reader, site.catalog.tutorials, site.today)
    return TutorialGroup(reader.label, tuple(_link(tutorial) for tutorial in shown))


def _link(tutorial: Tutorial) -> TutorialLink:
    return TutorialLink(
        address=tutorial.address,
        title=tutorial.title,
        summary=tutorial.summary or "",
        duration=format_duration(tutorial.duration) if tutorial.duration else "",
    )
