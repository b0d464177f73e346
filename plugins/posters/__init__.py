"""What goes up on walls and is said on the phone: posters, the answering machine's words, text messages.

- `programme`: the outings of a town or a department over some days, day by day
- `drawing`: the poster as a PDF, A4 or A3
- `saying`: the words to read on the answering machine, the text messages to send
- `compiling`: the page of the posters and its files, for the coming month
"""

from plugins.posters.compiling import compile_posters, list_posters
from plugins.resources import compile_section, draw_ahead, list_documents


def register() -> None:
    """Compile this section whenever a site is built, and have its posters listed with the documents."""
    compile_section.connect(compile_posters)
    draw_ahead.connect(compile_posters)
    list_documents.connect(list_posters)
