"""The parts of a text that a post keeps, and their Markdown."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

_SIGNS = re.compile(r"([\\`*\[\]]|(?<!\w)_|_(?!\w))")
_START = re.compile(r"^(\s*)(?:([#>+-])|(\d+)([.)]))(?=\s|$)")
_SAFE_LINK = re.compile(r"(?:https?://|mailto:|tel:)[^\s<>()]+", re.IGNORECASE)
DEEPEST = 4
"""The lowest heading of a post; its title is the first, so its text begins with the second."""


@dataclass(frozen=True)
class Span:
    """Hold some words with one look: bold, italic, or a link."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""


@dataclass(frozen=True)
class Block:
    """Hold a paragraph, a heading (`level` from 1), an item of a list (`level` from 0) or a table (`rows`)."""

    kind: str
    spans: tuple[Span, ...] = ()
    level: int = 0
    ordered: bool = False
    rows: tuple[tuple[tuple[Span, ...], ...], ...] = ()

    @property
    def words(self) -> str:
        """Return the plain words."""
        cells = (cell for row in self.rows for cell in row)
        return " ".join("".join(span.text for span in spans) for spans in (self.spans, *cells)).strip()


@dataclass(frozen=True)
class Minutes:
    """Hold what was read of a document: its blocks, and how many things of each kind were left behind."""

    blocks: tuple[Block, ...]
    lost: dict[str, int] = field(default_factory=dict)


def markdown(blocks: Iterable[Block]) -> str:
    """Return the Markdown of blocks; headings begin at the second level, whatever they began at."""
    kept = [block for block in blocks if block.words]
    highest = min((block.level for block in kept if block.kind == "heading"), default=1)
    parts = []
    for is_list, group in groupby(kept, key=lambda block: block.kind == "item"):
        if is_list:
            parts.append("\n".join(_items(group)))
        else:
            parts += [_block(block, highest) for block in group]
    return "\n\n".join(parts) + "\n"


def _block(block: Block, highest: int) -> str:
    if block.kind == "heading":
        level = min(DEEPEST, block.level - highest + 2)
        plain = tuple(Span(span.text, link=span.link) for span in block.spans)
        return f"{'#' * level} {_inline(plain)}"
    return (
        "\n".join(_table(block))
        if block.kind == "table"
        else _START.sub(_escaped_start, _inline(block.spans))
    )


def _items(blocks: Iterable[Block]) -> Iterator[str]:
    """Write a list; an item below another is four spaces further, and never deeper than one step."""
    counts: list[int] = []
    for block in blocks:
        level = min(block.level, len(counts))
        counts = [*counts[: level + 1], *([0] if level == len(counts) else [])]
        counts[level] += 1
        mark = f"{counts[level]}." if block.ordered else "-"
        yield f"{'    ' * level}{mark} {_inline(block.spans)}"


def _table(block: Block) -> Iterator[str]:
    width = max(map(len, block.rows))
    for index, row in enumerate(block.rows):
        cells = [_inline(cell).replace("|", "\\|") for cell in row] + [""] * (width - len(row))
        yield f"| {' | '.join(cells)} |"
        if index == 0:
            yield f"|{' --- |' * width}"


def _inline(spans: Iterable[Span]) -> str:
    """Join spans that look alike, then write their marks tight around their words."""
    text = ""
    for (bold, italic, link), group in groupby(spans, key=lambda span: (span.bold, span.italic, span.link)):
        words = "".join(span.text for span in group).replace("\n", " ")
        inner = words.strip()
        if not inner:
            text += words
            continue
        before, after = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
        mark = "*" * (2 * bold + italic)
        escaped = _SIGNS.sub(r"\\\1", inner).replace("<", "&lt;")
        shown = f"{mark}{escaped}{mark}"
        text += f"{before}{f'[{shown}]({link})' if _SAFE_LINK.fullmatch(link) else shown}{after}"
    return " ".join(text.split())


def _escaped_start(found: re.Match[str]) -> str:
    return f"{found[1]}\\{found[2]}" if found[2] else f"{found[1]}{found[3]}\\{found[4]}"
