"""The catalog: files in, one frozen `Catalog` out, or every problem at once.

`source` and `yaml_source` read texts with positions, `headers` splits Markdown, `models` types,
`messages` explains in French, `rules` checks what one field alone cannot show, `loading` gathers.
"""

from collections import Counter
from datetime import date
from pathlib import Path

from plugins.catalog.catalog import Catalog
from plugins.catalog.loading import Loaded, Readings, load_entries
from plugins.catalog.models.territory import Commune
from plugins.catalog.problems import DataError, Problem
from plugins.catalog.rules import advise, check
from plugins.catalog.rules.files import inspect_files
from plugins.french import slugify

__all__ = ["Catalog", "DataError", "Problem", "load_catalog"]


def load_catalog(root: Path, examples_on: date | None = None, readings: Readings | None = None) -> Catalog:
    """Read the whole project below `root`; raise `DataError` with every problem of every file.

    `examples_on` adds the labelled examples of `data/exemples`, dated from that day; `readings` holds what
    the files said last time, for a process that reads them again and again.
    """
    loaded = load_entries(root, examples_on, readings)
    faults, notices = inspect_files(loaded, root)
    problems = [*loaded.problems, *check(loaded, root), *faults]
    if problems:
        raise DataError(problems)
    return _catalog(root, loaded, (*notices, *advise(loaded)))


def _distinct_towns(communes: dict[str, Commune]) -> dict[str, Commune]:
    """Give two towns of the same name the name of their department: Lemps exists in both."""
    times = Counter(commune.slug for commune in communes.values())
    return {
        insee: commune
        if times[commune.slug] == 1
        else commune.model_copy(update={"slug": f"{commune.slug}-{slugify(commune.department.label)}"})
        for insee, commune in communes.items()
    }


def _catalog(root: Path, loaded: Loaded, notices: tuple[Problem, ...]) -> Catalog:
    records = {
        kind: {slug: entry.record for slug, entry in entries.items()}
        for kind, entries in loaded.entries.items()
    }
    mappings = {
        name: records.get(name, {})
        for name in Catalog.__dataclass_fields__
        if name not in {"root", "association", "banners", "redirects", "notices"}
    }
    mappings["communes"] = _distinct_towns(mappings["communes"])
    return Catalog(
        root=root,
        association=records["association"]["association"],
        banners=tuple(records.get("banners", {}).values()),
        redirects=tuple(records.get("redirects", {}).values()),
        notices=notices,
        **mappings,
    )
