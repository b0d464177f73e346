"""What is arranged for each need, in words: on cards, in facts, in filters."""

from dataclasses import dataclass

from plugins.catalog import Catalog
from plugins.catalog.models.event import Event
from plugins.catalog.models.place import Access, AccessAnswer
from plugins.views.cards import Fact, fact


@dataclass(frozen=True)
class Need:
    """Hold a need: its field in `Access`, the French word of addresses, the words of chips and of facts.

    `open_agenda` is the code of OpenAgenda's events (field `accessibility`): mi, motor; hi, hearing;
    vi, sight; ii, intellectual; pi, psychic.
    """

    field: str
    slug: str
    chip: str
    label: str
    open_agenda: str


NEEDS = (
    Need("wheelchair", "fauteuil", "En fauteuil roulant", "En fauteuil roulant", "mi"),
    Need(
        "hearing", "audition", "Sourds et malentendants", "Pour les personnes sourdes ou malentendantes", "hi"
    ),
    Need("sight", "vision", "Aveugles et malvoyants", "Pour les personnes aveugles ou malvoyantes", "vi"),
    Need("understanding", "comprehension", "Facile à comprendre", "Facile à comprendre, ou accompagné", "ii"),
    Need("quiet", "calme", "Au calme", "Au calme, sans bousculade", "pi"),
)

_UNKNOWN = Access.model_construct()


def event_access(event: Event, catalog: Catalog) -> Access:
    """Return what is arranged for an outing; what the outing does not say, its place may say."""
    own, place = event.access, catalog.venue(event.place).access if event.place else None
    if own is None or place is None:
        return own or place or _UNKNOWN
    answers = {need.field: answer(own, need) or answer(place, need) for need in NEEDS}
    return Access.model_construct(**answers)


def answer(access: Access, need: Need) -> AccessAnswer | None:
    """Return the answer to a need, None when nothing is known."""
    found: AccessAnswer | None = getattr(access, need.field)
    return found


def needs_met(access: Access) -> tuple[Need, ...]:
    """Return the needs that are answered by yes."""
    return tuple(need for need in NEEDS if (found := answer(access, need)) and found.possible)


def open_agenda_codes(access: Access) -> dict[str, bool]:
    """Say each need in OpenAgenda's codes; what nobody has said is left out.

    Source: OpenAgenda's event format, field `accessibility`. It has no code for a calm session: `pi` is
    the nearest, and the choice is ours.
    """
    answers = ((need.open_agenda, answer(access, need)) for need in NEEDS)
    return {code: found.possible for code, found in answers if found}


def access_facts(access: Access | None) -> tuple[Fact, ...]:
    """Tell need by need what is known; what nobody has said is not guessed."""
    answers = [(need.label, answer(access or _UNKNOWN, need)) for need in NEEDS]
    return tuple(fact(label, _in_words(found)) for label, found in answers if found)


def _in_words(found: AccessAnswer) -> str:
    word = "Oui" if found.possible else "Non"
    return f"{word} : {found.note}" if found.note else word
