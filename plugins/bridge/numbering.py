"""The numbered pages of a list: the oldest has number 1, so that a page which is full never changes any more.

Numbered from the newest, as is usual, every page of every list would change with each post that is added.
"""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from pelican.paginator import PaginationRule


@dataclass(frozen=True)
class NumberedPage:
    """Hold one page of a list: what it shows, newest first, and where it is (Pelican's names)."""

    object_list: tuple[Any, ...]
    number: int
    """Counted from the oldest, which is 1."""
    url: str
    save_as: str
    is_newest: bool
    newer: str = ""
    """The address of the page of what is newer, as `url`; nothing for the newest."""
    older: str = ""


class ListPlace(NamedTuple):
    """Hold where the first page of a list is, and the rules of the settings for the addresses of its pages."""

    save_as: str
    url: str | None
    rules: Sequence[PaginationRule]

    def where(self, number: int, is_newest: bool) -> tuple[str, str]:
        """Return the `url` and the path of a page; the first rule is that of the newest, the last one of the others.

        Source: https://docs.getpelican.com/en/latest/settings.html#using-pagination-patterns.
        """
        rule = self.rules[0 if is_newest else -1]
        folder, name = os.path.split(self.save_as)
        stem, extension = os.path.splitext(self.save_as)  # noqa: PTH122  # a path in the site, not one of the disk
        words = {
            "name": stem,
            "extension": extension,
            "base_name": folder if name == "index.html" else stem,
            "url": self.url,
            "save_as": self.save_as,
            "number": number,
        }
        return rule.URL.format(**words).removeprefix("/"), rule.SAVE_AS.format(**words).removeprefix("/")


def numbered_pages(items: Sequence[Any], size: int, place: ListPlace) -> Iterator[NumberedPage]:
    """Yield the pages of a list, newest first; `items` come newest first too.

    Each has `size` items but the newest, which has from half of that to one and a half: it takes what comes, and
    leaves a full page behind when it has become too long.
    """
    full = max(0, len(items) - max(1, size // 2)) // size
    addresses = [place.where(number, is_newest=number > full) for number in range(1, full + 2)]
    start = 0
    for number in range(full + 1, 0, -1):
        end = len(items) - (number - 1) * size
        url, save_as = addresses[number - 1]
        yield NumberedPage(
            tuple(items[start:end]),
            number,
            url,
            save_as,
            is_newest=number > full,
            newer=addresses[number][0] if number <= full else "",
            older=addresses[number - 2][0] if number > 1 else "",
        )
        start = end
