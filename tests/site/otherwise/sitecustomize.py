"""Make a Python lists folders in another order, live on another day and write with another mask.

Python imports `sitecustomize` when it starts (https://docs.python.org/3/library/site.html): a build that has this
folder in PYTHONPATH, and every process that it starts, meets a machine of its own.
"""

import datetime
import os
import random
import time

SHIFT = int(os.environ["OTHERWISE_SECONDS"])
_order = random.Random(int(os.environ["OTHERWISE_SEED"]))  # noqa: S311  # an order, no secret
_listdir, _scandir = os.listdir, os.scandir
_time, _time_ns, _localtime, _gmtime = time.time, time.time_ns, time.localtime, time.gmtime
_REAL = datetime.datetime


class _Shuffled:
    """Hold the entries of a folder, as `os.scandir` gives them, in another order."""

    def __init__(self, path):
        with _scandir(path) as entries:
            self._entries = list(entries)
        _order.shuffle(self._entries)
        self._left = iter(self._entries)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._left)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        return None

    def close(self):
        """Close nothing: all was read at once."""


def _listed(path="."):
    names = _listdir(path)
    _order.shuffle(names)
    return names


class _Kind(type):
    """Take every real datetime for one of ours: those that C makes too."""

    def __instancecheck__(cls, value):
        return isinstance(value, _REAL)

    def __subclasscheck__(cls, other):
        return issubclass(other, _REAL)


class _Shifted(_REAL, metaclass=_Kind):
    @classmethod
    def now(cls, tz=None):
        return _REAL.fromtimestamp(time.time(), tz)

    @classmethod
    def today(cls):
        return cls.now()

    @classmethod
    def utcnow(cls):
        return cls.now(datetime.UTC).replace(tzinfo=None)


os.listdir, os.scandir = _listed, _Shuffled
os.umask(0o077)
time.time = lambda: _time() + SHIFT
time.time_ns = lambda: _time_ns() + SHIFT * 1_000_000_000
time.localtime = lambda seconds=None: _localtime(time.time() if seconds is None else seconds)
time.gmtime = lambda seconds=None: _gmtime(time.time() if seconds is None else seconds)
datetime.datetime = _Shifted
