"""The guard: every kind of private thing, in the order of the text, each told once."""

from collections.abc import Callable, Iterator

from plugins.privacy.contacts import private_contacts
from plugins.privacy.identity import private_identity
from plugins.privacy.leak import Leak
from plugins.privacy.people import private_people
from plugins.privacy.secrets import private_secrets

Search = Callable[[str], Iterator[Leak]]

SEARCHES: tuple[Search, ...] = (private_identity, private_contacts, private_secrets, private_people)


def find_private(text: str) -> tuple[Leak, ...]:
    """Return what says too much of a person; of two that overlap, the one that was sought first is kept."""
    kept: list[Leak] = []
    for search in SEARCHES:
        for leak in search(text):
            if not any(leak.start < other.end and other.start < leak.end for other in kept):
                kept.append(leak)
    return tuple(sorted(kept, key=lambda leak: leak.start))
