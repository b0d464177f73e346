"""The resource library: a landing page for each document, its files, and the list of tutorials.

- `compiling`: every page and file of the section
- `inspecting`: what is computed from a file (size, pages, digest, picture of the first page)
- `previews`: the picture of the first page
- `facts`: the rows of facts of a document; `structured_data`: what programs read of it
- `shelves`: the lists by type, by theme, by year; `feeds`: their Atom feeds
- `extracts`: the words of a document; `asking`: how to ask for another form
- `editions`: the addresses of the files of a document, and their words
- `tutorials`: the list of tutorials and their files
- `tutorial_pdf`: the PDF of a tutorial
"""

from plugins.library.compiling import compile_library
from plugins.resources import compile_section, draw_ahead


def register() -> None:
    """Compile this section whenever a site is built."""
    compile_section.connect(compile_library)
    draw_ahead.connect(compile_library)
