"""The catalog: files in, one frozen `Catalog` out, or every problem at once.

`source` and `yaml_source` read texts with positions, `headers` splits Markdown, `models` types,
`messages` explains in French, `rules` checks what one field alone cannot show, `loading` gathers, `reading` does it all.
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
