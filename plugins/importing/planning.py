"""Decide what each row becomes, and write it when asked: never over what a person wrote."""

import os
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

from plugins.catalog import Catalog, DataError, load_catalog
from plugins.catalog.models.event import Event, EventStatus, Gratuity
from plugins.catalog.recurrence import expand
from plugins.catalog.yaml_source import read_yaml
from plugins.french import format_date, slugify
from plugins.importing.checking import Checker, without_faults
from plugins.importing.mapping import Outing, map_row
from plugins.importing.matching import Gazetteer
from plugins.importing.rows import Reading, Refusal, Row
from plugins.importing.scheduling import first_day, write_moment
from plugins.importing.writing import new_text, updated_text

FOLDER = "data/sorties"


class Fate(StrEnum):
    """Say what a row becomes."""

    NEW = "new"
    UPDATED = "updated"
    SAME = "same"
    ASIDE = "aside"
    REFUSED = "refused"


@dataclass(frozen=True)
class Step:
    """Hold what one row becomes: the text to write and where, or why there is none."""

    row: Row
    fate: Fate
    path: str = ""
    text: str = field(default="", repr=False)
    former_path: str = ""
    notes: tuple[str, ...] = ()
    why: str = ""
    refusal: Refusal | None = None


@dataclass
class Planner:
    """Go through the rows in order, remembering what the ones before have taken."""

    catalog: Catalog
    system: str
    source: str
    today: date
    declared: Gratuity | None = None

    def __post_init__(self) -> None:
        self._gazetteer, self._checker = Gazetteer(self.catalog), Checker(self.catalog)
        events = self.catalog.events.values()
        self._known = {
            (event.origin.system.value, event.origin.identity): event for event in events if event.origin
        }
        self._told: dict[tuple[Any, ...], str] = {
            _told_as(event): path_of(self.catalog, event) for event in events
        }
        self._slugs = set(self.catalog.events)
        self._seen: dict[str, str] = {}

    def plan(self, reading: Reading) -> tuple[Step, ...]:
        """Return one step for each row."""
        return tuple(self._step(row) for row in reading.rows)

    def _step(self, row: Row) -> Step:
        if row.aside:
            return Step(row, Fate.ASIDE, why=row.aside)
        try:
            outing = map_row(row, self._gazetteer, self.declared)
            notes = list(outing.notes)
            outing = replace(
                outing, fields=without_faults(outing.fields, notes), notes=tuple(dict.fromkeys(notes))
            )
            if outing.identity in self._seen:
                why = f"elle est déjà dans ce fichier ({self._seen[outing.identity]})"
                return Step(row, Fate.ASIDE, why=why)
            event = self._known.get((self.system, outing.identity))
            step = self._update(outing, event) if event else self._create(outing)
        except Refusal as refusal:
            return Step(row, Fate.REFUSED, refusal=refusal, why=self._already_written(row))
        self._seen[outing.identity] = row.label
        return step

    def _already_written(self, row: Row) -> str:
        event = self._known.get((self.system, row.identity)) if row.identity else None
        return (
            f"cette sortie a déjà une fiche, laissée telle quelle : {path_of(self.catalog, event)}"
            if event
            else ""
        )

    def _create(self, outing: Outing) -> Step:
        slug = self._free_slug(outing, outing.slug)
        path = f"{FOLDER}/{slug[:4]}/{slug}.yaml"
        text = new_text(outing.fields, self.system, outing.identity, self.source)
        event = self._checker.read(text, path, slug)
        if self._is_over(event):
            return Step(outing.row, Fate.ASIDE, why=f"elle est déjà passée ({_last_day(event)})")
        if other := self._told.get(_told_as(event)):
            return Step(outing.row, Fate.ASIDE, why=f"elle est déjà annoncée : {other}")
        self._told[_told_as(event)] = path
        self._slugs.add(slug)
        return Step(outing.row, Fate.NEW, path, text, notes=outing.notes)

    def _update(self, outing: Outing, event: Event) -> Step:
        path = path_of(self.catalog, event)
        before = (self.catalog.root / path).read_text("utf-8")
        change = updated_text(before, outing.fields, self.system, outing.identity)
        former, new_path, notes = "", path, list(outing.notes)
        if "dates" in change.updated or event.former_start:
            days = {first_day(item).isoformat() for item in read_yaml(change.text, path).data["dates"]}
            if event.draft and event.slug[:10] not in days:
                slug = self._free_slug(outing, event.short_slug)
                former, new_path = path, f"{FOLDER}/{slug[:4]}/{slug}.yaml"
                self._slugs.add(slug)
                notes.append(f"la date a changé : le brouillon change de nom ({path} n’existe plus)")
            elif event.slug[:10] not in days:
                change = updated_text(before, _postponed(outing, event), self.system, outing.identity)
                notes.append(
                    "la date a changé et la sortie était publiée : elle est dite « reportée », l’ancienne date gardée"
                )
        if not change.updated:
            kept = tuple(
                f"« {key} » a changé à la source, mais une personne l’a écrit ici : il reste"
                for key in change.kept
            )
            return Step(outing.row, Fate.SAME, path, notes=kept)
        self._checker.read(change.text, new_path, Path(new_path).stem)
        notes.append(f"changé : {', '.join(change.updated)}")
        if change.kept:
            notes.append(f"gardé comme une personne l’a écrit : {', '.join(change.kept)}")
        return Step(outing.row, Fate.UPDATED, new_path, change.text, former, tuple(notes))

    def _free_slug(self, outing: Outing, short: str) -> str:
        town = str(
            outing.fields.get("lieu") or self.catalog.communes[outing.fields["adresse"]["commune"]].slug
        )
        day = outing.day.isoformat()
        choices = [
            short,
            f"{short}-{town}"[:90].rstrip("-"),
            *(f"{short}-{number}" for number in range(2, 1000)),
        ]
        return next(f"{day}-{choice}" for choice in choices if f"{day}-{choice}" not in self._slugs)

    def _is_over(self, event: Event) -> bool:
        if max(occurrence.last_day for occurrence in event.dates) >= self.today:
            return False  # the rest of a long rule need not be unrolled
        return max(occurrence.last_day for occurrence in expand(event)) < self.today


