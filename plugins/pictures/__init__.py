"""Every picture of the site: those that are deposited, and those that it draws.

- `compiling`: files for each picture of `content/images`, at the address that texts give it and at every size
- `icons`: the icons and the manifest, from one drawing
- `sharing`: which pages have a picture of their own when their link is shared
- `bill`: how that picture is drawn
"""

from plugins.pictures.compiling import compile_pictures
from plugins.resources import compile_section, draw_ahead


def register() -> None:
    """Compile this section whenever a site is built."""
    compile_section.connect(compile_pictures)
    draw_ahead.connect(compile_pictures)
