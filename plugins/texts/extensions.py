"""The extensions of Markdown that the settings name, Markdown's own first: by a name, it looks through all libraries."""

from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from typing import Any

from markdown.extensions import Extension, extra

from plugins.texts.headings import QuickHeadings

_QUICK: Mapping[str, type[Extension]] = {"toc": QuickHeadings}


def extensions_of(names: Sequence[str], configured: Mapping[str, Any]) -> Iterator[Extension | str]:
    """Yield each extension, made as it is configured; the name alone of one that is not Markdown's own."""
    for name in names:
        if name == "extra":
            yield from extensions_of(extra.extensions, configured.get(name, {}))
        else:
            yield _made(name, configured.get(name, {}))


def _made(name: str, configuration: Mapping[str, Any]) -> Extension | str:
    if name in _QUICK:
        return _QUICK[name](**configuration)
    try:
        module = import_module(f"markdown.extensions.{name}")
    except ModuleNotFoundError:
        return name
    made: Extension = module.makeExtension(**configuration)
    return made
