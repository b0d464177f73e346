"""Rebuild whenever a source changes, and never forget an edit saved meanwhile."""

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, SimpleQueue

from watchfiles import watch

from plugins.commands.building import BuildResult

FOLDERS = ("content", "data", "theme", "plugins")
_PASSING = (".bak", ".crdownload", ".part", ".pyc", ".swp", ".swx", ".tmp")
_QUIET = 15  # milliseconds without a change that end a batch: an editor writes beside, then renames
_TICK = 200  # milliseconds a watcher waits before it looks whether it should end

Batch = frozenset[str]
Show = Callable[[BuildResult, Batch], None]


def keep_building(build: Callable[[Batch], BuildResult], changes: Iterable[Batch], show: Show) -> None:
    """Build and show once, then after each batch of changes.

    The changes are gathered while a build runs: an edit saved meanwhile is the next batch.
    """
    show(build(frozenset()), frozenset())
    for batch in changes:
        show(build(batch), batch)


@contextmanager
def source_changes(root: Path) -> Iterator[Iterator[Batch]]:
    """Watch the project; what changes after this line, even before the first batch is asked for, is told."""
    queue: SimpleQueue[Batch] = SimpleQueue()
    stop = threading.Event()
    folders = [root / name for name in FOLDERS if (root / name).is_dir()]
    threads = [_start(queue, stop, root, folders, True), _start(queue, stop, root, [root], False)]
    try:
        yield batches(queue)
    finally:
        stop.set()
        for thread in threads:
            thread.join(timeout=2 * _TICK / 1000)


def batches(queue: SimpleQueue[Batch]) -> Iterator[Batch]:
    """Wait for a change, then give it with all those that came meanwhile."""
    while True:
        batch = _next(queue)
        while not queue.empty():
            batch |= queue.get_nowait()
        yield batch


def is_source(root: Path, path: Path) -> bool:
    """Tell a file of the site from what editors and Python leave beside it."""
    parts = path.relative_to(root).parts
    if any(part.startswith(".") or part == "__pycache__" for part in parts):
        return False
    name = path.name
    if name.startswith(("~$", "#")) or name.endswith(("~", *_PASSING)) or name.isdigit():
        return False
    return len(parts) > 1 or name.endswith(".py")


def _start(
    queue: SimpleQueue[Batch], stop: threading.Event, root: Path, paths: list[Path], recursive: bool
) -> threading.Thread:
    watcher = watch(
        *paths,
        watch_filter=lambda _, path: is_source(root, Path(path)),
        recursive=recursive,
        stop_event=stop,
        step=_QUIET,
        rust_timeout=_TICK,
        yield_on_timeout=True,
    )

    def tell(found: Iterable[tuple[object, str]]) -> None:
        if names := frozenset(Path(path).relative_to(root).as_posix() for _, path in found):
            queue.put(names)

    tell(next(watcher))  # the watch begins at this first step, not when the generator is made
    thread = threading.Thread(target=lambda: [tell(found) for found in watcher], daemon=True)
    thread.start()
    return thread


def _next(queue: SimpleQueue[Batch]) -> Batch:
    while True:
        try:
            return queue.get(timeout=0.5)  # Windows hears Ctrl-C only between two waits
        except Empty:
            continue
