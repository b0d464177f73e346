"""The guard: every kind of private thing, in the order of the text, each told once."""

from collections.abc import Callable, Iterator

from plugins.privacy.contacts import private_contacts
from plugins.privacy.finding import Finding
from plugins.privacy.identity import private_identity
from plugins.privacy.people import private_people
from plugins.privacy.secrets import private_secrets

Search = Callable[[str], Iterator[Finding]]

SEARCHES: tuple[Search, ...] = (private_contacts, private_identity, private_secrets, private_people)


def find_private(text: str) -> tuple[Finding, ...]:
    """Return what says too much of a person; of two that overlap, the one that was sought first is kept."""
    kept: list[Finding] = []
    for search in SEARCHES:
        for finding in search(text):
            if not any(finding.start < other.end and other.start < finding.end for other in kept):
                kept.append(finding)
    return tuple(sorted(kept, key=lambda finding: finding.start))
