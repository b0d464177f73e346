"""Values kept from one build to the next under the digest of what each was made from, in one SQLite file.

A value is read when it is asked for, and only new ones are written: an edit of one text among ten thousand costs one
row. Values are JSON, each beside its own checksum: nothing that is read can run, and what is damaged is made again.
All of them also depend on what `reads` names; when one of these has changed, none is used.
"""

import json
import os
import sqlite3
from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any
from zlib import crc32

from plugins.ledger.hashing import digest_of

FORMAT = 3
_TABLES = """
CREATE TABLE read (name TEXT PRIMARY KEY, digest TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE kept (key TEXT PRIMARY KEY, checksum INTEGER NOT NULL, told TEXT NOT NULL);
"""
_SEAL = ""
"""The name that no thing has, under which stands the digest of all the others."""
_ONE = "SELECT checksum, told FROM kept WHERE key = ?"
_ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_ADD = "INSERT OR REPLACE INTO kept VALUES (?, ?, ?)"


class Shelf:
    """Hold the values of the builds before, while what they all read `are_still` the same, and the new ones."""

    def __init__(self, path: Path, are_still: Callable[[Mapping[str, str]], bool]) -> None:
        self._path = path
        self._new: dict[str, Any] = {}
        self._base: sqlite3.Connection | None = None
        self._owner = os.getpid()
        self._inherited: list[sqlite3.Connection] = []
        self.is_damaged = False
        self.reads: dict[str, str] = {}
        """What all the values of the builds before have read, with the digest of each thing."""
        self._keys: frozenset[str] | None = frozenset()
        try:
            self._open(are_still)
        except sqlite3.Error:
            self._distrust()

    def get(self, key: str) -> Any:
        """Return the value kept under a key, None when there is none or it is damaged."""
        if key in self._new:
            return self._new[key]
        if self._base is None or (self._keys is not None and key not in self._keys):
            return None
        try:
            found = self._own(self._base).execute(_ONE, (key,)).fetchone()
            if found is None and self._keys is None:
                return None
            checksum, told = found
            value = json.loads(told) if _checksum(key, told) == checksum else None
        except (sqlite3.Error, ValueError, TypeError):
            value = None
        if value is None:
            self._distrust()
        return value

    def all(self) -> dict[str, Any]:
        """Return every value by its key, read at once: that is sooner than asking for thousands of them one by one."""
        if self._base is None or self._keys == frozenset():
            return dict(self._new)
        try:
            rows = self._base.execute("SELECT key, checksum, told FROM kept").fetchall()
            if any(_checksum(key, told) != checksum for key, checksum, told in rows):
                raise sqlite3.DatabaseError(str(self._path))
            values = json.loads(f"[{','.join(told for _, _, told in rows)}]")
        except (sqlite3.Error, ValueError, TypeError, AttributeError):
            self._distrust()
            return dict(self._new)
        found = {key: value for (key, _, _), value in zip(rows, values, strict=True)}
        self._keys = frozenset(found)
        return found | self._new

    @property
    def keys(self) -> frozenset[str]:
        """Return the keys of the values of the builds before; nobody needs them to ask for a few."""
        if self._keys is None:
            try:
                self._keys = frozenset(key for (key,) in self._asked("SELECT key FROM kept"))
            except sqlite3.Error:
                self._distrust()
        return self._keys or frozenset()

    @property
    def count(self) -> int:
        """Return how many values of the builds before there are."""
        if self._keys is not None:
            return len(self._keys)
        try:
            return int(self._asked("SELECT count(*) FROM kept")[0][0])
        except sqlite3.Error:
            self._distrust()
            return 0

    def holds(self, key: str) -> bool:
        """Tell whether a value is kept under a key, be it damaged."""
        if key in self._new or self._keys is not None:
            return key in self._new or key in self._keys
        try:
            return bool(self._asked("SELECT 1 FROM kept WHERE key = ?", key))
        except sqlite3.Error:
            self._distrust()
            return False

    def put(self, key: str, value: Any) -> None:
        """Keep a value, which JSON knows, which is not None and will not change, for the builds to come."""
        self._new[key] = value

    def lay_down(self, rows: Callable[[], Iterable[tuple[str, str]]], reads: Mapping[str, str]) -> bool:
        """Write values down at once, each as `written`, that nobody then holds: they are read when asked for.

        Where nothing can be written they are held as if they were put, and the answer is no.
        """
        self.close()
        try:
            with closing(self._begun()) as base, base:
                self._write(base, reads, rows())
            self.reads = dict(reads)
            self._base = self._read_only()
            self._keys = None
        except (sqlite3.Error, OSError, UnicodeEncodeError):
            self.close()
            self._forget()
            self.reads, self._keys = {}, frozenset()
            self._new.update((key, json.loads(told)) for key, told in rows())
            return False
        return True

    def write(self, reads: Mapping[str, str], obsolete: Collection[str] = ()) -> None:
        """Write the new values down, and what all have read; remove the obsolete ones.

        Without room on the disk, or where it is forbidden to write, nothing is kept: that only costs time.
        """
        if reads == self.reads and not self._new and not obsolete:
            self.close()
            return
        self.close()
        try:
            with closing(self._begun()) as base, base:
                self._write(base, reads, ((key, written(value)) for key, value in self._new.items()))
                base.executemany("DELETE FROM kept WHERE key = ?", ((key,) for key in obsolete))
        except (sqlite3.Error, OSError, UnicodeEncodeError):
            self._forget()

    def close(self) -> None:
        """Let the file go."""
        self._keys = self._keys or frozenset()
        if self._base:
            self._base.close()
        self._base = None

    def __del__(self) -> None:
        """Let the file go when nobody holds this any more, but not what a fork has inherited (see `_own`)."""
        if self._owner == os.getpid():
            self.close()

    def _open(self, are_still: Callable[[Mapping[str, str]], bool]) -> None:
        if not self._path.is_file():
            return
        base = self._base = self._read_only()
        (version,) = base.execute("PRAGMA user_version").fetchone()
        if version not in {FORMAT, 0}:  # as another version of the program writes it: nothing to this one
            return
        reads = dict(base.execute("SELECT name, digest FROM read"))
        if reads.pop(_SEAL, "") != _sealed(reads):
            raise sqlite3.DatabaseError(str(self._path))
        if are_still(reads):
            self.reads, self._keys = reads, None

    def _asked(self, question: str, *given: str) -> list[tuple[Any, ...]]:
        """Return the rows that answer a question; raise `sqlite3.Error`."""
        return self._own(self._base).execute(question, given).fetchall() if self._base else []

    def _read_only(self) -> sqlite3.Connection:
        return sqlite3.connect(f"{self._path.absolute().as_uri()}?mode=ro", uri=True)

    def _own(self, base: sqlite3.Connection) -> sqlite3.Connection:
        """Return a connection of this very process: none may be carried across a fork.

        https://www.sqlite.org/howtocorrupt.html#_carrying_an_open_database_file_across_a_fork_
        """
        if self._owner == os.getpid():
            return base
        self._inherited.append(base)  # it is not to be closed here either
        self._owner, self._base = os.getpid(), self._read_only()
        return self._base

    def _begun(self) -> sqlite3.Connection:
        """Return a connection that writes, to a new file when nothing in the one before is good."""
        if not self.reads:
            self._path.unlink(missing_ok=True)
        self._path.parent.mkdir(parents=True, exist_ok=True)
        return sqlite3.connect(self._path)

    def _write(
        self, base: sqlite3.Connection, reads: Mapping[str, str], rows: Iterable[tuple[str, str]]
    ) -> None:
        base.execute(
            "PRAGMA synchronous = OFF"
        )  # a file cut by a failure of the computer is known as damaged
        if not self.reads:
            base.executescript(f"PRAGMA user_version = {FORMAT}; {_TABLES}")
        if reads != self.reads:
            sealed = {**reads, _SEAL: _sealed(reads)}
            base.executemany("INSERT OR REPLACE INTO read VALUES (?, ?)", sealed.items())
        base.executemany(_ADD, ((key, _checksum(key, told), told) for key, told in rows))

    def _distrust(self) -> None:
        """Use nothing of a file that is not as it was written, and write it anew."""
        self.is_damaged = True
        self.close()
        self.reads, self._keys = {}, frozenset()

    def _forget(self) -> None:
        try:
            self._path.unlink(missing_ok=True)
        except OSError:
            return


def written(value: Any) -> str:
    """Write a value as a shelf keeps it."""
    return _ENCODE(value)


def _checksum(key: str, told: str) -> int:
    """Return the CRC-32 of a key and its value (RFC 1952, section 8): it tells of damage, as in a file of gzip."""
    return crc32(told.encode("utf-8", "surrogatepass"), crc32(key.encode("utf-8", "surrogatepass")))


def _sealed(reads: Mapping[str, str]) -> str:
    return digest_of(*(part for pair in sorted(reads.items()) for part in pair))
