"""Show every component of the theme from the YAML that documents it."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from plugins.resources import Page

COMPONENTS = Path("theme", "templates", "components")
KNOWN = 512
"""How many components are remembered: those being edited leave their former texts behind."""
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Component:
    """Hold what a component's YAML says: what it is, its parameters, examples of them."""

    name: str
    description: str
    parameters: dict[str, str]
    examples: tuple[dict[str, Any], ...]


def patterns_page(root: Path) -> Page:
    """Return the page of all components, for those who work on the theme."""
    files = sorted((root / COMPONENTS).glob("*.yaml"))
    return Page(
        address="/patterns/",
        template="patterns",
        title="Les composants du thème",
        description="Chaque composant du thème, avec ses paramètres et ses exemples.",
        context={"components": tuple(read_component(path) for path in files)},
        indexed=False,
    )


def read_component(path: Path) -> Component:
    """Read the YAML of one component: its file's name is the component's name."""
    return _component(path.stem, path.read_text(encoding="utf-8"))


@lru_cache(KNOWN)
def _component(name: str, text: str) -> Component:
    """Parse a text once in a process that stays; the parser written in C reads the same, sooner."""
    written = yaml.load(text, LOADER) or {}  # noqa: S506  # a safe loader, whichever it is
    return Component(
        name=name,
        description=written.get("description", ""),
        parameters=written.get("parameters") or {},
        examples=tuple(written.get("examples") or ()),
    )
