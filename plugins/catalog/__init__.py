"""The catalog: files in, one frozen `Catalog` out, or every problem at once.

- `reading`: all of it; `loading`: what is gathered from the files; `rereading`: a few of them, saved again
- `project_files`, `kinds`: which file holds which kind of record
- `source`, `yaml_source`, `headers`: texts with positions, YAML, the headers of Markdown; `origin`: where a record comes from
- `models`: the types; `recurrence`, `lexicon`, `disclosure`, `freshness`: dates that repeat, acronyms in a text, small
  counts, how long a record stays sure
- `rules`: what one field alone cannot show
- `problems`: what is told; `messages`, `yaml_faults`, `misfits`: how it is said in French
- `catalog`: the frozen result
- `keeping`, `bodies`: what a Markdown file said, for another process; words that are read when they are asked for
- `docs`, `schemas`: the models, described to people and to editors

The names below are imported when they are first asked for (PEP 562): a command that only tells a problem has no use
for the models.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from plugins.catalog.catalog import Catalog
    from plugins.catalog.problems import DataError, Problem
    from plugins.catalog.reading import Recollection, load_catalog

__all__ = ["Catalog", "DataError", "Problem", "Recollection", "load_catalog"]

_HOMES = {
    "Catalog": "catalog",
    "DataError": "problems",
    "Problem": "problems",
    "Recollection": "reading",
    "load_catalog": "reading",
}


def __getattr__(name: str) -> Any:
    """Import one of these names; raise `AttributeError` for any other."""
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