def path_of(catalog: Catalog, event: Event) -> str:
    """Return the path of an outing's file, in the folder of its year or beside it."""
    inside = f"{FOLDER}/{event.slug[:4]}/{event.slug}.yaml"
    return inside if (catalog.root / inside).exists() else f"{FOLDER}/{event.slug}.yaml"


def apply(root: Path, steps: Sequence[Step]) -> None:
    """Write what was planned; put everything back, and raise `DataError`, if the catalog then refuses it.

    Raises `FileExistsError` when a file has appeared since the plan was made.
    """
    undo: list[tuple[Path, bytes | None]] = []
    try:
        for step in steps:
            if step.fate in {Fate.NEW, Fate.UPDATED}:
                _write(root, step, undo)
        load_catalog(root)
    except (DataError, OSError):
        for path, before in reversed(undo):
            if before is None:
                path.unlink(missing_ok=True)
            else:
                path.write_bytes(before)
        raise


def _write(root: Path, step: Step, undo: list[tuple[Path, bytes | None]]) -> None:
    target, former = root / step.path, root / (step.former_path or step.path)
    is_new = step.fate is Fate.NEW or bool(step.former_path)
    if is_new and target.exists():
        raise FileExistsError(step.path)
    target.parent.mkdir(parents=True, exist_ok=True)
    undo.append((target, None if is_new else target.read_bytes()))
    beside = target.with_name(f".{target.name}")
    beside.write_text(step.text, "utf-8", newline="\n")
    os.replace(beside, target)  # noqa: PTH105  # the same on every system, over an existing file
    if step.former_path:
        undo.append((former, former.read_bytes()))
        former.unlink()


def _postponed(outing: Outing, event: Event) -> dict[str, Any]:
    former = event.former_start or event.dates[0].start
    return {"statut": EventStatus.POSTPONED.value, **outing.fields, "ancien_debut": write_moment(former)}


def _last_day(event: Event) -> str:
    return format_date(max(occurrence.last_day for occurrence in expand(event)))


def _told_as(event: Event) -> tuple[Any, ...]:
    """Name an outing as the rule « told once » does: same title, same start, same place."""
    elsewhere = event.elsewhere and (event.elsewhere.commune, slugify(event.elsewhere.name))
    return slugify(event.title), event.dates[0].start, event.place, elsewhere
