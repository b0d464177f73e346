"""What needs to know every page: the plan, the sitemap, robots.txt, security.txt, the page not found, moved addresses.

- `compiling`: all of it
- `plan`: the sections of the plan and their main pages
- `sitemap`: the list for search engines, and what they may read
- `security`: whom to tell of a weakness
- `drafts`: what is written and not online, on this computer only
- `patterns`: the components of the theme, from their YAML
"""

from plugins.finishing.compiling import compile_finishing
from plugins.resources import finish_section


def register() -> None:
    """Finish every site once its pages are known."""
    finish_section.connect(compile_finishing)
