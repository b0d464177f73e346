"""Where the theme stands, and the environment that renders it in its tests."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from plugins.bridge.filters import FILTERS

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = ROOT / "theme" / "templates"
COMPONENTS = TEMPLATES / "components"
CSS = ROOT / "theme" / "static" / "css"
SHEETS = ("tokens", "reset", "base", "compositions", "components", "utilities", "print")


def environment() -> Environment:
    """Return an environment as strict as the site's own."""
    env = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters.update(FILTERS)
    return env
