"""What was taken away from the HTML of a text, told with its line: nothing is lost in silence."""

import html
import re
from collections.abc import Iterable, Iterator

from plugins.catalog.models.post import MarkdownRecord
from plugins.catalog.problems import Problem
from plugins.catalog.rules.texts import prose_rows
from plugins.inspection.markup import Removed

_ELSEWHERE = re.compile(r"\s*(?:https?:)?[/\\]{2}", re.IGNORECASE)
_SPARE = re.compile(r"\s+")


def told_removed(removed: Iterable[Removed], record: MarkdownRecord) -> Iterator[Problem]:
    """Each thing that a text may not hold is told where it is written."""
    for thing in removed:
        line, row = _place(thing, record)
        yield _problem(thing, record.file, line, row.strip() or thing.written)


def _problem(thing: Removed, file: str, line: int, written: str) -> Problem:
    if thing.tag == "h1":
        return Problem(
            file,
            line,
            "titre-de-premier-niveau",
            "le titre de la page est déjà le titre de premier niveau.",
            written,
            hint="commencez les intertitres par ##",
        )
    if thing.attribute == "src" and _ELSEWHERE.match(thing.value):
        return Problem(
            file,
            line,
            "image-d-ailleurs",
            "cette image viendrait d’un autre site : elle peut disparaître, et ce site saurait qui nous lit.",
            written,
            hint="déposez l’image dans content/images, avec l’accord de son auteur",
        )
    if thing.attribute in {"href", "src"}:
        return Problem(
            file,
            line,
            "lien-interdit",
            "ce lien ne mène pas à une page : il lance du code, sort du site, ou n’est pas une adresse.",
            written,
            "une adresse du site (/sorties/), ou https://, mailto:, tel:",
            "corrigez l’adresse, ou retirez le lien et gardez ses mots",
        )
    return Problem(
        file,
        line,
        "code-interdit",
        f"ce morceau de code HTML n’est pas permis dans un texte : {thing.written}",
        written,
        hint="retirez-le ; pour le montrer comme exemple, mettez-le entre deux accents graves : `…`",
    )


def _place(thing: Removed, record: MarkdownRecord) -> tuple[int, str]:
    """Find the row where a thing was written: by its value, its attribute, its element; or the first row."""
    rows = [(line, row, prose.casefold()) for line, row, prose in prose_rows(record.body, record.body_line)]
    value = _tight(thing.value)
    if value:
        for line, row, prose in rows:
            if value in _tight(html.unescape(prose)):
                return line, row
    for sign in (thing.attribute, f"<{thing.tag}"):
        for line, row, prose in rows:
            if sign and sign in prose:
                return line, row
    return next(((line, row) for line, row, prose in rows if prose.strip()), (record.body_line, ""))


def _tight(text: str) -> str:
    return _SPARE.sub("", text).casefold()
