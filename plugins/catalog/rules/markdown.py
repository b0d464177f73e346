"""Rules of posts, pages and tutorials: what the header promises, and addresses that are not taken."""

from collections.abc import Iterator

from plugins.catalog.loading import Entry, Loaded
from plugins.catalog.messages import near_miss
from plugins.catalog.problems import Problem
from plugins.catalog.rules.events import shown_before_hidden
from plugins.catalog.rules.steps import STEP_RULES
from plugins.catalog.rules.texts import text_can_be_read_by_all, text_is_not_empty
from plugins.french import slugify


def file_name_holds_the_day(entry: Entry, _loaded: Loaded) -> Iterator[Problem]:
    """The day in a post's file name is the day of the post."""
    record = entry.record
    if not record.example and record.slug[:10] != record.date.isoformat():
        yield entry.origin.problem(
            ("date",),
            "date-et-nom-de-fichier",
            "la date de l’en-tête n’est pas celle du nom de fichier.",
            expected=f"le {record.slug[8:10]}/{record.slug[5:7]}/{record.slug[:4]}, comme dans le nom du fichier",
            hint="corrigez l’une des deux ; une fois le billet publié, gardez le nom du fichier",
        )


def change_follows_writing(entry: Entry, _loaded: Loaded) -> Iterator[Problem]:
    """A post is changed on the day it is written, or later."""
    record = entry.record
    if record.modified_on and record.modified_on < record.date:
        yield entry.origin.problem(
            ("modifie_le",),
            "modification",
            "le billet aurait été changé avant d’être écrit.",
            hint="corrigez l’une des deux dates",
        )


def category_exists(entry: Entry, loaded: Loaded) -> Iterator[Problem]:
    """The `rubrique` of a post is one of data/rubriques.yaml."""
    known = loaded.names("categories")
    written = entry.record.category
    if known is None or slugify(written) in known:
        return
    names = [known.record.name for known in loaded.entries.get("categories", {}).values()]
    guess = near_miss(written, names)
    yield entry.origin.problem(
        ("rubrique",),
        "rubrique-inconnue",
        f"la rubrique « {written} » n’existe pas.",
        expected=f"l’une de ces rubriques : {', '.join(names)}",
        hint=f"vouliez-vous écrire « {guess} » ?" if guess else "choisissez l’une d’elles",
    )


def tags_are_spelled_alike(loaded: Loaded) -> Iterator[Problem]:
    """A tag is written the same way in every post: « théâtre » and « Theatre » would share a page."""
    first: dict[str, tuple[str, str]] = {}
    for entry in loaded.entries.get("posts", {}).values():
        for index, tag in enumerate(entry.record.tags):
            spelling, file = first.setdefault(slugify(tag), (tag, entry.origin.file))
            if spelling != tag and slugify(tag):
                yield entry.origin.problem(
                    ("mots_cles", index),
                    "mot-cle-voisin",
                    f"le mot-clé « {tag} » est déjà écrit autrement.",
                    expected=f"« {spelling} », comme dans {file}",
                    hint="gardez une seule façon de l’écrire",
                )


def tags_have_an_address(entry: Entry, _loaded: Loaded) -> Iterator[Problem]:
    """A tag has letters or digits: its page needs an address."""
    for index, tag in enumerate(entry.record.tags):
        if not slugify(tag):
            yield entry.origin.problem(
                ("mots_cles", index),
                "mot-cle-voisin",
                f"le mot-clé « {tag} » n’a ni lettre ni chiffre.",
                hint="écrivez un mot, ou retirez-le",
            )


def address_is_free(loaded: Loaded) -> Iterator[Problem]:
    """Two posts of the same month do not end with the same words: they would have one address."""
    first: dict[str, Entry] = {}
    for entry in loaded.entries.get("posts", {}).values():
        other = first.setdefault(entry.record.address, entry)
        if other is not entry:
            yield entry.origin.problem(
                (),
                "adresse-prise",
                f"ce billet aurait la même adresse qu’un autre : {entry.record.address}",
                written=entry.origin.file.rsplit("/", 1)[-1],
                expected=f"une fin de nom différente de celle de {other.origin.file}",
                hint="changez les derniers mots du nom de fichier",
            )


_TEXT_RULES = (text_is_not_empty, text_can_be_read_by_all)
POST_RULES = (
    file_name_holds_the_day,
    change_follows_writing,
    category_exists,
    tags_have_an_address,
    shown_before_hidden,
    *_TEXT_RULES,
)
PAGE_RULES = _TEXT_RULES
TUTORIAL_RULES = (*_TEXT_RULES, *STEP_RULES)
