"""What a picture in a text should say beside its words: whose it is, and with which right."""

import re
from collections.abc import Iterator

from plugins.catalog.loading import Entry
from plugins.catalog.problems import Problem
from plugins.catalog.rules.texts import prose_rows

_PICTURE = re.compile(r"!\[[^\]]+\]\(\s*/images/(?P<file>[^\s)]+)\s*(?P<credit>[\"'(][^)]*)?\)")


def pictures_say_whose(entry: Entry) -> Iterator[Problem]:
    """A picture of content/images in a text names its author and its licence (art. L121-1 of the French code)."""
    if "/images/" not in entry.record.body:  # nothing to look for, line by line
        return
    for line, row, prose in prose_rows(entry.record.body, entry.record.body_line):
        for found in _PICTURE.finditer(prose):
            if not found["credit"]:
                yield _uncredited(entry.origin.file, line, row.strip(), found["file"])


def _uncredited(file: str, line: int, row: str, name: str) -> Problem:
    return Problem(
        file,
        line,
        "image-sans-credit",
        "on ne sait pas de qui est cette image, ni avec quel droit on la montre.",
        row,
        f'![…](/images/{name} "Image : son auteur, sa licence")',
        "ajoutez-le entre guillemets après l’adresse : ce sera écrit sous l’image",
    )


CREDIT_ADVICE = (pictures_say_whose,)
