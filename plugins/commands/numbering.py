"""Give each outing the number under which it is told: by phone, on a poster, in a text message.

A number is given once. An outing that goes away keeps it: a poster may still show it.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from plugins.catalog.loading import Entry, Loaded, load_entries
from plugins.catalog.models.event import Event
from plugins.catalog.models.number import OutingNumber, check_digit
from plugins.catalog.problems import DataError, Problem
from plugins.catalog.rules import numbers as rules
from plugins.commands.console import say
from plugins.french import plural

FILE = "data/sorties/numeros.yaml"
HEADER = """\
# Le numéro de chaque sortie, donné par « ./faire numeros » et jamais redonné : il est imprimé sur des affiches.
# Si le fichier d’une sortie change de nom, écrivez ici le nouveau nom ; ne changez pas le numéro.
"""
FIRST = 100  # before the check digit: a number never begins with 0
YEARS = range(190, 210)  # 190x to 209x would be heard as years


def number_outings(root: Path) -> int:
    """Give a number to each outing that has none, retire those of the outings that have gone; say which.

    Raise `DataError`, and write nothing, when the file of the numbers is not right.
    """
    loaded = load_entries(root, None)
    if faults := tuple(_faults(loaded)):
        raise DataError(faults)
    known = tuple(entry.record for entry in loaded.entries.get("numbers", {}).values())
    kept = tuple(_retired(known, loaded.names("events") or set()))
    given = tuple(give(_unnumbered(loaded, kept), kept))
    if (*kept, *given) == known:
        say("Chaque sortie a déjà son numéro.")
        return 0
    _write(root / FILE, (*kept, *given))
    for number in given:
        say(f"  sortie {number.number} : {number.outing}")
    for number in (number for number in kept if number not in known):
        say(f"  sortie {number.number} : {number.outing} n’a plus de fiche, son numéro ne servira plus")
    say(f"{plural(len(given), 'numéro donné', 'numéros donnés')} dans {FILE}.")
    return 0


def give(outings: Iterable[str], known: tuple[OutingNumber, ...]) -> Iterator[OutingNumber]:
    """Give the following numbers to outings; those already given, retired or not, are never given again.

    Four digits first; five once the 880 numbers of four are taken.
    """
    last = max((int(number.number[:-1]) for number in known), default=FIRST - 1)
    for outing in outings:
        last = YEARS.stop if last + 1 in YEARS else last + 1
        number = f"{last}{check_digit(str(last))}"
        yield OutingNumber.model_validate({"slug": number, "numero": number, "sortie": outing})


def to_yaml(numbers: Iterable[OutingNumber]) -> str:
    """Write the file of the numbers, in the order in which they were given."""
    return HEADER + "".join(
        f'- numero: "{number.number}"\n  sortie: {number.outing}\n'
        + ("  retiree: oui\n" if number.retired else "")
        for number in numbers
    )


def unnumbered(events: Iterable[Event], known: Iterable[OutingNumber]) -> tuple[str, ...]:
    """Name the outings that wait for a number: drafts and examples wait for none."""
    numbered = {number.outing for number in known}
    return tuple(
        event.slug for event in events if not event.draft and not event.example and event.slug not in numbered
    )


def _unnumbered(loaded: Loaded, known: tuple[OutingNumber, ...]) -> tuple[str, ...]:
    events: dict[str, Entry] = loaded.entries.get("events", {})
    return tuple(sorted(unnumbered((entry.record for entry in events.values()), known)))


def _retired(known: Iterable[OutingNumber], outings: set[str]) -> Iterator[OutingNumber]:
    for number in known:
        gone = number.outing not in outings and not number.retired
        yield number.model_copy(update={"retired": True}) if gone else number


def _faults(loaded: Loaded) -> Iterator[Problem]:
    yield from (problem for problem in loaded.problems if problem.file == FILE)
    for entry in loaded.entries.get("numbers", {}).values():
        yield from rules.number_is_one_that_was_given(entry, loaded)
    yield from rules.an_outing_has_one_number(loaded)


def _write(path: Path, numbers: tuple[OutingNumber, ...]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}")
    beside.write_text(to_yaml(numbers), encoding="utf-8", newline="\n")
    beside.replace(path)
