"""Compile the kits of référents and the figures of the seasons."""

from collections.abc import Iterator

from plugins.followup.figures import figures_page
from plugins.followup.kits import permanence_kit, return_kit
from plugins.resources import Resource, Site


def compile_followup(site: Site) -> Iterator[Resource]:
    """Return the two kits with their files, and the page of the figures."""
    yield from return_kit(site)
    yield from permanence_kit(site)
    yield figures_page(site)
