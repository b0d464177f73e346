"""Rules of posts, pages and tutorials: what the header promises, and addresses that are not taken."""

from collections.abc import Iterator
from typing import NamedTuple

from plugins.catalog.loading import Entry, Loaded
from plugins.catalog.messages import near_miss
from plugins.catalog.problems import Problem
from plugins.catalog.rules.events import shown_before_hidden
from plugins.catalog.rules.steps import STEP_RULES
from plugins.catalog.rules.texts import (
    steps_are_below_the_title,
    text_can_be_read_by_all,
    text_is_clear,
    text_is_not_empty,
)
from plugins.french import slugify
from plugins.french.reading import fold


def home_page_is_not_a_text(entry: Entry, _loaded: Loaded) -> Iterator[Problem]:
    """No page is content/pages/index.md: the home page is made of what the other files say."""
    if entry.record.address == "/":
        yield entry.origin.problem(
            (),
            "adresse-prise",
            "cette page prendrait la place de l’accueil.",
            expected="un nom de fichier qui dise de quoi parle la page",
            hint="renommez le fichier ; l’accueil se remplit tout seul",
        )


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


def change_follows_writing(entry: Entry) -> Iterator[Problem]:
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
    """A tag is written the same way in every post; « Theatre » is published as « théâtre », its first spelling."""
    for index, tag, first, entry in _tags_met_again(loaded):
        if fold(tag) == fold(first.tag):
            yield entry.origin.problem(
                ("mots_cles", index),
                "mot-cle-voisin",
                f"le mot-clé « {tag} » est écrit « {first.tag} » dans la copie en ligne, comme ailleurs.",
                expected=f"« {first.tag} », comme dans {first.file}",
                hint="gardez une seule façon de l’écrire",
            )


def tags_are_told_apart(loaded: Loaded) -> Iterator[Problem]:
    """Two tags that are not one word do not share a page: « C++ » and « C# » would."""
    for index, tag, first, entry in _tags_met_again(loaded):
        if fold(tag) != fold(first.tag):
            yield entry.origin.problem(
                ("mots_cles", index),
                "mot-cle-voisin",
                f"le mot-clé « {tag} » aurait la même page que « {first.tag} ».",
                expected=f"un mot qui s’en distingue par ses lettres ({first.file} a déjà « {first.tag} »)",
                hint="écrivez l’un des deux en toutes lettres",
            )


class _First(NamedTuple):
    tag: str
    file: str


def _tags_met_again(loaded: Loaded) -> Iterator[tuple[int, str, _First, Entry]]:
    """Yield each tag that is not written as the first one of its page, and that one; most are, and cost one look."""
    of_pages: dict[str, _First] = {}
    of_tags: dict[str, _First] = {}
    for entry in loaded.entries.get("posts", {}).values():
        for index, tag in enumerate(entry.record.tags):
            if tag not in of_tags:
                page = slugify(tag) or tag  # one that has no page is met alone
                of_tags[tag] = of_pages.setdefault(page, _First(tag, entry.origin.file))
            if of_tags[tag].tag != tag:
                yield index, tag, of_tags[tag], entry


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
    category_exists,
    tags_have_an_address,
    shown_before_hidden,
    *_TEXT_RULES,
)
PAGE_RULES = (home_page_is_not_a_text, *_TEXT_RULES)
TUTORIAL_RULES = (*_TEXT_RULES, steps_are_below_the_title, *STEP_RULES)
TEXT_ADVICE = (text_is_clear,)
POST_ADVICE = (change_follows_writing, *TEXT_ADVICE)
