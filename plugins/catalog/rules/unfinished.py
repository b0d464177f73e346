"""Rule of the words that `./faire nouveau` leaves to be replaced."""

from collections.abc import Iterator

from plugins.catalog.loading import Entry, Loaded
from plugins.catalog.problems import Problem

MARK = "À remplir"


def nothing_is_left_to_fill_in(entry: Entry, _loaded: Loaded) -> Iterator[Problem]:
    """What is published no longer holds the words « À remplir » of a new file."""
    if getattr(entry.record, "draft", False) or not _may_hold_the_mark(entry):
        return
    for line, row in _rows(entry):
        if MARK in row:
            yield Problem(
                entry.origin.file,
                line,
                "a-remplir",
                "il reste ici des mots à remplacer.",
                row.strip(),
                hint="écrivez ce qui est demandé, ou gardez « brouillon: oui » en attendant",
            )


RULES = (nothing_is_left_to_fill_in,)


def _may_hold_the_mark(entry: Entry) -> bool:
    return MARK in getattr(entry.record, "body", "") or entry.origin.tree.may_hold(MARK)


def _rows(entry: Entry) -> Iterator[tuple[int, str]]:
    """Give the lines of a record with their numbers, the comments of its header left out."""
    tree = entry.origin.tree
    text_begins = getattr(entry.record, "body_line", None)
    for line, row in enumerate(tree.rows, start=tree.first_line):
        if (text_begins is None or line < text_begins) and not row.lstrip().startswith("#"):
            yield line, row
    if text_begins is not None:
        yield from enumerate(entry.record.body.split("\n"), start=text_begins)
