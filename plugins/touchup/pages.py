"""The same change in what shows a text: its page, and the feeds that repeat it whole."""

from html import escape

from plugins.french import typeset_html
from plugins.touchup.change import Change
from plugins.touchup.standing import Standing


def touch_page(site: Standing, path: str, change: Change) -> bool:
    """Put the words of now in a page; tell false unless those of before stand there once."""
    before, after = map(typeset_html, change)
    return site.replace(path, before, after)


def touch_feed(site: Standing, path: str, change: Change) -> bool:
    """Put the words of now in a feed; tell false unless those of before stand there once."""
    before, after = (escape(typeset_html(piece), quote=False) for piece in change)
    return site.replace(path, before, after)
