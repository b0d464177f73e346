"""Search, and the lists that answer in its place without a script.

- `compiling`: the page `/recherche/`, and the index beside it
- `entries`: what can be found, record by record; `texts`: the words of posts, pages and documents
- `shards`: the index, in small files named after the first two letters of words (`formats.search_index`)
"""

from plugins.resources import compile_section
from plugins.search.compiling import compile_search


def register() -> None:
    """Compile this section whenever a site is built."""
    compile_section.connect(compile_search)
