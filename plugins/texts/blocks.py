"""Spare a block of text what Markdown tries on it in vain: most blocks of a post are lines that begin with a letter."""

import re
from collections.abc import Callable
from functools import cache, cached_property
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.extensions.attr_list import AttrListTreeprocessor
from markdown.util import STX

NEED_A_SIGN = {
    "markdown_block": (STX,),
    "empty": None,
    "indent": ("  ",),
    "defindent": ("  ",),
    "code": ("  ",),
    "table": ("|",),
    "hashheader": ("#",),
    "setextheader": ("=", "-"),
    "hr": ("-", "_", "*"),
    "olist": (".",),
    "ulist": ("*", "+", "-"),
    "deflist": (":",),
    "quote": (">",),
    "footnote": ("[",),
    "abbr": ("[",),
    "reference": ("[",),
}
"""What each processor of Markdown and of its « extra » needs in a block; None: it is always asked."""

_LETTER = r"[^\W\d_]"
SURE = {
    "paragraph": re.compile(rf"{_LETTER}.*(?:\n{_LETTER}.*)*\Z"),
    "hashheader": re.compile(r"#{1,6} [^\\#\n]*\Z"),
    "ulist": re.compile(rf"[*+-] {_LETTER}.*(?:\n[*+-] {_LETTER}.*)*\Z"),
}
"""The blocks that are for one processor, and left alone by all those that are asked before it."""


class QuickBlocks(Extension):
    """Make a block at once where it can be nothing else, and ask once whether a tag is that of a block."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # Markdown's own name
        """Take the place of Markdown's own ways."""
        md.parser.parseBlocks = _Blocks(md.parser).parse
        md.is_block_level = cache(md.is_block_level)
        if "attr_list" in md.treeprocessors:
            md.treeprocessors.register(_QuickAttributes(md), "attr_list", 8)


class _Blocks:
    def __init__(self, parser: BlockParser) -> None:
        self._parser = parser
        self._signs = sorted({sign for signs in NEED_A_SIGN.values() for sign in signs or ()})
        self._asked: dict[tuple[bool, ...], list[BlockProcessor]] = {}

    def parse(self, parent: Element, blocks: list[str]) -> None:
        """Take blocks as Markdown's parser does: the first processor that wants one has it, and may add some."""
        while blocks:
            block = blocks[0]
            for is_one, processor in self._sure:
                if is_one(block):
                    processor.run(parent, blocks)
                    break
            else:
                self._try(parent, blocks)

    def _try(self, parent: Element, blocks: list[str]) -> None:
        """Give the first block to the first processor that wants it, of those whose sign it holds."""
        held = tuple([sign in blocks[0] for sign in self._signs])
        for processor in self._asked.get(held) or self._to_ask(held):
            if processor.test(parent, blocks[0]) and processor.run(parent, blocks) is not False:
                break

    def _to_ask(self, held: tuple[bool, ...]) -> list[BlockProcessor]:
        """Return, in order, the processors that a block may be for when it holds these signs."""
        signs = {sign for sign, is_held in zip(self._signs, held, strict=True) if is_held}
        processors = self._parser.blockprocessors
        spared = {
            id(processors[name])
            for name, needed in NEED_A_SIGN.items()
            if name in processors and needed is not None and signs.isdisjoint(needed)
        }
        asked = [processor for processor in processors if id(processor) not in spared]
        self._asked[held] = asked
        return asked

    @cached_property
    def _sure(self) -> list[tuple[Callable[[str], object], BlockProcessor]]:
        """Return what tells the blocks that are sure, and what makes them; nothing beside a processor that is unknown."""
        processors = self._parser.blockprocessors
        if sum(name in processors for name in {*NEED_A_SIGN, *SURE}) < len(processors):
            return []
        return [(written.match, processors[name]) for name, written in SURE.items() if name in processors]


class _QuickAttributes(AttrListTreeprocessor):
    def run(self, doc: Element) -> None:
        """Look for lists of attributes where there is a brace."""
        if "{" in "".join(doc.itertext()):
            super().run(doc)
