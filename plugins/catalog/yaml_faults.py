"""Say in French what is wrong with the writing of a YAML text."""

import re
from collections.abc import Callable

import yaml

from plugins.catalog.problems import Problem

Fault = Callable[[str, int, str], Problem]
"""Make a problem from the file's name, the line (from 1) and the text of the line."""

_QUOTES = "mettez la valeur entre guillemets"
_EXTRA_COLON = re.compile(r"^\s*(?:- +)*(?P<key>[\w-]+) ?: +(?P<value>\S.*?\S? ?:(?: .*|$))")
_OPEN_QUOTE = re.compile(r'\s*(?:- +)*[\w-]+ ?: +"[^"]*$')
_NO_BREAK_SPACE = re.compile(r"[^:]*:[\u00a0\u202f]")

_FRENCH = (
    (
        "found a tab character",
        "cette ligne commence par une tabulation.",
        "remplacez la tabulation par des espaces",
    ),
    (
        "could not find expected ':'",
        "il manque « : », suivi d’une espace, après le nom du champ.",
        "écrivez « champ: valeur » ; un texte long continue à la ligne suivante avec deux espaces devant",
    ),
    (
        "found unexpected end of stream",
        "un guillemet est ouvert ici, et n’est jamais refermé.",
        "ajoutez le guillemet qui manque à la fin de la valeur",
    ),
    (
        "found unexpected document indicator",
        "un guillemet est ouvert ici, et n’est jamais refermé.",
        "ajoutez le guillemet qui manque à la fin de la valeur",
    ),
    (
        "did not find expected key",
        "cette ligne n’est pas alignée avec les autres, ou un guillemet est mal placé.",
        "alignez les champs d’un même bloc ; regardez aussi les guillemets de la ligne d’avant",
    ),
    (
        "did not find expected '-' indicator",
        "cette ligne ne s’aligne pas avec la liste qui précède.",
        "commencez chaque élément de la liste par un tiret, sur la même colonne",
    ),
    (
        "did not find expected ',' or",
        "un crochet ou une accolade est ouvert ici, et n’est pas refermé.",
        "ajoutez « ] » ou « } » à la fin ; un élément qui contient # : [ ] { } se met entre guillemets",
    ),
    (
        "did not find expected node content",
        "il y a une virgule de trop dans cette liste.",
        "gardez une seule virgule entre deux éléments",
    ),
    (
        "did not find expected alphabetic or numeric character",
        "une valeur commence par « * » ou « & », qui ont un sens spécial ici.",
        _QUOTES,
    ),
    (
        "found character that cannot start any token",
        "une valeur ne peut pas commencer par ce signe.",
        _QUOTES,
    ),
    (
        "block sequence entries are not allowed",
        "un tiret de liste est sur la même ligne que le nom du champ.",
        "mettez la liste à la ligne, chaque élément après un tiret",
    ),
    (
        "did not find expected comment or line break",
        "après « | » ou « > », le texte commence à la ligne suivante.",
        "allez à la ligne, avec deux espaces devant le texte ; ou mettez la valeur entre guillemets",
    ),
    (
        "while parsing a quoted scalar",
        "entre guillemets doubles, « \\ » a un sens spécial.",
        "utilisez des guillemets simples : 'C:\\Images'",
    ),
    (
        "while parsing a block mapping",
        "cette ligne n’est pas écrite comme attendu.",
        "comparez-la aux lignes voisines : « champ: valeur », listes avec des tirets",
    ),
)
_OTHERWISE = (
    "cette ligne n’est pas écrite comme attendu.",
    "comparez-la aux lignes voisines : « champ: valeur », listes avec des tirets",
)
_STARTS_HERE = ("quoted scalar", "simple key", "flow sequence", "flow mapping")
"""What is left open: the line to mend is where it starts, not where the parser gave up."""


