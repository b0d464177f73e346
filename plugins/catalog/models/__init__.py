"""The typed things of the catalog. French keys are the fields' aliases; pages use the English names.

The modules below are imported when they are asked for: making their models takes long, and few projects need them all.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from plugins.catalog.models import (
        accessibility,
        acronym,
        association,
        consent,
        convention,
        document,
        edition,
        event,
        figures,
        meeting,
        number,
        outline,
        place,
        post,
        series,
        team,
        territory,
        training,
    )

__all__ = [
    "accessibility",
    "acronym",
    "association",
    "consent",
    "convention",
    "document",
    "edition",
    "event",
    "figures",
    "meeting",
    "number",
    "outline",
    "place",
    "post",
    "series",
    "team",
    "territory",
    "training",
]


def __getattr__(name: str) -> Any:
    """Import one of the modules above when it is asked for (PEP 562); raise `AttributeError` for any other."""
    if name not in __all__:
        raise AttributeError(name)
    return import_module(f"{__name__}.{name}")
