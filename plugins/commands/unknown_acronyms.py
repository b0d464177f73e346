"""List the words in capitals of the texts that the booklet does not explain: one may be missing."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from plugins.catalog import Catalog
from plugins.catalog.lexicon import Lexicon, is_roman
from plugins.catalog.rules.meanings import plain_prose
from plugins.catalog.rules.texts import prose_rows
from plugins.french import plural, sort_key

STOP_LIST = Path(__file__).with_name("capitals.txt")


def unknown_acronyms(catalog: Catalog) -> Iterator[str]:
    """Yield each unknown acronym of the posts, pages, tutorials and bodies, with the first place it is seen."""
    lexicon = Lexicon(catalog.acronyms.values())
    common = common_words(STOP_LIST.read_text(encoding="utf-8"))
    places: defaultdict[str, list[str]] = defaultdict(list)
    for place, text in _texts(catalog):
        for _, _, word in lexicon.words(text):
            known = lexicon.knows(word) or word in common or word.removesuffix("s") in common
            if word.isupper() and not known and not is_roman(word):
                places[word].append(place)
    for word in sorted(places, key=sort_key):
        count = len(places[word])
        more = f" (et {plural(count - 1, 'autre fois', 'autres fois')})" if count > 1 else ""
        yield f"{word} : {places[word][0]}{more}"


def common_words(text: str) -> frozenset[str]:
    """Return the words of the stop list, its remarks left out."""
    return frozenset(word for row in text.splitlines() if (word := row.partition("#")[0].strip()))


def _texts(catalog: Catalog) -> Iterator[tuple[str, str]]:
    for group in (catalog.posts, catalog.pages, catalog.tutorials):
        for record in group.values():
            for line, _, prose in prose_rows(record.body, record.body_line):
                yield f"{record.file}, ligne {line}", plain_prose(prose)
    for body in catalog.bodies.values():
        for text in (body.role, body.public, body.funding, body.decides, body.contact):
            yield f"data/organismes/{body.slug}.yaml", text
