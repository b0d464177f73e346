"""Pictures go to the site through our writer: one that has not changed is not copied again."""

from fnmatch import fnmatch
from functools import partial
from pathlib import Path

from pelican.generators import StaticGenerator

from plugins import inspection
from plugins.bridge.writer import SiteWriter
from plugins.inspection.limits import is_picture
from plugins.ledger.stamps import files_of


def copy_through_our_writer(generator: StaticGenerator) -> None:
    """Give Pelican's generator of static files our way to copy, and keep its way to find them."""
    generator.generate_output = partial(_copy_all, generator)


def _copy_all(generator: StaticGenerator, writer: SiteWriter) -> None:
    settings = generator.settings
    for folder in settings["THEME_STATIC_PATHS"]:
        source = Path(generator.theme) / folder
        for name in sorted(files_of(str(source))):
            if not any(
                fnmatch(part, pattern) for part in name.split("/") for pattern in settings["IGNORE_FILES"]
            ):
                path = f"{settings['THEME_STATIC_DIR']}/{name}"
                if is_picture(name):
                    writer.write_bytes(
                        path, inspection.pictures.publishable(name, (source / name).read_bytes())
                    )
                else:
                    writer.copy(source / name, path)
    for picture in sorted(generator.staticfiles, key=lambda picture: picture.save_as):
        writer.copy(Path(generator.path) / picture.source_path, picture.save_as)
