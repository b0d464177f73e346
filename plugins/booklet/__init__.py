"""The booklet of acronyms: one content, in every form that is read, printed or carried away.

- `editions`: which edition is this one, and what is new since the one before
- `contents`: all that the booklet says, in order, ready for any form
- `words`: how to read it, and what its last page says
- `leaves`: what a browser prints, letter by letter
- `drawing`: the PDF to read, and the PDF to print and staple
- `binding`: the EPUB
- `compiling`: its page, and its files
"""

from plugins.booklet.compiling import compile_booklet, list_booklet
from plugins.resources import compile_section, draw_ahead, list_documents


def register() -> None:
    """Compile this section whenever a site is built, and have the booklet listed with the documents."""
    compile_section.connect(compile_booklet)
    draw_ahead.connect(compile_booklet)
    list_documents.connect(list_booklet)
