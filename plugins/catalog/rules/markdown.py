"""Rules of posts, pages and tutorials: what the header promises, what the text must not hide."""

import re
from collections.abc import Iterator

from plugins.catalog.loading import Entry, Loaded
from plugins.catalog.messages import near_miss
from plugins.catalog.problems import Problem
from plugins.catalog.rules.events import shown_before_hidden
from plugins.french import slugify

_PICTURE_WITHOUT_WORDS = re.compile(r"!\[\s*\]\(")
_FIRST_LEVEL = re.compile(r"^#\s+\S")
_EMPTY_WORDS = re.compile(
    r"(?<!!)\[\s*(cliquez ici|cliquer ici|ici|lien|ce lien|en savoir plus)\s*\]\(", re.IGNORECASE
)
_FENCE = re.compile(r"^\s*(```|~~~)")


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


def category_exists(entry: Entry, loaded: Loaded) -> Iterator[Problem]:
    """The `rubrique` of a post is one of data/rubriques.yaml."""
    names = [known.record.name for known in loaded.entries.get("categories", {}).values()]
    written = entry.record.category
    if slugify(written) in {slugify(name) for name in names}:
        return
    guess = near_miss(written, names)
    yield entry.origin.problem(
        ("rubrique",),
        "rubrique-inconnue",
        f"la rubrique « {written} » n’existe pas.",
        expected=", ".join(names),
        hint=f"vouliez-vous écrire « {guess} » ?" if guess else "choisissez l’une d’elles",
    )


def tags_are_spelled_alike(entry: Entry, loaded: Loaded) -> Iterator[Problem]:
    """A tag is written the same way in every post: « théâtre » and « Theatre » would share a page."""
    for index, tag in enumerate(entry.record.tags):
        for other in loaded.entries["posts"].values():
            twin = next((t for t in other.record.tags if t != tag and slugify(t) == slugify(tag)), None)
            if twin and other.origin.file < entry.origin.file:
                yield entry.origin.problem(
                    ("mots_cles", index),
                    "mot-cle-voisin",
                    f"le mot-clé « {tag} » est écrit autrement dans un autre billet.",
                    expected=f"« {twin} », comme dans {other.origin.file}",
                    hint="gardez une seule façon de l’écrire",
                )
                break


def text_is_not_empty(entry: Entry, _loaded: Loaded) -> Iterator[Problem]:
    """A Markdown file has a text after its header."""
    if not entry.record.body.strip():
        yield entry.origin.problem(
            (),
            "texte-vide",
            "il n’y a pas de texte après l’en-tête.",
            written="",
            hint="écrivez le texte, ou retirez le fichier",
        )


def text_can_be_read_by_all(entry: Entry, _loaded: Loaded) -> Iterator[Problem]:
    """Pictures have words, links have words of their own, the only first-level heading is the title."""
    fenced = False
    for offset, row in enumerate(entry.record.body.split("\n")):
        fenced = fenced != bool(_FENCE.match(row))
        if fenced:
            continue
        for pattern, code, message, hint in _FAULTS:
            if pattern.search(row):
                yield Problem(
                    entry.origin.file, entry.record.body_line + offset, code, message, row.strip(), None, hint
                )


_FAULTS = (
    (
        _PICTURE_WITHOUT_WORDS,
        "image-sans-mots",
        "cette image n’a pas de description.",
        "entre les crochets, dites ce que l’on voit : ![Le public devant la scène](…)",
    ),
    (
        _FIRST_LEVEL,
        "titre-de-premier-niveau",
        "le titre de la page est déjà le titre de premier niveau.",
        "commencez les intertitres par ## au lieu de #",
    ),
    (
        _EMPTY_WORDS,
        "lien-sans-mots",
        "les mots de ce lien ne disent pas où il mène.",
        "mettez le lien sur des mots parlants : [le programme de la saison](…)",
    ),
)

_TEXT_RULES = (text_is_not_empty, text_can_be_read_by_all)
POST_RULES = (
    file_name_holds_the_day,
    category_exists,
    tags_are_spelled_alike,
    shown_before_hidden,
    *_TEXT_RULES,
)
PAGE_RULES = _TEXT_RULES
TUTORIAL_RULES = _TEXT_RULES
