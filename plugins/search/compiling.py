"""Compile the page where one looks for something, the lists that it shows, and the index that its script reads."""

from collections.abc import Iterator
from dataclasses import dataclass

from plugins.french import initial
from plugins.french.stems import STOP_WORDS
from plugins.resources import Crumb, Page, Resource, Site
from plugins.search.entries import Entry, entry, record_entries
from plugins.search.shards import index_files
from plugins.search.texts import text_entries

ADDRESS = "/recherche/"


@dataclass(frozen=True)
class Shelf:
    """Hold lists to look through: a heading, links."""

    label: str
    lists: tuple[Crumb, ...]


def compile_search(site: Site) -> Iterator[Resource]:
    """Return the page of the search, then the files of its index."""
    shelves = tuple(shelf for shelf in _shelves(site) if shelf.lists)
    entries = [*record_entries(site), *text_entries(site), *_list_entries(shelves)]
    files = index_files(_once(entries))
    yield Page(
        address=ADDRESS,
        template="search",
        title="Rechercher",
        description="Chercher une sortie, un sigle, un lieu, une commune, un document, ou parcourir les listes.",
        context={"shelves": shelves, "files": " ".join(files), "stop_words": " ".join(STOP_WORDS)},
    )
    yield from files.values()


def _once(entries: list[Entry]) -> list[Entry]:
    """Return one entry for each address: a page that is a record and a list is told as a record."""
    kept: dict[str, Entry] = {}
    for found in entries:
        kept.setdefault(found.address, found)
    return list(kept.values())


def _list_entries(shelves: tuple[Shelf, ...]) -> Iterator[Entry]:
    for shelf in shelves:
        for crumb in shelf.lists:
            if len(crumb.label) > 1:
                yield entry(crumb.address, "Liste", crumb.label, shelf.label)


def _shelves(site: Site) -> Iterator[Shelf]:
    """Yield the lists that lead to everything, which is how one searches without a script."""
    yield Shelf(
        "Sortir",
        (
            Crumb("Toutes les sorties gratuites", "/sorties/"),
            Crumb("Ce week-end", "/sorties/ce-week-end/"),
            Crumb("Les grands rendez-vous", "/sorties/rendez-vous/"),
            Crumb("Les sorties passées", "/sorties/passees/"),
        ),
    )
    yield Shelf("Les sigles, par lettre", (Crumb("De A à Z", "/sigles/"), *_letters(site)))
    yield Shelf(
        "Près de chez moi",
        (
            Crumb("Les communes", "/communes/"),
            Crumb("La carte", "/carte/"),
            Crumb("Les lieux de culture", "/lieux/"),
            Crumb("Les partenaires", "/partenaires/"),
        ),
    )
    yield Shelf(
        "Comprendre, s’outiller",
        (
            Crumb("Les organismes sociaux", "/organismes/"),
            Crumb("Les documents", "/documents/"),
            Crumb("Les tutoriels", "/tutoriels/"),
            Crumb("Les formations", "/formations/"),
            Crumb("Les rencontres", "/rencontres/"),
        ),
    )
    categories = {item.category.address: item.category for item in site.news}
    news = tuple(categories[address] for address in sorted(categories))
    yield Shelf("Les nouvelles", (Crumb("Toutes les actualités", "/actualites/"), *news))
    yield Shelf("Tout le site", (Crumb("Le plan du site", "/plan/"),))


def _letters(site: Site) -> Iterator[Crumb]:
    letters = {initial(acronym.acronym) for acronym in site.catalog.acronyms.values()}
    for letter in sorted(letters & set("ABCDEFGHIJKLMNOPQRSTUVWXYZ")):
        yield Crumb(letter, f"/sigles/lettre/{letter.lower()}/")
