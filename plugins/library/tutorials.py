"""List the tutorials by whom they are for. Their own pages are Markdown, rendered by Pelican."""

from dataclasses import dataclass

from plugins.catalog.models.post import Reader, Tutorial
from plugins.french import format_duration, sort_key
from plugins.resources import Page, Site


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
    visible = sorted(
        (tutorial for tutorial in site.catalog.tutorials.values() if tutorial.is_visible(site.today)),
        key=lambda tutorial: sort_key(tutorial.title),
    )
    groups = tuple(_group(reader, visible) for reader in Reader)
    return Page(
        address="/tutoriels/",
        template="tutorials",
        title="Tutoriels",
        description="Des pas à pas illustrés pour utiliser Cultures du Cœur, selon ce que vous faites.",
        context={"groups": tuple(group for group in groups if group.tutorials)},
        modified=max((tutorial.modified_on or tutorial.verified_on for tutorial in visible), default=None),
    )


def _group(reader: Reader, tutorials: list[Tutorial]) -> TutorialGroup:
    return TutorialGroup(
        reader.label, tuple(_link(tutorial) for tutorial in tutorials if reader in tutorial.readers)
    )


def _link(tutorial: Tutorial) -> TutorialLink:
    return TutorialLink(
        address=tutorial.address,
        title=tutorial.title,
        summary=tutorial.summary or "",
        duration=format_duration(tutorial.duration) if tutorial.duration else "",
    )
