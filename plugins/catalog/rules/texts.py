"""Rules of what is written below a header: read by everyone, and harmless."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from plugins.catalog.loading import Entry, Loaded
from plugins.catalog.problems import Problem

_FENCE = re.compile(r"^ {0,3}(?P<fence>`{3,}|~{3,})")
HEADING = re.compile(r"^(?P<marks>#{1,6})(?=\s+\S)")
_MARKS = "#[]<="
"""What headings, links, tags and the marks of a word processor have one of."""
_LINK_OR_TAG = "[]<"
"""What all the sights below have one of."""
_UNCLEAR_SIGN = "#[<="
"""What the patterns below all hold: most rows of a text hold none, and are not looked at further."""
_CODE_SPAN = re.compile(r"(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)")
_DECLARATION = r"(?:mso-[\w-]+|font(?:-\w+)*|color|line-height|margin(?:-\w+)?|text-align)\s*:[^;\"'()]*;?\s*"
_WORD_MARKS = re.compile(
    rf"</?o:p>|\sclass=\"?Mso\w+\"?|\slang=\"?[A-Z-]{{2,5}}\"?|\sstyle=(?:\"\s*(?:{_DECLARATION})*\"|'\s*(?:{_DECLARATION})*')",
    re.IGNORECASE,
)
"""What a word processor leaves in a text that is pasted from it; it says nothing to readers."""


def without_word_marks(row: str) -> str:
    """Return a row without what a word processor has left in it, the very same when there is nothing."""
    return _WORD_MARKS.sub("", row) if "<" in row or "=" in row else row


class Sight(NamedTuple):
    """Describe what a line must not show: how it is seen, what is told, and the signs of which it holds one."""

    pattern: re.Pattern[str]
    code: str
    message: str
    hint: str
    signs: tuple[str, ...]

    def is_in(self, row: str) -> bool:
        """Tell whether it is in a row: a pattern is not even compiled as long as no row holds one of its signs."""
        return any(sign in row for sign in self.signs) and self.pattern.search(row) is not None


SIGHTS = (
    Sight(
        re.compile(r"!\[\s*\]\("),
        "image-sans-mots",
        "cette image n’a pas de description.",
        "entre les crochets, dites ce que l’on voit : ![Le public devant la scène](…)",
        ("![",),
    ),
    Sight(
        re.compile(r"!\[[^\]]*\.(jpe?g|png|webp|avif|gif|svg|heic)\s*\]\(", re.IGNORECASE),
        "image-sans-mots",
        "la description de cette image n’est qu’un nom de fichier.",
        "entre les crochets, dites ce que l’on voit : ![Le public devant la scène](…)",
        ("![",),
    ),
    Sight(
        re.compile(r"!\[[^\]]*\]\(\s*<?(https?:)?//", re.IGNORECASE),
        "image-d-ailleurs",
        "cette image viendrait d’un autre site : elle peut disparaître, et ce site saurait qui nous lit.",
        "déposez l’image dans content/images, avec l’accord de son auteur",
        ("![",),
    ),
    Sight(
        re.compile(r"\]\(\s*<?(data|javascript|vbscript|file):", re.IGNORECASE),
        "lien-interdit",
        "ce lien ne mène pas à une page : il lance du code, ou ouvre un fichier de votre ordinateur.",
        "mettez une adresse du site (/sorties/) ou une adresse qui commence par https://",
        ("](",),
    ),
    Sight(
        re.compile(
            r"<\s*/?\s*(script|iframe|style|form|input|button|object|embed|svg|meta|link|base|video|audio)\b"
            r"|<[a-z][^>]*\s(on[a-z]+|style|srcdoc)\s*=|<[a-z][^>]*(javascript|data):",
            re.IGNORECASE,
        ),
        "code-interdit",
        "ce morceau de code HTML n’est pas permis dans un texte.",
        "retirez-le ; pour le montrer comme exemple, mettez-le entre deux accents graves : `…`",
        ("<",),
    ),
    Sight(
        re.compile(r"(?<!!)\[[^\]]*\]\(\s*[^\s()\"'<>]+(?: +[^\s()\"'<>]+)+\s*(?:\s[\"'][^)]*)?\)"),
        "lien-avec-espace",
        "l’adresse de ce lien contient une espace : le lien s’arrêterait là.",
        "renommez le fichier sans espace, ou recopiez l’adresse depuis le navigateur",
        ("](",),
    ),
)
TITLE = Sight(
    re.compile(r"^#\s+\S"),
    "titre-de-premier-niveau",
    "le titre de la page est déjà le titre de premier niveau.",
    "commencez les intertitres par ## au lieu de #",
    ("#",),
)
UNCLEAR = (
    TITLE,
    Sight(
        re.compile(
            r"(?<!!)\[\s*(cliquez ici|cliquer ici|ici|lien|ce lien|en savoir plus)\s*\]\(", re.IGNORECASE
        ),
        "lien-sans-mots",
        "les mots de ce lien ne disent pas où il mène.",
        "mettez le lien sur des mots parlants : [le programme de la saison](…)",
        ("](",),
    ),
    Sight(
        _WORD_MARKS,
        "collage",
        "ce texte vient d’un traitement de texte : ses marques sont retirées de la copie en ligne.",
        "recollez-le sans mise en forme (Ctrl+Maj+V)",
        ("<", "="),
    ),
)
"""What is worth mending, and stops nothing: the page is published without the fault, or with less clear words."""


def text_is_not_empty(entry: Entry, _loaded: Loaded) -> Iterator[Problem]:
    """A Markdown file has a text after its header."""
    if not entry.record.body.strip():
        yield entry.origin.problem(
            (),
            "texte-vide",
            "il n’y a pas de texte après l’en-tête.",
            hint="écrivez le texte sous l’en-tête, ou retirez le fichier",
        )


def text_can_be_read_by_all(entry: Entry, _loaded: Loaded) -> Iterator[Problem]:
    """Pictures have words, links have an address, no code hides in the text."""
    for line, row, prose in rows_holding(_LINK_OR_TAG, entry.record.body, entry.record.body_line):
        plain = without_word_marks(prose)
        yield from (_seen(entry, line, row, sight) for sight in SIGHTS if sight.is_in(plain))
        if "<!--" in prose and "-->" not in entry.record.body[entry.record.body.index("<!--") :]:
            yield Problem(
                entry.origin.file,
                line,
                "code-interdit",
                "ce commentaire « <!-- » n’est jamais refermé : la suite du texte disparaîtrait.",
                row.strip(),
                hint="ajoutez « --> » à la fin du commentaire, ou retirez-le",
            )


def steps_are_below_the_title(entry: Entry, _loaded: Loaded) -> Iterator[Problem]:
    """A tutorial has no first-level heading: it would be counted as a step."""
    for line, row, prose in prose_rows(entry.record.body, entry.record.body_line):
        if TITLE.is_in(prose):
            yield _seen(entry, line, row, TITLE)


def text_is_clear(entry: Entry) -> Iterator[Problem]:
    """Headings follow each other, words of links say where they lead, nothing comes from a word processor."""
    above = 1
    for line, row, prose in rows_holding(_UNCLEAR_SIGN, entry.record.body, entry.record.body_line):
        yield from (_seen(entry, line, row, sight) for sight in UNCLEAR if sight.is_in(prose))
        if "#" in prose and (found := HEADING.match(prose)):
            level = len(found["marks"])
            if level > above + 1:
                yield _level_left_out(entry, line, row)
            above = level


def _seen(entry: Entry, line: int, row: str, sight: Sight) -> Problem:
    return Problem(entry.origin.file, line, sight.code, sight.message, row.strip(), None, sight.hint)


def _level_left_out(entry: Entry, line: int, row: str) -> Problem:
    return Problem(
        entry.origin.file,
        line,
        "niveau-de-titre",
        "cet intertitre saute un niveau : il est remonté dans la copie en ligne.",
        row.strip(),
        hint="un intertitre a un # de plus que celui dont il dépend, jamais deux",
    )


def prose_rows(body: str, first_line: int) -> Iterator[tuple[int, str, str]]:
    """Yield the line number, the row, and the row without its code; rows of code blocks are left out."""
    fence = ""
    for line, row in enumerate(body.split("\n"), start=first_line):
        found = _FENCE.match(row) if "`" in row or "~" in row else None
        if fence:
            if found and found["fence"].startswith(fence):
                fence = ""
        elif found:
            fence = found["fence"]
        else:
            yield line, row, _CODE_SPAN.sub("", row) if "`" in row else row


def rows_holding(signs: str, body: str, first_line: int) -> Iterator[tuple[int, str, str]]:
    """Yield what `prose_rows` does of the rows whose prose holds one of some signs, which are all in `_MARKS`."""
    for line, row, prose in _marked_rows(body):
        for sign in signs:
            if sign in prose:
                yield first_line + line, row, prose
                break


@lru_cache(maxsize=64)  # several ask about the same text, and other texts may be read in between
def _marked_rows(body: str) -> tuple[tuple[int, str, str], ...]:
    """Return what `prose_rows` yields of the rows whose prose holds one of the `_MARKS`: most rows hold none."""
    if "`" in body or "~" in body:
        return tuple(found for found in prose_rows(body, 0) if any(sign in found[2] for sign in _MARKS))
    found: list[tuple[int, str, str]] = []
    line, done = 0, 0
    for place in sorted(place for sign in _MARKS for place in _places(sign, body)):
        if place >= done:  # of several signs of a row, the first is enough
            begun, end = body.rfind("\n", 0, place) + 1, body.find("\n", place)
            line += body.count("\n", done, begun)
            row = body[begun : end if end >= 0 else len(body)]
            found.append((line, row, row))
            done = begun + len(row)
    return tuple(found)


def _places(sign: str, body: str) -> Iterator[int]:
    """Yield where a sign is: looking for one at a time is what Python does best."""
    place = body.find(sign)
    while place >= 0:
        yield place
        place = body.find(sign, place + 1)