def syntax(error: yaml.MarkedYAMLError, name: str, rows: tuple[str, ...], first_line: int) -> Problem:
    """Make the problem of what the parser refuses, at the line that has to be mended."""
    context = error.context or ""
    mark = error.problem_mark or error.context_mark
    if error.context_mark and any(part in context for part in _STARTS_HERE):
        mark = error.context_mark
    index = min(mark.line, len(rows) - 1) if mark else 0
    said = f"{error.problem or ''} {context}"
    if "flow node" in context and not "".join(rows[index:]).strip():
        index = max(number for number, row in enumerate(rows) if re.search(r"[\[{]", row))
        said = "did not find expected ',' or"
    opened = _left_open(rows, index) if "did not find expected key" in said else None
    if opened is not None:
        index, said = opened, "found unexpected end of stream"
    if "mapping values are not allowed" in said:
        index, message, hint = _stray_colon(rows, index)
    elif rows[index].startswith("\t") or re.match(r" *\t", rows[index]):
        message, hint = _FRENCH[0][1:]
    elif _NO_BREAK_SPACE.match(rows[index]):
        message, hint = _no_break_space()
    else:
        message, hint = next((words[1:] for words in _FRENCH if words[0] in said), _OTHERWISE)
    return Problem(name, index + first_line, "yaml", message, rows[index].strip() or None, hint=hint)


def _left_open(rows: tuple[str, ...], index: int) -> int | None:
    """Find the row above whose quote was closed by the next quote of the text, some rows below."""
    if '"' not in rows[index]:
        return None
    above = next((number for number in range(index - 1, -1, -1) if '"' in rows[number]), None)
    return above if above is not None and _OPEN_QUOTE.match(rows[above]) else None


def forbidden_sign(name: str, line: int, row: str) -> Problem:
    """Refuse anchors, aliases, tags and directives: they hide, repeat or run things."""
    message = "une valeur commence par &, *, ! ou %, qui ont un sens spécial ici."
    return Problem(name, line, "signe-yaml", message, row, hint=_QUOTES)


def second_document(name: str, line: int, row: str) -> Problem:
    """Refuse a second document in one file: only the first would be read."""
    message = "cette ligne « --- » coupe le fichier en deux."
    hint = "retirez cette ligne ; s’il y a deux fiches, faites deux fichiers"
    return Problem(name, line, "yaml", message, row, "une seule fiche par fichier", hint)


def too_deep(name: str, line: int, _row: str) -> Problem:
    """Refuse a nesting that no record needs and that could exhaust the computer."""
    message = "les listes sont emboîtées trop profondément."
    return Problem(name, line, "yaml", message, hint="retirez les crochets, accolades ou tirets en trop")


def key_expected(name: str, line: int, row: str) -> Problem:
    """Refuse a field whose name is empty, a list or a group."""
    message = "il manque le nom du champ avant « : »."
    return Problem(name, line, "yaml", message, row or None, "« champ: valeur »", "écrivez le nom du champ")


def lost_after_hash(name: str, line: int, row: str) -> Problem:
    """Refuse a comment after a value without quotes: « salle #2 » would become « salle »."""
    return Problem(
        name,
        line,
        "diese",
        "ce qui suit « # » sur cette ligne serait perdu.",
        written=row.strip(),
        hint="mettez la valeur entre guillemets, ou le commentaire sur sa propre ligne",
    )


def repeated_key(name: str, line: int, key: str, first: int, row: str) -> Problem:
    """Refuse a field written twice: the first value would be lost."""
    return Problem(
        name,
        line,
        "cle-repetee",
        f"le champ « {key} » est écrit deux fois.",
        written=row.strip(),
        expected=f"un seul « {key} » (le premier est à la ligne {first})",
        hint="gardez une seule des deux lignes",
    )


def _stray_colon(rows: tuple[str, ...], index: int) -> tuple[int, str, str]:
    if found := _EXTRA_COLON.match(rows[index]):
        value = found["value"].replace('"', "'")
        hint = f'mettez la valeur entre guillemets : {found["key"]}: "{value}"'
        return index, "il y a un « : » de trop sur cette ligne.", hint
    before = rows[index - 1] if index else ""
    if _NO_BREAK_SPACE.match(before):
        return (index - 1, *_no_break_space())
    if before.strip() and ":" not in before:
        message = "il manque « : », suivi d’une espace, après le nom du champ."
        return index - 1, message, "écrivez « champ: valeur »"
    message = "cette ligne n’est pas alignée avec celle qui précède."
    return index, message, "mettez le même nombre d’espaces au début des champs d’une même fiche"


def _no_break_space() -> tuple[str, str]:
    message = "le « : » est suivi d’une espace insécable, que l’ordinateur ne prend pas pour une espace."
    return message, "effacez l’espace après « : » et retapez-la avec la barre d’espace"
