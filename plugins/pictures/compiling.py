"""Publish each picture without what it should not say, under its own name and at every size; draw icons and bills."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from plugins.catalog.rules.documents import PICTURES, present_files
from plugins.formats.kept import digest, kept_picture
from plugins.formats.renditions import rendered, renditions
from plugins.formats.versions import version_of
from plugins.inspection import pictures
from plugins.inspection.pictures import publishable
from plugins.pictures.icons import site_icons
from plugins.pictures.sharing import sharing_bills
from plugins.resources import File, Resource, Site


def compile_pictures(site: Site) -> Iterator[Resource]:
    """Return a file for each picture of content/images, at /images/, then what is drawn by the site itself."""
    folder = site.catalog.root / PICTURES
    for name in present_files(site.catalog.root, PICTURES):
        content = (folder / name).read_bytes()
        published = _published(name, content)
        yield File(f"/images/{name}", published)
        yield from (
            File(f"/images/{form.name}", rendered(form, published)) for form in renditions(name, content)
        )
    yield from site_icons(site)
    if site.production:
        yield from sharing_bills(site)


def _published(name: str, content: bytes) -> bytes:
    suffix = PurePosixPath(name).suffix
    made_by = (version_of("pillow"), Path(pictures.__file__).read_bytes())
    return kept_picture(digest(*made_by, suffix, content), lambda: publishable(name, content))
