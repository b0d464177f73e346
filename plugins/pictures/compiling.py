"""Publish each picture without what it should not say, under its own name; draw icons and bills."""

from collections.abc import Iterator

from plugins.catalog.rules.documents import PICTURES, present_files
from plugins.inspection.pictures import publishable
from plugins.pictures.icons import site_icons
from plugins.pictures.sharing import sharing_bills
from plugins.resources import File, Resource, Site


def compile_pictures(site: Site) -> Iterator[Resource]:
    """Return a file for each picture of content/images, at /images/, then what is drawn by the site itself."""
    folder = site.catalog.root / PICTURES
    for name in present_files(site.catalog.root, PICTURES):
        yield File(f"/images/{name}", publishable(name, (folder / name).read_bytes()))
    yield from site_icons(site)
    if site.production:
        yield from sharing_bills(site)
