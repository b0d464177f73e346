"""From what the disk says to a site in place: the whole of a touch-up, or nothing."""

import re
import sqlite3
import time
import unicodedata
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from plugins.ledger.originals import FILE, Original, change_original, read_original
from plugins.ledger.sights import note_site
from plugins.ledger.stamps import Stamp, full_stamp, stamp_of
from plugins.ledger.unchanged import OUTPUT, Seen, changed_inputs, told_of, write_note
from plugins.privacy import find_private
from plugins.touchup.index import Texts, touch_index
from plugins.touchup.pages import touch_feed, touch_page
from plugins.touchup.prose import changed_paragraphs
from plugins.touchup.standing import Standing
from plugins.touchup.words import changed_words

MOST = 5
"""How many texts are looked at: who saves more of them has done more than mend words."""
LARGEST = 500_000
"""Bytes of a text: half of what a build takes (`plugins.catalog.source.LARGEST_FILE`)."""
_DURATION = re.compile(r"(?<= en )\S+(?=\u00a0s dans )")
_EXPECTED = (OSError, ValueError, KeyError, TypeError, sqlite3.Error)


class DoubtError(ValueError):
    """Say that more than words has changed: the whole build tells what to make again."""


class Edit(NamedTuple):
    """Hold a file that was saved, as it is, and as it was."""

    file: str
    stamp: Stamp
    content: bytes
    original: Original


def touch_up(root: Path, seen: Seen) -> str:
    """Put the edited words of texts in the site that stands; return what is to be told, nothing when it is not done."""
    began = time.perf_counter()
    try:
        edits = list(_edits(root, seen))
        site = Standing(root / OUTPUT, seen.outputs)
        changed = [edit for edit in edits if edit.content != edit.original.content]
        for edit in changed:
            _change(site, edit, seen.note["said"])
        if not site.put_in_place(seen.mark):
            return ""
        said = _DURATION.sub(_tenths(time.perf_counter() - began), seen.note["said"])
        _note(root, seen, edits, site, said)
    except _EXPECTED:
        return ""  # whatever it is, the whole build meets it again, and tells
    return f"{_told([edit.file for edit in changed])} {said}"


def _edits(root: Path, seen: Seen) -> Iterator[Edit]:
    """Yield each text that was saved since the last build; raise `DoubtError` when anything else has moved."""
    before = seen.before
    names = changed_inputs(root, seen)
    if not 0 < len(names) <= MOST or not seen.is_as_left:
        raise DoubtError
    for name in sorted(names):
        if not name.endswith(".md") or name not in before or name not in seen.inputs:
            raise DoubtError(name)
        original = read_original(root / f".{OUTPUT}-memoire" / FILE, name, before[name])
        content = (root / name).read_bytes()
        if original is None or len(content) > LARGEST or full_stamp(root / name) != seen.inputs[name]:
            raise DoubtError(name)
        if seen.note["young"].get(name) not in (None, sha256(original.content).hexdigest()):
            raise DoubtError(name)  # it was saved again in the moment when the build was reading it
        yield Edit(name, seen.inputs[name], content, original)


def _change(site: Standing, edit: Edit, said: str) -> None:
    """Change all that shows a text, but for what the whole build says of it; raise `DoubtError`."""
    (page, first_line), feeds = edit.original.place, edit.original.feeds
    before, after = _text(edit.original.content), _text(edit.content)
    texts_and_line = (before, after, first_line)
    change = changed_paragraphs(*texts_and_line) or changed_words(*texts_and_line)
    if change is None or edit.file in said or find_private(after):
        raise DoubtError(edit.file)
    old, new = before.split("\n"), after.split("\n")
    texts = Texts(
        *("\n".join(rows) for rows in (old[: first_line - 1], old[first_line - 1 :], new[first_line - 1 :]))
    )
    is_done = touch_page(site, page, change) and all(touch_feed(site, feed, change) for feed in feeds)
    if not is_done or not touch_index(site, f"/{page.removesuffix('index.html')}", texts):
        raise DoubtError(edit.file)


def _text(content: bytes) -> str:
    """Return the text of a file, as `plugins.catalog.source` reads it; raise `UnicodeDecodeError`."""
    return unicodedata.normalize("NFC", content.decode("utf-8-sig"))


def _note(root: Path, seen: Seen, edits: list[Edit], site: Standing, said: str) -> None:
    """Note what the site is made from now, for the next command."""
    young = {**seen.note["young"], **{edit.file: sha256(edit.content).hexdigest() for edit in edits}}
    inputs = {name: [*stamp, young.get(name, "")] for name, stamp in seen.inputs.items()}
    outputs = {**seen.outputs, **{path: stamp_of(root / OUTPUT / path) for path in site.fresh}}
    note_site(root / OUTPUT, outputs)
    write_note(root, seen.asked, told_of(inputs), seen.note["day"], said)
    for edit in edits:
        memory = root / f".{OUTPUT}-memoire" / FILE
        change_original(memory, edit.file, edit.stamp, edit.original.place, edit.content)


def _told(files: list[str]) -> str:
    if not files:
        return "Rien n’a changé."
    return f"Seuls des mots ont changé ({', '.join(files)}) : ils sont à leur place."


def _tenths(seconds: float) -> str:
    """Write seconds as `commands.reporting.duration` does, a tenth at least."""
    return f"{max(seconds, 0.1):.1f}".replace(".", ",").removesuffix(",0")
