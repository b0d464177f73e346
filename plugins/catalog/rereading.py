"""Read again a few files of a project that was right: nothing is gone through that has not changed."""

from collections.abc import Collection
from pathlib import Path

from plugins.catalog.loading import Guard, Loaded, Part, Readings, read_again


def reread(
    root: Path, loaded: Loaded, readings: Readings, changed: Collection[str], guard: Guard
) -> Loaded | None:
    """Return what was loaded, but for the records of some files; None when one has another name, or a fault.

    `loaded` was right, and `readings` are those it was made of: they are brought up to date, or not touched at all.
    """
    fresh = {}
    for path in changed:
        before = readings.get(path)
        if before is None:
            return None
        fresh[path] = read_again(root, path, before[1], guard)
        if not _are_alike(before[2], fresh[path][2]):
            return None
    entries, seen = dict(loaded.entries), dict(loaded.seen)
    parts = [part for _, _, part in fresh.values()]
    for kind in {kind for part in parts for kind, _, _ in part.seen}:
        entries[kind], seen[kind] = dict(entries[kind]), dict(seen[kind])
    for part in parts:
        for (kind, name, written), (_, entry) in zip(part.seen, part.records, strict=True):
            entries[kind][name], seen[kind][name] = entry, written
    readings.update(fresh)
    return Loaded(entries, [], seen, set(loaded.unread), list(loaded.private))


def _are_alike(before: Part, now: Part) -> bool:
    """Tell whether two readings of a file hold the same records by name, and nothing to tell of them."""
    for part in (before, now):
        if part.problems or part.private or part.unread or len(part.records) != len(part.seen):
            return False
    return [named[:2] for named in before.seen] == [named[:2] for named in now.seen]
