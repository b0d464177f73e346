"""Read every file into typed records, gathering every problem instead of stopping at the first."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from pydantic import ValidationError

from plugins.catalog.headers import read_markdown
from plugins.catalog.kinds import IGNORED, Kind, kind_of
from plugins.catalog.messages import explain
from plugins.catalog.misfits import not_a_list, not_a_record, typed_by_hand, unknown_file
from plugins.catalog.models.base import Record, computed_aliases
from plugins.catalog.origin import Origin
from plugins.catalog.problems import Problem
from plugins.catalog.project_files import as_if_real, project_files
from plugins.catalog.source import UnreadableFileError, dated, digest_of, raw_bytes, read_text, text_of
from plugins.catalog.yaml_source import Tree, read_yaml
from plugins.privacy import Leak, find_private


class Entry(NamedTuple):
    """Hold a record with the place it comes from."""

    record: Any
    origin: Origin
    source: str = ""
    """The digest of all that its file said, when it is a text."""


class Sighting(NamedTuple):
    """Hold something private with the file and the line where it is written."""

    file: str
    line: int
    leak: Leak


@dataclass(frozen=True)
class Loaded:
    """Hold what was read: the entries of each kind by slug, and the problems met on the way."""

    entries: dict[str, dict[str, Entry]]
    problems: list[Problem] = field(default_factory=list)
    seen: dict[str, dict[str, Any]] = field(default_factory=dict)
    """What is written under each name of each kind, right or wrong (None: the file could not be read).

    A reference to a faulty record is not one more fault.
    """
    unread: set[str] = field(default_factory=set)
    """The kinds of which a list could not be read: which names it holds is not known."""
    private: list[Sighting] = field(default_factory=list)
    """What says too much of a person, before the agreements of data/autorisations.yaml are looked at."""

    def names(self, kind: str) -> set[str] | None:
        """Return the names met in a kind, right or wrong, or None when they are not all known."""
        return None if kind in self.unread else set(self.seen.get(kind, ()))


class Part(NamedTuple):
    """Hold what one file says by itself, before it is compared with the others."""

    records: list[tuple[Kind, Entry]]
    problems: list[Problem]
    seen: list[tuple[str, str, dict[str, Any] | None]]
    unread: set[str]
    private: list[Sighting]


Reading = tuple[bytes | None, date | None, Part]
"""What a file said when it was last read, with its bytes (None: they are not sure) and the day of the examples."""

Readings = dict[str, Reading]


Guard = Callable[[str], Iterable[Leak]]


class KeptParts(Protocol):
    """Remember, from one process to the next, what texts have said (`plugins.catalog.keeping`)."""

    def part_at(self, root: Path, path: str, examples_on: date | None) -> Part | None:
        """Return what a text said that the disk tells to be the same, None when its bytes have to be looked at."""

    def part_of(self, path: str, source: str, content: bytes, examples_on: date | None) -> Part | None:
        """Return what a text of that digest said, None when that is not known."""

    def keep(self, path: str, part: Part, text: str) -> None:
        """Note what a text says."""


def load_entries(
    root: Path,
    day: date | None,
    readings: Readings | None = None,
    guard: Guard = find_private,
    kept: KeptParts | None = None,
    *,
    holds: bool = True,
) -> Loaded:
    """Read and type every file below `root`; `day` adds the examples, dated from that day.

    With `readings`, a file whose bytes are those of last time is not read again: its records are the same objects. They
    are brought up to date, or emptied unless it `holds` what files say for a next time.
    `guard` finds what `find_private` finds, maybe sooner; `kept` is what processes before have left.
    """
    before = dict(readings or {})
    if readings is not None:
        readings.clear()
    loaded = Loaded({})
    for path, examples_on in project_files(root, day):
        reading = before.pop(path, None)
        is_known = reading is not None and reading[0] is not None and reading[1] == examples_on
        if reading is None or not is_known or raw_bytes(root / path) != reading[0]:
            reading = read_again(root, path, examples_on, guard, kept)
        if readings is not None and holds:
            readings[path] = reading
        _take(reading[2], loaded)
    return loaded


def load_data(root: Path, day: date | None, readings: Readings, guard: Guard) -> Loaded:
    """Read and type every file that is no Markdown, and add what it says to `readings`."""
    loaded = Loaded({})
    for path, examples_on in project_files(root, day):
        if not path.endswith(".md"):
            readings[path] = read_again(root, path, examples_on, guard)
            _take(readings[path][2], loaded)
    return loaded


def read_again(
    root: Path, path: str, examples_on: date | None, guard: Guard, kept: KeptParts | None = None
) -> Reading:
    """Read one file, unless it is known to be the same; `examples_on` is the day of the examples, when it is one."""
    is_kept = kept is not None and path.endswith(".md")
    if is_kept and (known := kept.part_at(root, path, examples_on)) is not None:
        return None, examples_on, known
    content = raw_bytes(f"{root}/{path}")
    part = None
    if is_kept and content is not None:
        part = kept.part_of(path, digest_of(path, content, examples_on), content, examples_on)
    if part is None:
        part = _read_file(root, path, examples_on, guard, content, kept)
    if part.problems and raw_bytes(root / path) != content:  # what is wrong may have been looked at since
        content = None
    return content, examples_on, part


def _take(part: Part, loaded: Loaded) -> None:
    loaded.problems.extend(part.problems)
    loaded.private.extend(part.private)
    loaded.unread.update(part.unread)
    for kind, name, written in part.seen:
        names = loaded.seen.setdefault(kind, {})
        if written is None:
            names.setdefault(name, None)
        else:
            names[name] = written
    for kind, entry in part.records:
        _add(kind, entry, loaded)


def _read_file(
    root: Path,
    path: str,
    examples_on: date | None,
    guard: Guard,
    content: bytes | None,
    kept: KeptParts | None,
) -> Part:
    part = Part([], [], [], set(), [])
    known_as = path if examples_on is None else as_if_real(path)
    found = kind_of(known_as, example=examples_on is not None)
    if found is None:
        if not IGNORED.search(known_as):
            part.problems.append(unknown_file(root, path, known_as))
        return part
    kind, slug = found
    try:
        text = read_text(root / path, path) if content is None else text_of(content, path)
        text = dated(text, examples_on)
        part.private.extend(_private(text, path, guard))
        source = read_markdown(text, path) if kind.is_markdown else None
        tree = source.header if source else read_yaml(text, path)
    except UnreadableFileError as error:
        part.problems.extend(error.problems)
        _name_what_is_lost(kind, slug, part)
        return part
    part.problems.extend(tree.faults)
    body = {"corps": source.body, "ligne_du_corps": source.body_line, "chemin": path} if source else {}
    source_digest = digest_of(path, content, examples_on) if source and content is not None else ""
    for data, origin in _items(tree, kind, slug, part):
        record = _load_item(kind, data | body, origin, part, is_example=examples_on is not None)
        if record is not None:
            part.records.append((kind, Entry(record, origin, source_digest)))
    if source_digest and kept is not None:
        kept.keep(path, part, text)
    return part


def _private(text: str, path: str, guard: Guard) -> Iterator[Sighting]:
    for leak in guard(text):
        yield Sighting(path, text.count("\n", 0, leak.start) + 1, leak)


def _name_what_is_lost(kind: Kind, slug: str, part: Part) -> None:
    if kind.is_list:
        part.unread.add(kind.field)
    else:
        part.seen.append((kind.field, slug, None))


def _items(tree: Tree, kind: Kind, slug: str, part: Part) -> Iterator[tuple[dict[str, Any], Origin]]:
    """Yield what is written about each record of a file, with its slug and its place."""
    if kind.key is None:
        pairs = [(tree.data, Origin(tree))]
    elif isinstance(tree.data, list) or tree.data is None:
        pairs = [(item, Origin(tree, (index,))) for index, item in enumerate(tree.data or [])]
    else:
        pairs = []
        part.problems.append(not_a_list(tree, kind))
        _name_what_is_lost(kind, slug, part)
    for written, origin in pairs:
        if isinstance(written, dict):
            data = _clean(written)
            yield data | {"slug": kind.key(data) if kind.key else slug}, origin
        else:
            part.problems.append(not_a_record(origin))
            _name_what_is_lost(kind, slug, part)


def _clean(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _clean(item) for key, item in value.items() if item is not None}
    return [_clean(item) for item in value] if isinstance(value, list) else value


def _load_item(
    kind: Kind, data: dict[str, Any], origin: Origin, part: Part, *, is_example: bool
) -> Record | None:
    name = str(data.get("insee")) if kind.field == "communes" else data["slug"]
    part.seen.append((kind.field, name, data))
    forbidden = [key for key in computed_aliases(kind.model) if (*origin.base, key) in origin.tree.lines]
    part.problems.extend(typed_by_hand(key, origin) for key in forbidden)
    try:
        record = kind.model.model_validate({**data, "exemple": is_example})
    except ValidationError as error:
        part.problems.extend(explain(error, kind.model, origin))
        return None
    return None if forbidden else record


def _add(kind: Kind, entry: Entry, loaded: Loaded) -> None:
    entries = loaded.entries.setdefault(kind.field, {})
    record, origin = entry.record, entry.origin
    slug = record.insee if kind.field == "communes" else record.slug
    if slug in entries:
        first = entries[slug].origin
        loaded.problems.append(
            origin.problem(
                (),
                "doublon",
                f"deux fiches « {kind.french} » portent le même nom : « {slug} ».",
                expected=f"un nom unique (l’autre est dans {first.file}, ligne {first.line()})",
                hint="renommez l’une des deux, ou retirez celle qui est en trop",
            )
        )
        return
    entries[slug] = entry
