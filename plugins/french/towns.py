"""Say of a town and at a town, as its article asks.

Only Le and Les contract; La and L’ stay whole. A town with H is mute (« d’Hauterives », « d’Hostun ») unless its
first word is among the aspirated h of `words`. Source: Lexique des règles typographiques en usage à
l'Imprimerie nationale, « noms de lieux ».
"""

import re

from .words import elide

_ARTICLE = re.compile(r"(le|les)\s+(?=\S)", re.IGNORECASE)
_KEPT_ARTICLE = re.compile(r"(?:la\s|l’)", re.IGNORECASE)


def of_town(name: str) -> str:
    """Return « de Valence », « d’Annonay », « du Teil », « des Vans » or « de La Voulte-sur-Rhône »."""
    name = _typeset(name)
    if article := _ARTICLE.match(name):
        return f"{'du' if article[1].lower() == 'le' else 'des'} {name[article.end() :]}"
    return f"de {name}" if _KEPT_ARTICLE.match(name) else elide(name, "de")


def at_town(name: str) -> str:
    """Return « à Valence », « au Teil », « aux Vans », « à La Voulte-sur-Rhône » or « à L’Épervière »."""
    name = _typeset(name)
    if article := _ARTICLE.match(name):
        return f"{'au' if article[1].lower() == 'le' else 'aux'} {name[article.end() :]}"
    return f"à {name}"


def _typeset(name: str) -> str:
    return " ".join(name.replace("'", "’").split())
