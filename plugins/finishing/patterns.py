"""Show every component of the theme from the YAML that documents it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from plugins.resources import Crumb, Page

PATTERNS = Crumb("Les composants du thème", "/patterns/")
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

    @property
    def label(self) -> str:
        """Return the name, for those who go from a component to the next."""
        return self.name

    @property
    def address(self) -> str:
        """Return the address of its page."""
        return f"{PATTERNS.address}{self.name}/"


def patterns_pages(root: Path) -> Iterator[Page]:
    """Return the list of all components, for those who work on the theme, and a page for each."""
    components = tuple(read_component(path) for path in sorted((root / COMPONENTS).glob("*.yaml")))
    yield Page(
        address=PATTERNS.address,
        template="patterns",
        title=PATTERNS.label,
        description="Chaque composant du thème, avec ses paramètres et ses exemples.",
        context={"components": components},
        indexed=False,
    )
    neighbours = zip((None, *components), components, (*components[1:], None), strict=False)
    for before, component, after in neighbours:
        yield Page(
            address=component.address,
            template="pattern",
            title=f"Composant {component.name}",
            description=component.description,
            context={"component": component, "before": before, "after": after},
            breadcrumbs=(PATTERNS,),
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
