"""Tell in French what a publication will make appear, change and vanish."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from plugins.commands.publishing_trees import MANIFEST

SHOWN = 20
_SERVICE_FILES = frozenset({".nojekyll", "CNAME"})
_SAYS_WHEN = frozenset({MANIFEST})  # it changes at each publication, and says nothing of the site itself


@dataclass(frozen=True)
class Changes:
    """Hold the paths that appear, change and vanish, pages first."""

    appearing: tuple[str, ...]
    changing: tuple[str, ...]
    vanishing: tuple[str, ...]

    def __bool__(self) -> bool:
        """Tell whether there is anything to publish."""
        return bool(self.appearing or self.changing or self.vanishing)


def compare(before: Mapping[str, str], after: Mapping[str, str]) -> Changes:
    """Compare two trees given as path → git blob id, the manifest aside."""
    before = {path: blob for path, blob in before.items() if path not in _SAYS_WHEN}
    after = {path: blob for path, blob in after.items() if path not in _SAYS_WHEN}
    return Changes(
        appearing=_pages_first(after.keys() - before.keys()),
        changing=_pages_first(path for path in after.keys() & before.keys() if after[path] != before[path]),
        vanishing=_pages_first(before.keys() - after.keys()),
    )


def describe(changes: Changes) -> Iterator[str]:
    """Give the lines that show the changes, the first twenty of each kind."""
    yield from _describe_kind("Apparaît", "Rien n’apparaît.", "+", changes.appearing)
    yield from _describe_kind("Change", "Rien ne change.", "~", changes.changing)
    yield from _describe_kind("Disparaît", "Rien ne disparaît.", "-", changes.vanishing)


def _describe_kind(what: str, nothing: str, sign: str, paths: tuple[str, ...]) -> Iterator[str]:
    if not paths:
        yield nothing
        return
    pages = sum(path.endswith(".html") for path in paths)
    yield f"{what} : {_count(pages, 'page')} et {_count(len(paths) - pages, 'autre fichier')}"
    yield from (f"  {sign} {_address(path)}" for path in paths[:SHOWN])
    if len(paths) > SHOWN:
        yield f"  {sign} … et {len(paths) - SHOWN} de plus"


def _pages_first(paths: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(paths, key=lambda path: (path in _SERVICE_FILES, not path.endswith(".html"), path)))


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number < 2 else f"{number} {' '.join(word + 's' for word in noun.split())}"


def _address(path: str) -> str:
    folder = path.removesuffix("index.html")
    return f"/{folder}" if folder == "" or folder.endswith("/") else f"/{path}"
