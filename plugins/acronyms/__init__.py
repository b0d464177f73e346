"""The acronyms booklet: what the letters mean, and how the social bodies work.

- `compiling`: every page of the section
- `facts`: the rows of an acronym's page, and the questions that a body's page answers
- `history`: what has changed name, year by year
- `structured_data`: what programs read of the booklet
"""

from plugins.acronyms.compiling import compile_acronyms
from plugins.resources import compile_section


def register() -> None:
    """Compile this section whenever a site is built."""
    compile_section.connect(compile_acronyms)
