"""Read the whole project: files in, one frozen `Catalog` out, or every problem at once."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.catalog.catalog import Catalog
from plugins.catalog.loading import Guard, KeptParts, Loaded, Readings, load_data, load_entries
from plugins.catalog.problems import DataError, Problem
from plugins.catalog.rereading import reread
from plugins.catalog.rules import Advice, Silences, Verdicts, advise, check
from plugins.catalog.rules.files import inspect_files
from plugins.french import slugify
from plugins.privacy import find_private

if TYPE_CHECKING:
    from plugins.catalog.models.territory import Commune


@dataclass(frozen=True)
class Recollection:
    """Hold what a process that loads the catalog again and again need not work out twice."""

    readings: Readings = field(default_factory=dict)
    is_held: bool = True
    """Whether the files will be read again: what they said is held then, with their bytes."""
    loaded: list[Loaded] = field(default_factory=list)
    """What these readings made together, when it was right: once at most."""
    verdicts: Verdicts = field(default_factory=Verdicts)
    advice: Advice = field(default_factory=dict)
    files: list[tuple[list[Problem], list[Problem]]] = field(default_factory=list)
    """What the inspection of files that are no records said: once at most."""
    silences: Silences | None = None
    """What a process before has found, when one has left it."""
    parts: KeptParts | None = None
    """What a process before has read, when one has left it."""

    def forget(self) -> None:
        """Begin anew."""
        self.readings.clear()
        self.loaded.clear()
        self.verdicts.clear()
        self.advice.clear()
        self.files.clear()


def load_catalog(
    root: Path,
    examples_on: date | None = None,
    known: Recollection | None = None,
    changed: Collection[str] | None = None,
    guard: Guard = find_private,
) -> Catalog:
    """Read the whole project below `root`; raise `DataError` with every problem of every file.

    `examples_on` adds the labelled examples of `data/exemples`, dated from that day; `known` holds what
    was found the last time, and changes nothing of what is found; `changed` names the texts saved since,
    when somebody has looked: all other files are what they were; `guard` finds what is private.
    """
    known = known or Recollection()
    before = known.loaded.pop() if known.loaded else None
    loaded = None
    if changed is not None and before is not None:
        loaded = reread(root, before, known.readings, changed, guard)
    if loaded is None:
        loaded = load_entries(root, examples_on, known.readings, guard, known.parts, holds=known.is_held)
    if changed is None or not known.files:
        known.files[:] = [inspect_files(loaded, root)]
    faults, notices = known.files[0]
    problems = [*loaded.problems, *check(loaded, root, known.verdicts, known.silences), *faults]
    if problems:
        raise DataError(problems)
    known.loaded.append(loaded)
    return _catalog(root, loaded, (*notices, *advise(loaded, known.advice, known.silences)))


def load_all_but_texts(
    root: Path, examples_on: date | None, readings: Readings, guard: Guard
) -> tuple[Catalog, Loaded] | None:
    """Read what is no Markdown below `root`, and note it in `readings`; return None when there is a fault.

    Nothing is compared with anything yet: whoever uses what is returned has to compare it with the whole.
    """
    loaded = load_data(root, examples_on, readings, guard)
    if loaded.problems or not loaded.entries.get("association"):
        return None
    return _catalog(root, loaded, ()), loaded


def _distinct_towns(communes: "dict[str, Commune]") -> "dict[str, Commune]":
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
