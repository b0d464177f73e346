"""Publish each picture without what it should not say, under its own name."""

from collections.abc import Iterator

from plugins.catalog.rules.documents import PICTURES, present_files
from plugins.inspection.pictures import publishable
from plugins.resources import File, Resource, Site


def compile_pictures(site: Site) -> Iterator[Resource]:
    """Return a file for each picture of content/images, at /images/."""
    folder = site.catalog.root / PICTURES
    for name in present_files(site.catalog.root, PICTURES):
        yield File(f"/images/{name}", publishable(name, (folder / name).read_bytes()))
