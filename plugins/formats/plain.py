"""Encode lists in plain text, light enough for the slowest connection; what is left out is said."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import accumulate

MOST_BYTES = 4999


@dataclass(frozen=True)
class PlainGroup:
    """Hold the items under one heading; an item may have several lines."""

    heading: str
    items: tuple[str, ...]


def encode_plain(
    head: str,
    groups: Iterable[PlainGroup],
    tell_cut: Callable[[int], str],
    limit: int = MOST_BYTES,
    unseen: int = 0,
) -> bytes:
    """Write the head, then whole items while there is room; `tell_cut` says how many are left out.

    `unseen` counts the items that were not even given, as there is never room for them. A heading is never
    alone at the end. Raise `ValueError` when even the head does not fit.
    """
    blocks = [
        f"\n{_underlined(group.heading)}\n{item}\n" if index == 0 else f"{item}\n"
        for group in groups
        for index, item in enumerate(group.items)
    ]
    text = f"{head}\n"
    sizes = [len(block.encode()) for block in blocks]
    room = limit - len(text.encode())
    if sum(sizes) <= room and not unseen:
        return "".join((text, *blocks)).encode()
    room -= len(f"\n{tell_cut(len(blocks) + unseen)}\n".encode())
    if room < 0:
        raise ValueError(head)
    kept = sum(used <= room for used in accumulate(sizes))
    return "".join((text, *blocks[:kept], f"\n{tell_cut(len(blocks) - kept + unseen)}\n")).encode()


def _underlined(heading: str) -> str:
    return f"{heading}\n{'-' * len(heading)}"
