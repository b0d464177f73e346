"""Let the catalog's own models and rules say whether an outing can be written."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from plugins.catalog import Catalog, Problem
from plugins.catalog.loading import Entry, Loaded
from plugins.catalog.messages import explain
from plugins.catalog.models.event import Event
from plugins.catalog.origin import Origin
from plugins.catalog.rules import RULES
from plugins.catalog.source import UnreadableFileError
from plugins.catalog.yaml_source import read_yaml
from plugins.importing.rows import Refusal

OPTIONAL = frozenset({"reservation", "age", "organisateur", "acces"})
"""What an outing can do without: when it is wrong, it is left out and said."""


@dataclass(frozen=True)
class Checker:
    """Know the towns that the rules ask about."""

    catalog: Catalog

    def read(self, text: str, path: str, slug: str) -> Event:
        """Return the outing that a text holds; raise `Refusal` with the first fault."""
        try:
            origin = Origin(read_yaml(text, path))
        except UnreadableFileError as error:
            raise _refusal(error.problems[0]) from None
        try:
            event = Event.model_validate({**origin.tree.data, "slug": slug})
        except ValidationError as error:
            raise _refusal(next(explain(error, Event, origin))) from None
        town = self.catalog.communes.get(event.elsewhere.commune) if event.elsewhere else None
        loaded = Loaded({"communes": {town.insee: Entry(town, origin)} if town else {}})
        for rule in RULES["events"]:
            for problem in rule(Entry(event, origin), loaded):
                raise _refusal(problem)
        return event


def without_faults(fields: Mapping[str, Any], notes: list[str]) -> dict[str, Any]:
    """Leave out the optional values that the model refuses, and say each."""
    kept = dict(fields)
    try:
        Event.model_validate({**fields, "slug": ""})
    except ValidationError as error:
        for details in error.errors(include_url=False):
            where = [part for part in details["loc"] if isinstance(part, str)]
            if where[0] in OPTIONAL and where[0] in kept:
                _leave_out(
                    kept, where, details.get("ctx", {}).get("message", "la valeur n’est pas comprise"), notes
                )
    return kept


def _leave_out(kept: dict[str, Any], where: list[str], why: str, notes: list[str]) -> None:
    group = kept[where[0]]
    if isinstance(group, dict) and len(where) > 1 and where[1] in group:
        notes.append(f"« {where[1]} » n’est pas repris ({group[where[1]]}) : {why.rstrip('.')}")
        kept[where[0]] = {key: value for key, value in group.items() if key != where[1]}
    else:
        notes.append(f"« {where[0]} » n’est pas repris : {why.rstrip('.')}")
        kept[where[0]] = {}
    if not kept[where[0]]:
        del kept[where[0]]


def _refusal(problem: Problem) -> Refusal:
    return Refusal(
        problem.message,
        written=problem.written or "",
        expected=problem.expected or "",
        hint=problem.hint or "",
    )
