"""Posts made up for the occasion: 400 to 600 words, ten years of them, the same text for every generator.

A post depends on its number and on how many there are, and on nothing else.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from plugins.french import slugify

LAST_DAY = date(2026, 11, 21)
YEARS = 10
LEAST_WORDS = 400
CATEGORIES = tuple(
    f"Rubrique {name}" for name in ("Alpha", "Bravo", "Charlie", "Delta", "Écho", "Fox", "Golf", "Hôtel")
)
TAGS = tuple(f"mot {number:02}" for number in range(1, 51))

_WHO = ("les familles", "les bénévoles", "une voisine", "les relais", "les artistes", "un groupe d’amis")
_DOES = ("découvrent", "préparent", "racontent", "partagent", "imaginent", "attendent")
_WHAT = ("un concert", "une visite", "un atelier d’écriture", "une projection", "un conte", "une répétition")
_WHERE = (
    "à la médiathèque",
    "au théâtre",
    "dans la cour",
    "sous le chapiteau",
    "au musée",
    "près de la gare",
)
_WHEN = ("samedi matin", "à la rentrée", "un soir de pluie", "pendant les vacances", "chaque mois")
_WHY = (
    "pour se retrouver",
    "pour donner envie de revenir",
    "parce que l’entrée est libre",
    "sans rien payer",
)

Link = Callable[["Post"], str]


@dataclass(frozen=True)
class Post:
    """Hold a post; `LINK` in its blocks stands for a link to another post."""

    number: int
    day: date
    title: str
    category: str
    tags: tuple[str, str]
    summary: str
    blocks: tuple[str, ...]
    linked: int

    @property
    def slug(self) -> str:
        """Return the last part of its address."""
        return f"{slugify(self.title)}-{self.number:05}"

    @property
    def name(self) -> str:
        """Return the name of its file, without `.md`."""
        return f"{self.day}-{self.slug}"


LINK = "\0"


def make_post(number: int, count: int, note: str = "") -> Post:
    """Write post `number` of `count`; `note` is what an editor adds afterwards. A number past the end is of the last day."""
    draw = random.Random(f"2009/{number}")  # noqa: S311  # repeatable on purpose
    blocks = [_paragraph(draw)]
    while sum(len(block.split()) for block in blocks) < LEAST_WORDS:
        blocks += _section(draw, len(blocks), number)
    return Post(
        number=number,
        day=LAST_DAY - timedelta(days=max(count - 1 - number, 0) * 365 * YEARS // count),
        title=_title(number),
        category=draw.choice(CATEGORIES),
        tags=(TAGS[number % 50], TAGS[(number * 7 + 3) % 50 - 1]),
        summary=_sentence(draw),
        blocks=(note, *blocks) if note else tuple(blocks),
        linked=draw.randrange(count),
    )


def body(post: Post, address: str) -> str:
    """Return the Markdown of a post whose link leads to `address`."""
    return "\n\n".join(post.blocks).replace(LINK, f"[un autre récit]({address})") + "\n"


def _title(number: int) -> str:
    draw = random.Random(f"titre/{number}")  # noqa: S311  # repeatable on purpose
    return f"{draw.choice(_WHO)} {draw.choice(_DOES)} {draw.choice(_WHAT)} {draw.choice(_WHERE)}".capitalize()


def _section(draw: random.Random, place: int, number: int) -> list[str]:
    words = (f"**{_sentence(draw)}**", f"- {_sentence(draw)}\n- {_sentence(draw)}\n- {_sentence(draw)}")
    blocks = [f"## {draw.choice(_WHAT).capitalize()} {place}", _paragraph(draw), words[place % 2]]
    if place < 5:
        outside = "[le site du lieu](https://example.org/)"
        blocks.append(f"À lire aussi : {LINK}, et {outside} pour *tout savoir*.")
        blocks.append(f"### {draw.choice(_WHEN).capitalize()}")
        blocks.append(f"> {_sentence(draw)}")
    if place < 5 and number % 5 == 0:
        rows = (f"| {draw.choice(_WHEN)} | {draw.choice(_WHERE)} | {draw.randrange(90)} |" for _ in range(4))
        blocks.append("\n".join(("| Quand | Où | Places |", "|---|---|---:|", *rows)))
    return blocks


def _paragraph(draw: random.Random) -> str:
    return " ".join(_sentence(draw) for _ in range(5))


def _sentence(draw: random.Random) -> str:
    parts = (draw.choice(words) for words in (_WHO, _DOES, _WHAT, _WHERE, _WHEN, _WHY))
    return f"{' '.join(parts)}.".capitalize()
