"""Give a letter its three forms: text, HTML, and an e-mail to open; nothing is sent."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from plugins.followup.letters import Block, Item, Letter, Mailroom
from plugins.formats.colours import theme_colours
from plugins.formats.eml import encode_eml
from plugins.formats.fonts import THEME
from plugins.french import typeset_text

TEMPLATES = THEME / "templates" / "courriers"


def letter_files(letter: Letter, room: Mailroom) -> Iterator[tuple[str, bytes]]:
    """Return the name and the bytes of each form."""
    set_letter = _typeset(letter)
    text = (
        _environment(escape=False).get_template("lettre.txt.jinja").render(letter=set_letter).strip() + "\n"
    )
    html = (
        _environment(escape=True)
        .get_template("lettre.html.jinja")
        .render(letter=set_letter, colours=theme_colours())
    )
    association = room.catalog.association
    sender = (association.name, association.email or "")
    yield f"{letter.name}.txt", text.encode()
    yield f"{letter.name}.html", f"{html.strip()}\n".encode()
    yield f"{letter.name}.eml", encode_eml(set_letter.subject, text, html, sender, room.today)


def _typeset(letter: Letter) -> Letter:
    """Set the words as French is printed; addresses stay as they are."""
    return replace(
        letter,
        subject=typeset_text(letter.subject),
        title=typeset_text(letter.title),
        opening=tuple(map(typeset_text, letter.opening)),
        blocks=tuple(_typeset_block(block) for block in letter.blocks),
        closing=typeset_text(letter.closing),
    )


def _typeset_block(block: Block) -> Block:
    items = tuple(
        Item(typeset_text(item.title), typeset_text(item.details), item.address) for item in block.items
    )
    return Block(typeset_text(block.heading), tuple(map(typeset_text, block.words)), items)


@cache
def _environment(*, escape: bool) -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=escape,  # noqa: S701  # the text form has no HTML to escape
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
