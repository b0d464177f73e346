"""The home page: what comes next, what is new, the acronym of the day.

- `compiling`: the page
- `greeting`: what is said first, and the colour of the season
- `daily`: the acronym of the day
- `structured_data`: what programs read of the association and of its site
"""

from plugins.resources import compile_section
from plugins.welcome.compiling import compile_welcome


def register() -> None:
    """Compile this section whenever a site is built."""
    compile_section.connect(compile_welcome)
