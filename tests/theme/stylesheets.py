"""Read the theme's plain CSS: rules with their selectors and declarations, and the at-rules around them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tests.theme.theme_room import CSS

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


@dataclass(frozen=True)
class Rule:
    """Hold a rule: the at-rules around it, its selectors, its declarations."""

    around: tuple[str, ...]
    selectors: tuple[str, ...]
    declarations: tuple[tuple[str, str], ...]


def source(name: str) -> str:
    """Return a sheet without its comments."""
    return _COMMENT.sub("", (CSS / f"{name}.css").read_text(encoding="utf-8"))


def rules(text: str, around: tuple[str, ...] = ()) -> Iterator[Rule]:
    """Return the rules of a sheet, those of media queries too; a rule inside a rule raises ValueError."""
    while "{" in text:
        head, _, rest = text.partition("{")
        end = _closing(rest)
        body, text = rest[:end], rest[end + 1 :]
        if head.strip().startswith("@"):
            yield from rules(body, (*around, head.strip()))
        elif "{" in body:
            raise ValueError(head.strip())
        else:
            selectors = tuple(part.strip() for part in re.split(r",(?![^()\[]*[)\]])", head))
            yield Rule(around, selectors, tuple(_declarations(body)))


def _declarations(body: str) -> Iterator[tuple[str, str]]:
    for part in body.split(";"):
        name, colon, value = part.partition(":")
        if colon:
            yield name.strip(), value.strip()


def _closing(text: str) -> int:
    depth = 1
    for index, char in enumerate(text):
        depth += {"{": 1, "}": -1}.get(char, 0)
        if depth == 0:
            return index
    raise ValueError(text[:40])
