"""Another machine: Python reads this file first. Folders are listed out of order, the clock is 40 days ahead."""

import os
import random
import time
from collections.abc import Iterator

AHEAD = 40 * 24 * 3600.0
_chance = random.Random(os.environ.get("ELSEWHERE", ""))  # noqa: S311  # disorder, not a secret
_listdir, _scandir, _time, _time_ns = os.listdir, os.scandir, time.time, time.time_ns


def _disordered_names(*arguments: object) -> list[str]:
    names = _listdir(*arguments)
    _chance.shuffle(names)
    return names


class _Disordered:
    """Hold the entries of a folder in any order, as `os.scandir` may give them."""

    def __init__(self, *arguments: object) -> None:
        with _scandir(*arguments) as entries:
            found = list(entries)
        _chance.shuffle(found)
        self._entries: Iterator[os.DirEntry] = iter(found)

    def __iter__(self) -> Iterator[os.DirEntry]:
        return self._entries

    def __next__(self) -> os.DirEntry:
        return next(self._entries)

    def __enter__(self) -> "_Disordered":
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def close(self) -> None:
        self._entries = iter(())


os.listdir, os.scandir = _disordered_names, _Disordered
time.time, time.time_ns = lambda: _time() + AHEAD, lambda: _time_ns() + int(AHEAD) * 10**9
os.umask(0o077)
