"""The pictures of `content/images`: upright, light, without the notes of a camera.

- `compiling`: a file for each picture, at the address that texts give it
"""

from plugins.pictures.compiling import compile_pictures
from plugins.resources import compile_section


def register() -> None:
    """Compile this section whenever a site is built."""
    compile_section.connect(compile_pictures)
